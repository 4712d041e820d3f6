// The two schemas that every competitor gets, with formats and without.
import { readFileSync } from "node:fs";

export const VENDORS = /** @type {const} */ (["codat", "railz"]);

/** Whether formats are checked, or are left out as the annotations that they are by default. */
export const MODES = /** @type {const} */ (["asserted", "annotated"]);

function withoutFormats(schema) {
  if (Array.isArray(schema)) return schema.map(withoutFormats);
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => keyword !== "format");
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, withoutFormats(value)]));
}

/**
 * @param {"codat" | "railz"} vendor
 * @param {"asserted" | "annotated"} mode
 * @returns {object} a JSON Schema 2020-12; no property is named "format"
 */
export function schemaOf(vendor, mode) {
  const schema = JSON.parse(readFileSync(new URL(`../schemas/${vendor}.json`, import.meta.url), "utf8"));
  return mode === "asserted" ? schema : withoutFormats(schema);
}
