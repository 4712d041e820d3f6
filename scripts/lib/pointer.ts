// RFC 6901 JSON Pointers.
import type { Json } from "../contract.ts";
import { isArray, member } from "./json.ts";

/** One reference token, escaped (RFC 6901, section 3). */
export const pointerToken = (key: string | number): string => String(key).replace(/~/g, "~0").replace(/\//g, "~1");

/** A pointer some steps below another. */
export const pointerBelow = (pointer: string, ...keys: readonly (string | number)[]): string =>
  keys.reduce<string>((path, key) => `${path}/${pointerToken(key)}`, pointer);

/** The unescaped tokens of a pointer. */
export const pointerKeys = (pointer: string): readonly string[] =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));

/** The value that a pointer names, or undefined. Only own members count. */
export function pointedAt(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const key of pointerKeys(pointer)) at = isArray(at) ? at[Number(key)] : member(at, key);
  return at;
}
