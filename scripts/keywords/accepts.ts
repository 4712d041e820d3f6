// What a keyword's value may be: checks that several keywords share. Each gives the words for what was expected, or null.
import type { Json } from "../contract.ts";
import { entries, isArray, isObject, isSchema } from "../lib/json.ts";

const expected =
  (holds: (value: Json) => boolean, words: string) =>
  (value: Json): string | null =>
    holds(value) ? null : words;

export const anything = (): null => null;
export const aSchema: (value: Json) => string | null = expected(isSchema, "a schema: an object, true or false");
export const aText: (value: Json) => string | null = expected((value) => typeof value === "string", "a string");
export const aFlag: (value: Json) => string | null = expected((value) => typeof value === "boolean", "true or false");
export const aList: (value: Json) => string | null = expected(isArray, "a list");
export const aNumber: (value: Json) => string | null = expected((value) => typeof value === "number" && Number.isFinite(value), "a finite number");
export const aCount: (value: Json) => string | null = expected((value) => typeof value === "number" && Number.isInteger(value) && value >= 0, "a whole number of at least 0");
export const texts: (value: Json) => string | null = expected((value) => isArray(value) && value.every((item) => typeof item === "string"), "a list of strings");
export const someSchemas: (value: Json) => string | null = expected((value) => isArray(value) && value.length > 0 && value.every(isSchema), "a list of at least one schema");
export const namedSchemas: (value: Json) => string | null = expected((value) => isObject(value) && entries(value).every(([, item]) => isSchema(item)), "an object of schemas");
