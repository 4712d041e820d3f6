// Whether a JSON value is written as a JSON Schema, or only has members that are called like keywords.
import type { Json } from "../contract.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, isArray, isObject, isString } from "../lib/json.ts";

const TYPES: ReadonlySet<string> = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);

const always = (): boolean => true;

/**
 * Keywords that only a schema has at its top. Three of them are common in events too, where they hold something else: `type` is
 * "invoice.created" (there, other members are no keywords), `items` a list of things, `properties` a map of values. A wrong value of any other kind is a mistake in a schema.
 */
const TELLING: { readonly [keyword: string]: (value: Json) => boolean } = {
  $schema: always,
  $id: always,
  $ref: always,
  $defs: always,
  definitions: always,
  allOf: always,
  anyOf: always,
  oneOf: always,
  enum: always,
  const: always,
  type: (value) => !isString(value) || TYPES.has(value),
  items: (value) => !isArray(value) || value.length === 0,
  properties: (value) => !isObject(value) || entries(value).length === 0 || entries(value).some(([, inner]) => isObject(inner)),
};

const isSchemaWithMistake = (value: Json): boolean =>
  isObject(value) && Object.hasOwn(value, "type") && Object.keys(value).every((key) => keywordOf(key) !== undefined);

/** `id` names a schema in draft 4 and a thing everywhere else, so it tells nothing. */
export const looksLikeSchema = (value: Json): boolean =>
  isSchemaWithMistake(value) || entries(value).some(([key, inner]) => Object.hasOwn(TELLING, key) && TELLING[key]?.(inner) === true);

/** Whether a name stands at the top of schemas. */
export const isTellingName = (name: string): boolean => Object.hasOwn(TELLING, name);
