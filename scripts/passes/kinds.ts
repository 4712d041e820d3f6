// Which JSON types a schema lets pass, as far as its own keywords and its references say.
import type { Declaration, Json, Schema } from "../contract.ts";
import { isArray, isObject, isSchema, member, stringMember } from "../lib/json.ts";
import { alternatives } from "../keywords/words.ts";

export type Kinds = ReadonlySet<string> | null;

/** The types, or null when every type passes. `nullable` beside anything adds null. */
export function kindsOf(schema: Schema, declarations: ReadonlyMap<string, Declaration>, seen: ReadonlySet<string> = new Set()): Kinds {
  const kinds = ownKinds(schema, declarations, seen);
  return kinds !== null && member(schema, "nullable") === true ? new Set([...kinds, "null"]) : kinds;
}

function ownKinds(schema: Schema, declarations: ReadonlyMap<string, Declaration>, seen: ReadonlySet<string>): Kinds {
  const type = member(schema, "type");
  if (type !== undefined) return new Set((isArray(type) ? type : [type]).filter((one): one is string => typeof one === "string"));
  const reference = stringMember(schema, "$ref");
  const target = reference === undefined || seen.has(reference) ? undefined : declarations.get(reference);
  if (reference !== undefined && target !== undefined) return kindsOf(target.schema, declarations, new Set([...seen, reference]));
  const values = member(schema, "enum") ?? (member(schema, "const") === undefined ? undefined : [member(schema, "const") ?? null]);
  if (isArray(values)) return new Set(values.map(kindOf));
  const forms = member(schema, "anyOf") ?? member(schema, "oneOf");
  const inner = (form: Json): Kinds => (isSchema(form) ? kindsOf(form, declarations, seen) : null);
  if (isArray(forms)) {
    const kinds = forms.map(inner);
    return kinds.includes(null) ? null : new Set(kinds.flatMap((one) => [...(one ?? [])]));
  }
  const parts = member(schema, "allOf");
  if (isArray(parts)) return parts.map(inner).reduce(common, isObject(member(schema, "properties")) ? OBJECT : null);
  return isObject(member(schema, "properties")) ? OBJECT : null;
}

/** What a schema with properties and no type is read as. */
const OBJECT: Kinds = new Set(["object"]);

const common = (a: Kinds, b: Kinds): Kinds => (a === null ? b : b === null ? a : new Set([...a].filter((kind) => b.has(kind))));

/** The JSON type of a value; whole numbers are integers. */
export const kindOf = (value: Json): string =>
  value === null ? "null" : isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;

/** Types for a person: "string or null". */
export const kindWords = (kinds: Kinds): string => (kinds === null ? "of any type" : alternatives([...kinds]));

/** Whether the weaker statement can be true beside the stronger one: null and integer are details that tables leave out. */
export function kindsAgree(stronger: Kinds, weaker: Kinds): boolean {
  if (stronger === null || weaker === null) return true;
  const plain = (kinds: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...kinds].filter((kind) => kind !== "null").map((kind) => (kind === "integer" ? "number" : kind)));
  const [left, right] = [plain(stronger), plain(weaker)];
  return left.size === 0 || right.size === 0 || [...right].some((kind) => left.has(kind));
}

/** Whether two statements are the same but for null. */
export function sameKinds(a: Kinds, b: Kinds): boolean {
  if (a === null || b === null) return a === b;
  const plain = (kinds: ReadonlySet<string>): readonly string[] => [...kinds].filter((kind) => kind !== "null").toSorted();
  return plain(a).join() === plain(b).join();
}
