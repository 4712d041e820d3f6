// Holds the members of an object in source.json against a table of what each may be.
import type { Diagnostic, Json } from "./contract.ts";
import { diagnostic } from "./diagnostics.ts";
import { entries, isObject, member } from "./lib/json.ts";
import { pointedAt, pointerBelow, pointerKeys } from "./lib/pointer.ts";
import type { ValueText } from "./readers/reader.ts";

/** Whether a value will do, and what is expected in words that go on from “must be”. */
export type Check = readonly [holds: (value: Json) => boolean, expected: string];

export type Checks = { readonly [key: string]: Check };

export const TEXT: Check = [(value) => typeof value === "string" && value.trim() !== "", "a string that is not empty"];
export const OBJECT: Check = [isObject, "an object"];

/** One of a few texts. */
export const oneOf = (texts: readonly string[]): Check => [
  (value) => typeof value === "string" && texts.includes(value),
  `one of ${texts.map((text) => (/^\w/.test(text) ? text : JSON.stringify(text))).join(", ")}`,
];

/** A finding at a part of source.json. */
export function malformed(text: ValueText, at: string, key: string, expected: string): readonly Diagnostic[] {
  const origin = text.origin(at);
  return origin === undefined ? [] : [diagnostic("source-json", origin, { key, expected }, text.length(at))];
}

/** Reports a part that is no object, members of it that are not known or not well formed, and required ones that are not there. */
export function checkMembers(text: ValueText, pointer: string, checks: Checks, required: readonly string[] = []): readonly Diagnostic[] {
  const value = pointedAt(text.value, pointer);
  const name = pointerKeys(pointer).at(-1) ?? "the file";
  if (value !== undefined && !isObject(value)) return malformed(text, pointer, name, "an object");
  const wrong = entries(value).flatMap(([key, inner]) => {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined)
      return malformed(text, pointerBelow(pointer, key), `the member ${key}`, `one of ${Object.keys(checks).join(", ")}`);
    return check[0](inner) ? [] : malformed(text, pointerBelow(pointer, key), key, check[1]);
  });
  const missing = required.filter((key) => isObject(value) && member(value, key) === undefined);
  return [...wrong, ...missing.flatMap((key) => malformed(text, pointer, `the member ${key} of ${name}`, checks[key]?.[1] ?? "there"))];
}
