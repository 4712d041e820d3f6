// What the presence of a key brings with it.
import type { JsonObject } from "../contract.ts";
import { entries, isArray, isSchema, isString, member } from "../lib/json.ts";
import type { Lowering } from "./lowering.ts";
import { anyOfKind, KINDS, NEVER, objectOf, propertyOf, UNKNOWN, type Shape } from "./shape.ts";
import { union } from "./union.ts";

/** Each dependency doubles the forms of a type; more than these are left to the validator. */
const MOST = 4;

/** `dependentRequired` and `dependentSchemas`: objects without the key, or with it and what it asks for. */
export function dependentShapes(schema: JsonObject, lowering: Lowering): readonly Shape[] {
  const lists = entries(member(schema, "dependentRequired")).map(([key, names]): readonly [string, Shape] => [
    key,
    objectOf({ properties: (isArray(names) ? names.filter(isString) : []).map((name) => propertyOf(name, false, UNKNOWN)) }),
  ]);
  const schemas = entries(member(schema, "dependentSchemas")).map(([key, inner]): readonly [string, Shape] => [
    key,
    isSchema(inner) ? lowering.accepted(inner) : UNKNOWN,
  ]);
  return [...lists, ...schemas]
    .slice(0, MOST)
    .map(([key, shape]) => union([...NOT_OBJECTS, without(key), lowering.meet(having(key, UNKNOWN), shape)]));
}

const NOT_OBJECTS: readonly Shape[] = KINDS.filter((kind) => kind !== "object").map(anyOfKind);

/** Objects that lack a key. */
export const without = (name: string): Shape => objectOf({ properties: [propertyOf(name, true, NEVER)] });

/** Objects that have a key. */
export const having = (name: string, shape: Shape): Shape => objectOf({ properties: [propertyOf(name, false, shape)] });
