// What an example alone says of a field: its JSON type, and that of what is in it.
import type { Json, JsonObject } from "../contract.ts";
import { entries, fromEntries, isArray, isObject } from "./json.ts";

/** The widest schema that an example suggests. Numbers stay numbers: an example cannot show that they are never fractional. */
export function inferSchema(value: Json): JsonObject {
  if (value === null) return {};
  if (isArray(value)) {
    const [first] = value;
    return first === undefined ? { type: "array" } : { type: "array", items: inferSchema(first) };
  }
  if (isObject(value))
    return { type: "object", properties: fromEntries(entries(value).map(([name, inner]) => [name, inferSchema(inner)])) };
  return { type: typeof value };
}
