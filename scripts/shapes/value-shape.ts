// The shape of one JSON value.
import type { Json } from "../contract.ts";
import { entries, isArray, isDeep, isObject } from "../lib/json.ts";
import { arrayOf, NEVER, objectOf, propertyOf, UNKNOWN, type Shape } from "./shape.ts";

/** The value alone; a number that no literal can hold may be any, and so may what is nested too deeply to be a type. */
export const valueShape = (value: Json): Shape => (isDeep(value) ? UNKNOWN : shapeOf(value));

function shapeOf(value: Json): Shape {
  if (value === null) return { kind: "null" };
  if (typeof value === "number") return Number.isFinite(value) ? { kind: "literal", value } : { kind: "number" };
  if (typeof value === "string" || typeof value === "boolean") return { kind: "literal", value };
  if (isArray(value)) {
    const first = value.map(shapeOf);
    return arrayOf({ first, rest: NEVER, min: first.length, max: first.length });
  }
  const properties = entries(value).map(([name, inner]) => propertyOf(name, false, shapeOf(inner)));
  // TypeScript cannot forbid further keys of other values; saying it in part would only be longer.
  return isObject(value) ? objectOf({ properties, others: properties.length === 0 ? NEVER : UNKNOWN }) : UNKNOWN;
}
