// Takes the names of fields from examples where only texts state them: a text prints a name as its language writes it, an example shows what is sent.
import type { Contract, Declaration, Diagnostic, Example, Json, Origin, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { inferSchema } from "../lib/infer.ts";
import { entries, fromEntries, isArray, isObject, isSchema, isString, member } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow, pointerToken } from "../lib/pointer.ts";
import { spellingKey } from "../lib/spelling.ts";
import { mapSchema, pointerOf } from "../lib/schema-walk.ts";
import { kindOf, kindsAgree, kindsOf, kindWords } from "./kinds.ts";
import { type Declarations, followed, type Placed } from "./schema-facts.ts";

interface Shown {
  readonly name: string;
  readonly value: Json;
  readonly origin: Origin;
}

/** A field of a text, by its declaration and place, with what examples show of it. */
interface Field {
  readonly placed: Placed;
  readonly printed: string;
  /** By the name that the example writes; the first example of each name counts. */
  readonly shown: Map<string, Shown>;
  /** What a document of examples shows, whose types lead over those of texts. */
  readonly leading: Shown[];
}

/** What becomes of a declaration's fields, by the pointer of each. */
interface Changes {
  readonly names: Map<string, string>;
  readonly schemas: Map<string, Schema>;
}

/** Examples inside a text are part of it; a document of examples leads, so that the types of what it shows count too. */
export function wireNames(contract: Contract): Contract {
  if (contract.declarations.every(({ statedBy }) => statedBy !== "text")) return contract;
  const declarations = new Map(contract.declarations.map((one) => [one.name, one]));
  const files = new Set(contract.declarations.flatMap(({ origins }) => origins.map(({ file }) => file)));
  const fields = new Map<string, Field>();
  for (const example of contract.examples) {
    const declaration = declarations.get(example.declaration);
    if (declaration === undefined || example.pointer !== "") continue;
    collect(example, { schema: declaration.schema, declaration, pointer: "" }, !files.has(example.origin.file), declarations, fields);
  }
  const changes = new Map<string, Changes>();
  const diagnostics: Diagnostic[] = [];
  for (const field of fields.values()) {
    const { declaration, pointer } = field.placed;
    const own = changes.get(declaration.name) ?? { names: new Map<string, string>(), schemas: new Map<string, Schema>() };
    changes.set(declaration.name, own);
    const leading = partOrigin(declaration, pointer);
    const [first] = field.shown.values();
    // Names that an SDK prints are settled by a pass of their own, which knows more examples.
    const settledLater = declaration.printedNames !== undefined;
    if (first !== undefined && !field.shown.has(field.printed) && !settledLater) {
      own.names.set(pointer, first.name);
      diagnostics.push(
        diagnostic("wire-name-from-example", first.origin, { name: first.name, printed: field.printed, leading }, first.name.length + 2),
      );
    }
    const stated = kindsOf(field.placed.schema, declarations);
    const other = field.leading.find(({ value }) => value !== null && !kindsAgree(stated, new Set([kindOf(value)])));
    if (other === undefined) continue;
    own.schemas.set(pointer, inferSchema(other.value));
    const facts = { field: field.printed, weaker: kindWords(stated), stronger: kindWords(kindsOf(inferSchema(other.value), declarations)) };
    diagnostics.push(diagnostic("kinds-differ", leading, { ...facts, other: leading, leading: other.origin }, field.printed.length));
  }
  if (diagnostics.length === 0) return contract;
  return {
    ...contract,
    declarations: contract.declarations.map((one) => changed(one, changes.get(one.name))),
    diagnostics: [...contract.diagnostics, ...diagnostics],
  };
}

/** Notes what an example shows of the fields of texts, in objects at any depth. */
function collect(example: Example, root: Placed, leads: boolean, declarations: Declarations, fields: Map<string, Field>): void {
  const walk = (value: Json, from: Placed, pointer: string): void => {
    const placed = followed(from, declarations);
    const items = member(placed.schema, "items");
    if (isArray(value) && isSchema(items))
      value.forEach((item, index) =>
        walk(item, { ...placed, schema: items, pointer: pointerBelow(placed.pointer, "items") }, pointerBelow(pointer, index)),
      );
    const properties = member(placed.schema, "properties");
    if (!isObject(value) || !isObject(properties)) return;
    const bySpelling = new Map(Object.keys(properties).map((name) => [spellingKey(name), name]));
    for (const [name, inner] of entries(value)) {
      const printed = Object.hasOwn(properties, name) ? name : bySpelling.get(spellingKey(name));
      const schema = printed === undefined ? undefined : member(properties, printed);
      if (printed === undefined || !isSchema(schema)) continue;
      const at = pointerBelow(pointer, name);
      const own = { ...placed, schema, pointer: pointerBelow(placed.pointer, "properties", printed) };
      if (placed.declaration.statedBy === "text") {
        const key = `${placed.declaration.name}#${own.pointer}`;
        const field = fields.get(key) ?? { placed: own, printed, shown: new Map<string, Shown>(), leading: [] };
        const shown = { name, value: inner, origin: example.places[at] ?? example.origin };
        fields.set(key, field);
        if (!field.shown.has(name)) field.shown.set(name, shown);
        if (leads) field.leading.push(shown);
      }
      walk(inner, own, at);
    }
  };
  walk(example.value, root, "");
}

function changed(declaration: Declaration, changes: Changes | undefined): Declaration {
  if (changes === undefined || changes.names.size + changes.schemas.size === 0) return declaration;
  const { names, schemas } = changes;
  const schema = mapSchema(declaration.schema, (one, place) => {
    const properties = member(one, "properties");
    if (!isObject(properties)) return one;
    const pointer = pointerOf(place);
    const at = (name: string): string => pointerBelow(pointer, "properties", name);
    const required = member(one, "required");
    return {
      ...one,
      ...(isArray(required) ? { required: required.map((name) => (isString(name) ? (names.get(at(name)) ?? name) : name)) } : {}),
      properties: fromEntries(
        entries(properties).map(([name, inner]) => {
          const shown = schemas.get(at(name));
          return [names.get(at(name)) ?? name, isObject(shown) ? { ...described(inner), ...shown } : inner];
        }),
      ),
    };
  });
  const parts = Object.fromEntries(Object.entries(declaration.parts).map(([pointer, origins]) => [renamed(pointer, names), origins]));
  return { ...declaration, schema, parts };
}

const described = (schema: Json): { readonly [keyword: string]: Json } => {
  const description = member(schema, "description");
  return description === undefined ? {} : { description };
};

/** A pointer with the new name of each field that it leads through. */
function renamed(pointer: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return pointer;
  let before = "";
  return pointer
    .split("/")
    .slice(1)
    .map((token) => {
      before += `/${token}`;
      const name = names.get(before);
      return `/${name === undefined ? token : pointerToken(name)}`;
    })
    .join("");
}
