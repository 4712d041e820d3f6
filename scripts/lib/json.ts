// The one file that narrows JSON values: TypeScript's own guards lose `readonly` arrays and index signatures.
import type { Json, JsonObject, Schema } from "../contract.ts";

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isString = (value: Json | undefined): value is string => typeof value === "string";

export const isSchema = (value: Json | undefined): value is Schema => typeof value === "boolean" || isObject(value);

/** What a value is, for a person: "null", "a list", "5". */
export const valueWords = (value: Json): string =>
  value === null ? "null" : isArray(value) ? "a list" : isObject(value) ? "an object" : JSON.stringify(value);

/** An own member, or undefined. */
export const member = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** An own member that is a string, or undefined. */
export function stringMember(value: Json | undefined, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === "string" ? found : undefined;
}

/** The own members of an object in their order, as pairs; none for anything else. */
export const entries = (value: Json | undefined): readonly (readonly [string, Json])[] => (isObject(value) ? Object.entries(value) : []);

/** An object from pairs; a `__proto__` key becomes a member like any other. */
export const fromEntries = (pairs: Iterable<readonly [string, Json]>): JsonObject => Object.fromEntries(pairs);

/** Whether two JSON values are equal (JSON Schema 2020-12 Core, section 4.2.2): members in any order. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}
