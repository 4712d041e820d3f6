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

/** Values with more levels are handled without recursion. */
const DEEP_LEVELS = 200;

/** Whether a value is nested more deeply than functions should call themselves. */
export function isDeep(value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let count = 0; level.length > 0; count += 1) {
    if (count > DEEP_LEVELS) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** The JSON text of a value, without recursion. */
export function deepJsonText(value: Json): string {
  const pieces: string[] = [];
  const open: (string | { readonly value: Json })[] = [{ value }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") pieces.push(next);
    else if (typeof next.value !== "object" || next.value === null) pieces.push(JSON.stringify(next.value));
    else {
      const inArray = isArray(next.value);
      const parts = Object.entries(next.value).map(([key, inner], index) => {
        const before = `${index > 0 ? "," : ""}${inArray ? "" : `${JSON.stringify(key)}:`}`;
        return [before, { value: inner }] as const;
      });
      pieces.push(inArray ? "[" : "{");
      open.push(inArray ? "]" : "}");
      for (const [before, inner] of parts.toReversed()) open.push(inner, before);
    }
  }
  return pieces.join("");
}
