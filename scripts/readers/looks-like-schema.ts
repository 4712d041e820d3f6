// Whether a JSON value is written as a JSON Schema, or only has members that are called like keywords.
import type { Json } from "../contract.ts";
import { entries, isArray, isObject, isSchema, isString } from "../lib/json.ts";

const TYPES: ReadonlySet<string> = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);

const isText = (value: Json): boolean => typeof value === "string";
const isType = (value: Json): boolean =>
  isString(value) ? TYPES.has(value) : isArray(value) && value.length > 0 && value.every((one) => isString(one) && TYPES.has(one));
const isMap = (value: Json): boolean => isObject(value) && entries(value).every(([, inner]) => isSchema(inner));
const isList = (value: Json): boolean => isArray(value) && value.length > 0 && value.every(isSchema);

/** Keywords that only a schema has at its top, with what they hold there: an event's own `type` is "invoice.created", and its `items` is a list of things. */
const TELLING: { readonly [keyword: string]: (value: Json) => boolean } = {
  $schema: isText,
  $id: isText,
  $ref: isText,
  type: isType,
  properties: isMap,
  $defs: isMap,
  definitions: isMap,
  items: isObject,
  allOf: isList,
  anyOf: isList,
  oneOf: isList,
  enum: isArray,
  const: () => true,
};

/** `id` names a schema in draft 4 and a thing everywhere else, so it tells nothing. */
export const looksLikeSchema = (value: Json): boolean =>
  entries(value).some(([key, inner]) => Object.hasOwn(TELLING, key) && TELLING[key]?.(inner) === true);

/** Whether a name stands at the top of schemas. */
export const isTellingName = (name: string): boolean => Object.hasOwn(TELLING, name);
