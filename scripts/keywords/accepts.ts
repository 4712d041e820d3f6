// What a keyword's value may be: checks that several keywords share. Each gives the words for what was expected, or null.
import type { Json } from "../contract.ts";
import { isArray, isObject, isSchema, member } from "../lib/json.ts";

const expected =
  (holds: (value: Json) => boolean, words: string) =>
  (value: Json): string | null =>
    holds(value) ? null : words;

/** Without recursion: a value may be nested deeply. */
function isFinite(value: Json): boolean {
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "number" && !Number.isFinite(next)) return false;
    if (typeof next === "object" && next !== null) for (const inner of Object.values(next)) open.push(inner);
  }
  return true;
}

export const anything = (): null => null;
export const aSchema: (value: Json) => string | null = expected(isSchema, "a schema: an object, true or false");
export const aText: (value: Json) => string | null = expected((value) => typeof value === "string", "a string");
/** YAML and JSON texts can state numbers that no JSON text can hold. */
export const aValue: (value: Json) => string | null = expected(isFinite, "a JSON value: its numbers must be finite");
export const aFlag: (value: Json) => string | null = expected((value) => typeof value === "boolean", "true or false");
export const aList: (value: Json) => string | null = expected((value) => isArray(value) && isFinite(value), "a list of JSON values");
export const aNumber: (value: Json) => string | null = expected(
  (value) => typeof value === "number" && Number.isFinite(value),
  "a finite number",
);
export const aCount: (value: Json) => string | null = expected(
  (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
  "a whole number of at least 0",
);
export const aPositiveNumber: (value: Json) => string | null = expected(
  (value) => typeof value === "number" && Number.isFinite(value) && value > 0,
  "a finite number above 0",
);
export const texts: (value: Json) => string | null = expected(
  (value) => isArray(value) && value.every((item) => typeof item === "string"),
  "a list of strings",
);
// What stands inside is looked at where it stands, so that a finding has its place.
export const someSchemas: (value: Json) => string | null = expected(
  (value) => isArray(value) && value.length > 0,
  "a list of at least one schema",
);
/** Swagger 2.0 names the member and no more (OpenAPI 3.1, "Discriminator Object"). */
export const aDiscriminator: (value: Json) => string | null = expected(
  (value) =>
    typeof value === "string" ||
    (typeof member(value, "propertyName") === "string" && (member(value, "mapping") === undefined || isObject(member(value, "mapping")))),
  "an object with a propertyName, and with a mapping of values to schemas",
);
export const namedSchemas: (value: Json) => string | null = expected(isObject, "an object of schemas");
