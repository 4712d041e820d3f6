// RFC 6901 JSON Pointers.
import type { Json } from "../contract.ts";
import { isArray, member } from "./json.ts";

/** One reference token, escaped (RFC 6901, section 3). */
export function pointerToken(key: string | number): string {
  if (typeof key === "number" || !(key.includes("/") || key.includes("~"))) return String(key);
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
}

/** A pointer some steps below another. */
export function pointerBelow(pointer: string, ...keys: readonly (string | number)[]): string {
  let path = pointer;
  for (const key of keys) path += `/${pointerToken(key)}`;
  return path;
}

/** The unescaped tokens of a pointer. */
export const pointerKeys = (pointer: string): readonly string[] =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((token) => (token.includes("~") ? token.replace(/~1/g, "/").replace(/~0/g, "~") : token));

/** The value that a pointer names, or undefined. Only own members count. */
export function pointedAt(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const key of pointerKeys(pointer)) at = isArray(at) ? at[Number(key)] : member(at, key);
  return at;
}
