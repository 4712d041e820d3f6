// Which types are so plain that their fixtures need no trial: values of them are made at the first try, and each of their rules is broken without a word on the others.
import type { Declaration, Json, JsonObject, Schema } from "../contract.ts";
import { entries, isArray, isSchema, isString, member, stringMember } from "../lib/json.ts";
import { kindsOf } from "../passes/kinds.ts";
import { objectParts } from "./object-parts.ts";
import { haveRoom, isOfOneType } from "./plain-rules.ts";

/** Rules that values are made by at once, and which no other rule makes impossible. */
const RULES: ReadonlySet<string> = new Set([
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "const",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minItems",
  "maxItems",
  "uniqueItems",
  "maxProperties",
  "propertyNames",
]);

/** Keywords that say nothing of values. */
const REMARKS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "$comment",
]);

/** Whether a keyword says nothing of values. */
export const isRemark = (keyword: string): boolean => REMARKS.has(keyword) || keyword.startsWith("x-");

/** Values in values of one type, and types in types that must be there: deeper ones are not made. */
const MOST_LEVELS = 10;
const DEEPEST = 9;

/** The names of the declarations that are plain: by themselves, and in what must stand inside of their values as far as that is plain. */
export function plainTypes(declarations: readonly Declaration[]): ReadonlySet<string> {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const waiting = new Map<string, Set<string>>();
  const holders = new Map<string, string[]>();
  for (const { name, schema } of declarations) {
    const needed = new Set<string>();
    if (!isPlain(schema, { isNeeded: true, isListed: true, level: 0 }, { byName, needed })) continue;
    waiting.set(name, needed);
    for (const inner of needed) {
      const known = holders.get(inner);
      if (known === undefined) holders.set(inner, [name]);
      else known.push(name);
    }
  }
  // A type that must hold itself waits for ever.
  const found = new Set<string>();
  let level = declarations.map(({ name }) => name).filter((name) => (waiting.get(name)?.size ?? 0) === 0);
  for (let depth = 0; level.length > 0 && depth < DEEPEST; depth += 1) {
    const next: string[] = [];
    for (const name of level) {
      if (waiting.has(name)) found.add(name);
      for (const holder of holders.get(name) ?? []) {
        const others = waiting.get(holder);
        if (others?.delete(name) === true && others.size === 0) next.push(holder);
      }
    }
    level = next;
  }
  return found;
}

interface At {
  /** Whether a value must be there. */
  readonly isNeeded: boolean;
  /** Whether examples of it are examples of the contract, and thus proven. */
  readonly isListed: boolean;
  /** How many schemas of its declaration it is in. */
  readonly level: number;
}

interface Around {
  readonly byName: ReadonlyMap<string, Declaration>;
  /** The types that must stand inside. */
  readonly needed: Set<string>;
}

function isPlain(schema: Json, at: At, around: Around): boolean {
  if (!isSchema(schema) || at.level > MOST_LEVELS) return false;
  if (typeof schema === "boolean") return schema;
  const rules = Object.keys(schema).filter((keyword) => !isRemark(keyword));
  if (!at.isListed && member(schema, "examples") !== undefined) return false;
  const [only] = rules;
  if (rules.length === 1 && only !== undefined && CHOICES.has(only)) return isPlainChoice(only, schema, at, around);
  const parts = member(schema, "allOf");
  if (isArray(parts)) {
    const telling = parts.filter((part) => Object.keys(part ?? {}).some((keyword) => !isRemark(keyword)));
    const [one] = telling;
    return rules.length === 1 && telling.length === 1 && one !== undefined ? isPlain(one, at, around) : isPlainObject(schema, at, around);
  }
  return (
    rules.every((keyword) => RULES.has(keyword)) &&
    isOfOneType(schema, rules) &&
    haveRoom(schema) &&
    innerOf(schema, at).every(([inner, place]) => isPlain(inner, place, around))
  );
}

const CHOICES: ReadonlySet<string> = new Set(["$ref", "anyOf", "oneOf"]);

/** A reference, a form beside null, or forms of which any will do: no value passes two of them where it must pass one. */
function isPlainChoice(keyword: string, schema: JsonObject, at: At, around: Around): boolean {
  const reference = stringMember(schema, keyword);
  if (reference !== undefined) {
    if (at.isNeeded) around.needed.add(reference);
    return true;
  }
  const forms = member(schema, keyword);
  if (!isArray(forms) || forms.length === 0) return false;
  // A value of neither type is told of the choice, and of no type.
  const isBesideNull = forms.length === 2 && forms.some((form) => member(form, "type") === "null");
  if (keyword === "oneOf" && isBesideNull) return false;
  return (keyword === "anyOf" || areApart(forms.filter(isSchema), around)) && forms.every((form) => isPlain(form, at, around));
}

/** An object in parts, each of which has members of its own. */
function isPlainObject(schema: JsonObject, at: At, around: Around): boolean {
  const parts = objectParts(schema, around.byName, (keyword) => !isRemark(keyword));
  if (parts === null) return false;
  const required = new Set(parts.flatMap(requiredIn));
  return parts.every((part) =>
    entries(member(part, "properties")).every(([name, inner]) =>
      isPlain(inner, { ...at, isNeeded: at.isNeeded && required.has(name), level: at.level + 1 }, around),
    ),
  );
}

function requiredIn(schema: JsonObject): readonly string[] {
  const list = member(schema, "required");
  return isArray(list) ? list.filter(isString) : [];
}

/** Whether no value is of two of some schemas, by their mere types. */
function areApart(forms: readonly Schema[], { byName }: Around): boolean {
  const kinds = forms.flatMap((form) => [
    ...new Set([...(kindsOf(form, byName) ?? ["any"])].map((kind) => (kind === "integer" ? "number" : kind))),
  ]);
  return !kinds.includes("any") && new Set(kinds).size === kinds.length;
}

/** The schemas inside. A required member that no schema names may be anything, if it may be there at all. */
function innerOf(schema: JsonObject, { isNeeded, isListed, level }: At): readonly (readonly [Json, At])[] {
  const properties = entries(member(schema, "properties"));
  const required = new Set(requiredIn(schema));
  const others = member(schema, "additionalProperties");
  const items = member(schema, "items");
  const place = (isThere: boolean, isProven: boolean): At => ({
    isNeeded: isNeeded && isThere,
    isListed: isListed && isProven,
    level: level + 1,
  });
  const named = properties.map(([name, inner]) => [inner, place(required.has(name), true)] as const);
  for (const [name] of properties) required.delete(name);
  const isOther = others !== undefined && (others !== false || required.size > 0);
  return [
    ...named,
    ...(isOther ? [[others, place(required.size > 0, false)] as const] : []),
    ...(items === undefined ? [] : [[items, place(member(schema, "minItems") !== undefined, true)] as const]),
  ];
}
