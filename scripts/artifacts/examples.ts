// examples.ts: every example that passes, as a typed constant with its origin.
import type { Declaration, Example, Json } from "../contract.ts";
import { code, identifier, join, jsonText, propertyName, stringLiteral, type Code } from "../lib/code.ts";
import { entries, isArray, isObject, member } from "../lib/json.ts";
import { fitsPlainly } from "../lib/fits-plainly.ts";
import { hasPart } from "../lib/has-part.ts";
import { isItem, memberStatements, statementsAt, statementsOf } from "../lib/known-members.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { camelName, pascalCase } from "../lib/words.ts";
import type { View } from "../lib/view.ts";
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";
import { docComment, sourceOf } from "./prose.ts";
import { enumShape } from "../lib/enum-shape.ts";

export const examples: VendorArtifact = {
  template: "src/vendor/examples.ts",
  view: (vendor) => {
    const { declarations, examples: shown } = vendor.contract;
    const owners = [...new Set(shown.map(({ declaration }) => declaration))].toSorted();
    const enums = new Set(declarations.filter((declaration) => enumShape(declaration) !== null).map(({ name }) => name));
    const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
    const types = owners.filter((name) => !enums.has(name));
    const enumTypes = owners.filter((name) => enums.has(name));
    return {
      header: headerOf(vendor),
      any: shown.length > 0,
      types: types.length === 0 ? null : join(types.map(identifier), code`, `),
      enumTypes: enumTypes.length === 0 ? null : join(enumTypes.map(identifier), code`, `),
      examples: namedExamples(shown).map(([name, example], index, all) =>
        exampleView(name, example, byName, isTall(example.value) || isTall(all[index - 1]?.[1].value ?? [])),
      ),
    };
  },
};

/** Examples with their names: `pushWebhookExample1`, counted within what they are examples of. */
export function namedExamples(shown: readonly Example[]): readonly (readonly [string, Example])[] {
  const counts = new Map<string, number>();
  return shown.map((example) => {
    const stem = camelName(example.declaration) + pointerKeys(example.pointer).map(pascalCase).join("");
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return [`${stem}Example${count}`, example];
  });
}

/** Whether a value takes several lines: then blank lines stand around it. */
const isTall = (value: Json): boolean => typeof value === "object" && value !== null;

type Declarations = ReadonlyMap<string, Declaration>;

function exampleView(name: string, { declaration, pointer, value, origin }: Example, declarations: Declarations, apart: boolean): View {
  const keys = pointerKeys(pointer);
  const whole = keys.reduce<Code>((at, key, index) => {
    // What may be null has no member to speak of.
    const owner = canBeNull(declaration, keys.slice(0, index), declarations) ? code`Exclude<${at}, null>` : at;
    const part = code`${owner}[${isItem(declaration, keys.slice(0, index + 1), declarations) ? code`number` : stringLiteral(key)}]`;
    return code`Exclude<${part}, undefined>`;
  }, identifier(declaration));
  // A form without such a part, as a text beside an object, leaves the part without a type.
  const type = hasPart(declarations.get(declaration)?.schema, keys, declarations) ? whole : code`unknown`;
  const statements = statementsAt(declaration, keys, declarations);
  return {
    apart,
    comment: docComment([`From ${sourceOf(origin)}.`], [], code``),
    name: identifier(name),
    type,
    value: printValue(value, code``, { statements, declarations }),
  };
}

const canBeNull = (name: string, keys: readonly string[], declarations: Declarations): boolean =>
  statementsAt(name, keys, declarations).some((schema) => {
    const type = member(schema, "type");
    return type === "null" || (isArray(type) && type.includes("null"));
  });

/** The schemas that speak of a value. */
interface Spoken {
  readonly statements: readonly Json[];
  readonly declarations: Declarations;
}

const inside = ({ declarations }: Spoken, schemas: readonly Json[]): Spoken => ({
  statements: schemas.flatMap((schema) => statementsOf(schema, declarations)),
  declarations,
});

/** A JSON value as a literal, objects over several lines. Members that no schema knows are spread in: TypeScript refuses them in a literal. */
function printValue(value: Json, indent: Code, spoken: Spoken): Code {
  const deeper = code`${indent}  `;
  if (isArray(value)) {
    const items = inside(
      spoken,
      spoken.statements.flatMap((schema) => member(schema, "items") ?? []),
    );
    if (!value.some((item) => isObject(item) || isArray(item)))
      return code`[${join(
        value.map((item) => printValue(item, indent, items)),
        code`, `,
      )}]`;
    return code`[\n${join(value.map((item) => code`${deeper}${printValue(item, deeper, items)},\n`))}${indent}]`;
  }
  if (!isObject(value)) return typeof value === "string" ? stringLiteral(value) : jsonText(value);
  if (Object.keys(value).length === 0) return code`{}`;
  const members = entries(value).map(([key, inner]) => {
    const known = memberStatements(spoken.statements, key);
    const printed = code`${propertyName(key, "value")}: ${printValue(inner, deeper, inside(spoken, known ?? []))}`;
    return known === null || isUnlisted(spoken.statements, key) || isOfOtherForm(spoken, key, inner)
      ? code`${deeper}...{ ${printed} },\n`
      : code`${deeper}${printed},\n`;
  });
  return code`{\n${join(members)}${indent}}`;
}

/**
 * Whether a member is listed by forms that it does not fit, and so belongs to a form that does not list it: TypeScript holds a literal's member
 * against every form of a choice.
 */
function isOfOtherForm({ statements, declarations }: Spoken, key: string, value: Json): boolean {
  const lists = statements.map((schema) => member(schema, "properties")).filter((list) => list !== undefined);
  const listed = lists.map((list) => member(list, key)).filter((schema) => schema !== undefined);
  return listed.length > 0 && listed.length < lists.length && !listed.some((schema) => fitsPlainly(value, schema, declarations));
}

/** Whether a member is none of those that are listed, so that a type without an index signature refuses it even where the schema has rules for it. */
const isUnlisted = (statements: readonly Json[], key: string): boolean => {
  const lists = statements.map((schema) => member(schema, "properties")).filter((list) => list !== undefined);
  return lists.length > 0 && lists.every((list) => member(list, key) === undefined);
};
