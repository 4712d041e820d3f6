// Whether every value of a schema is an object or a list that may have a part, so that TypeScript knows the type of that part.
import type { Declaration, Json } from "../contract.ts";
import { isArray, isObject, member, stringMember } from "./json.ts";

/** References may be in a row; more than these lead nowhere. */
const MOST_REFERENCES = 50;

type Declarations = ReadonlyMap<string, Declaration>;

/** `keys` are the names and indices that lead to the part. Null beside an object does no harm. */
export function hasPart(schema: Json | undefined, keys: readonly string[], declarations: Declarations): boolean {
  const [key, ...rest] = keys;
  return (
    key === undefined || partsAt(schema, key, declarations, MOST_REFERENCES)?.some((part) => hasPart(part, rest, declarations)) === true
  );
}

/** What a schema says of its part, in one or several statements; null when values without such a part may pass. */
function partsAt(schema: Json | undefined, key: string, declarations: Declarations, left: number): readonly Json[] | null {
  if (!isObject(schema) || left === 0) return null;
  const within = (one: Json | undefined): readonly Json[] | null => partsAt(one, key, declarations, left - 1);
  const type = member(schema, "type");
  const types = (isArray(type) ? type : [type]).filter((one) => one !== "null");
  const own = member(member(schema, "properties"), key);
  if (types.length === 1 && types[0] === "object" && own !== undefined) return [own];
  const items = member(schema, "items");
  if (types.length === 1 && types[0] === "array" && items !== undefined && key === "0") return [items];
  const all = member(schema, "allOf");
  const reference = stringMember(schema, "$ref");
  const together = [...(reference === undefined ? [] : [declarations.get(reference)?.schema]), ...(isArray(all) ? all : [])];
  const found = together.flatMap((one) => within(one) ?? []);
  if (found.length > 0) return found;
  for (const forms of [member(schema, "anyOf"), member(schema, "oneOf")]) {
    if (!isArray(forms)) continue;
    const parts = forms.filter((form) => member(form, "type") !== "null").map(within);
    if (parts.length > 0 && parts.every((part) => part !== null)) return parts.flatMap((part) => part ?? []);
  }
  return null;
}
