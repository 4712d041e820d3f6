// What examples alone say of a field: its JSON type, and that of what is in it.
import type { Json, JsonObject } from "../contract.ts";
import { entries, fromEntries, isArray, isObject, member } from "./json.ts";

/** The widest schema that an example suggests. Numbers stay numbers: an example cannot show that they are never fractional. */
export function inferSchema(value: Json): JsonObject {
  if (value === null) return {};
  if (isArray(value)) return value.length === 0 ? { type: "array" } : { type: "array", items: inferTogether(value) };
  if (isObject(value))
    return { type: "object", properties: fromEntries(entries(value).map(([name, inner]) => [name, inferSchema(inner)])) };
  return { type: typeof value };
}

/** The schema of several examples of the same: what one of them lacks another may show, and where they differ anything passes. */
export const inferTogether = (values: readonly Json[]): JsonObject =>
  values.length === 0 ? {} : values.map(inferSchema).reduce((all, one) => widened(all, one));

function widened(a: JsonObject, b: JsonObject): JsonObject {
  if (member(a, "type") !== member(b, "type")) return {};
  const [left, right] = [member(a, "properties"), member(b, "properties")];
  if (left !== undefined && right !== undefined) {
    const names = new Set([...entries(left), ...entries(right)].map(([name]) => name));
    return { type: "object", properties: fromEntries([...names].map((name) => [name, together(member(left, name), member(right, name))])) };
  }
  const [item, other] = [member(a, "items"), member(b, "items")];
  return item === undefined && other === undefined ? a : { type: "array", items: together(item, other) };
}

const together = (a: Json | undefined, b: Json | undefined): Json => (isObject(a) && isObject(b) ? widened(a, b) : (a ?? b ?? {}));
