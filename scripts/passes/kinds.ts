// Which JSON types a schema lets pass, as far as its own keywords and its references say.
import type { Declaration, Json, Schema } from "../contract.ts";
import { isArray, isSchema, member, stringMember } from "../lib/json.ts";
import { alternatives } from "../keywords/words.ts";

/** The types, or null when every type passes. `nullable` beside anything adds null. */
export function kindsOf(
  schema: Schema,
  declarations: ReadonlyMap<string, Declaration>,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> | null {
  const type = member(schema, "type");
  if (type !== undefined) return new Set((isArray(type) ? type : [type]).filter((one): one is string => typeof one === "string"));
  const reference = stringMember(schema, "$ref");
  const target = reference === undefined || seen.has(reference) ? undefined : declarations.get(reference);
  if (reference !== undefined && target !== undefined) return kindsOf(target.schema, declarations, new Set([...seen, reference]));
  const values = member(schema, "enum") ?? (member(schema, "const") === undefined ? undefined : [member(schema, "const") ?? null]);
  if (isArray(values)) return new Set(values.map(kindOf));
  const forms = member(schema, "anyOf") ?? member(schema, "oneOf");
  if (isArray(forms)) {
    const kinds = forms.map((form) => (isSchema(form) ? kindsOf(form, declarations, seen) : null));
    return kinds.includes(null) ? null : new Set(kinds.flatMap((one) => [...(one ?? [])]));
  }
  return null;
}

/** The JSON type of a value; whole numbers are integers. */
const kindOf = (value: Json): string =>
  value === null ? "null" : isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;

/** Types for a person: "string or null". */
export const kindWords = (kinds: ReadonlySet<string> | null): string => (kinds === null ? "of any type" : alternatives([...kinds]));

/** Whether the weaker statement can be true beside the stronger one: null and integer are details that tables leave out. */
export function kindsAgree(stronger: ReadonlySet<string> | null, weaker: ReadonlySet<string> | null): boolean {
  if (stronger === null || weaker === null) return true;
  const plain = (kinds: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...kinds].filter((kind) => kind !== "null").map((kind) => (kind === "integer" ? "number" : kind)));
  const [left, right] = [plain(stronger), plain(weaker)];
  return left.size === 0 || right.size === 0 || [...right].some((kind) => left.has(kind));
}
