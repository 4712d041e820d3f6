// What the drafts of JSON Schema differ in, as far as the random schemas need it.

/**
 * @typedef {object} Draft
 * @property {string} name as on the command line
 * @property {string} dialect as our compiler calls it
 * @property {string} uri of the meta-schema
 * @property {number} year for comparisons
 * @property {string} id the keyword that identifies a resource
 * @property {string} definitions the keyword that holds schemas for reuse
 */

/** @type {readonly Draft[]} */
export const DRAFTS = [
  { name: "4", dialect: "draft-04", uri: "http://json-schema.org/draft-04/schema#", year: 2013, id: "id", definitions: "definitions" },
  { name: "6", dialect: "draft-06", uri: "http://json-schema.org/draft-06/schema#", year: 2017, id: "$id", definitions: "definitions" },
  { name: "7", dialect: "draft-07", uri: "http://json-schema.org/draft-07/schema#", year: 2018, id: "$id", definitions: "definitions" },
  { name: "2019-09", dialect: "2019-09", uri: "https://json-schema.org/draft/2019-09/schema", year: 2019, id: "$id", definitions: "$defs" },
  { name: "2020-12", dialect: "2020-12", uri: "https://json-schema.org/draft/2020-12/schema", year: 2020, id: "$id", definitions: "$defs" },
];

/** Keywords that hold one schema. */
export const ONE = [
  "additionalItems",
  "contains",
  "additionalProperties",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties",
];
/** Keywords that hold a list of schemas. */
export const LIST = ["allOf", "anyOf", "oneOf", "prefixItems"];
/** Keywords that hold named schemas. */
export const NAMED = ["properties", "patternProperties", "definitions", "$defs", "dependentSchemas"];

/** Whether a value may be a schema. @param {unknown} value */
export const isSchema = (value) => typeof value === "boolean" || (typeof value === "object" && value !== null && !Array.isArray(value));

/** The schemas right inside a schema object, with their way. @param {Record<string, unknown>} schema @returns {[path: string[], schema: unknown][]} */
export function inner(schema) {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === "items") return Array.isArray(value) ? value.map((one, index) => [[key, String(index)], one]) : [[[key], value]];
    if (ONE.includes(key)) return [[[key], value]];
    if (LIST.includes(key)) return Array.isArray(value) ? value.map((one, index) => [[key, String(index)], one]) : [];
    if (NAMED.includes(key) || key === "dependencies")
      return Object.entries(value ?? {}).flatMap(([name, one]) => (isSchema(one) ? [[[key, name], one]] : []));
    return [];
  });
}
