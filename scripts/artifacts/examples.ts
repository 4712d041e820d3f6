// examples.ts: every example that passes, as a typed constant with its origin.
import type { Example, Json } from "../contract.ts";
import { code, identifier, join, jsonText, propertyName, stringLiteral, type Code } from "../lib/code.ts";
import { entries, isArray, isObject } from "../lib/json.ts";
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
    const types = owners.filter((name) => !enums.has(name));
    const enumTypes = owners.filter((name) => enums.has(name));
    return {
      header: headerOf(vendor),
      any: shown.length > 0,
      types: types.length === 0 ? null : join(types.map(identifier), code`, `),
      enumTypes: enumTypes.length === 0 ? null : join(enumTypes.map(identifier), code`, `),
      examples: namedExamples(shown).map(([name, example], index, all) =>
        exampleView(name, example, isTall(example.value) || isTall(all[index - 1]?.[1].value ?? [])),
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

function exampleView(name: string, { declaration, pointer, value, origin }: Example, apart: boolean): View {
  const keys = pointerKeys(pointer);
  const type = keys.reduce<Code>((at, key) => code`Exclude<${at}[${stringLiteral(key)}], undefined>`, identifier(declaration));
  return {
    apart,
    comment: docComment([`From ${sourceOf(origin)}.`], [], code``),
    name: identifier(name),
    type,
    value: printValue(value, code``),
  };
}

/** A JSON value as a literal, objects over several lines. */
function printValue(value: Json, indent: Code): Code {
  const deeper = code`${indent}  `;
  if (isArray(value)) {
    if (!value.some((item) => isObject(item) || isArray(item)))
      return code`[${join(
        value.map((item) => printValue(item, indent)),
        code`, `,
      )}]`;
    return code`[\n${join(value.map((item) => code`${deeper}${printValue(item, deeper)},\n`))}${indent}]`;
  }
  if (!isObject(value)) return typeof value === "string" ? stringLiteral(value) : jsonText(value);
  if (Object.keys(value).length === 0) return code`{}`;
  return code`{\n${join(entries(value).map(([key, inner]) => code`${deeper}${propertyName(key, "value")}: ${printValue(inner, deeper)},\n`))}${indent}}`;
}
