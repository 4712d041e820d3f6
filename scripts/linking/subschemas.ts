// Where subschemas stand in a schema object, by the keywords that its language knows.
import type { Json, JsonObject } from "../contract.ts";
import type { Language } from "../dialects/language.ts";
import { isArray, isObject } from "../lib/json.ts";
import { pointerToken } from "../lib/pointer.ts";

/** How a keyword's value holds subschemas, or null when it holds none. */
export function holderOf(keyword: string, value: Json, language: Language): "schema" | "list" | "map" | null {
  switch (language.rules.get(keyword)) {
    case "schema":
    case "contains":
    case "branch":
    case "additionalItems":
      return "schema";
    case "items":
      return isArray(value) ? "list" : "schema";
    case "list":
      return "list";
    case "map":
    case "definitions":
    case "dependencies":
      return "map";
    default:
      return null;
  }
}

/** Visits the values that stand where a schema object has subschemas; `at` is their pointer from the object. */
export function eachSubschema(
  schema: JsonObject,
  language: Language,
  visit: (inner: Json, at: string, applied: boolean, keyword: string) => void,
): void {
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (typeof value !== "object" || value === null) continue;
    const holder = holderOf(keyword, value, language);
    if (holder === null) continue;
    const applied = language.rules.get(keyword) !== "definitions";
    if (holder === "schema") visit(value, `/${keyword}`, applied, keyword);
    else if (holder === "list" && isArray(value))
      for (const [index, item] of value.entries()) visit(item, `/${keyword}/${index}`, applied, keyword);
    else if (holder === "map" && isObject(value))
      for (const [key, item] of Object.entries(value)) visit(item, `/${keyword}/${pointerToken(key)}`, applied, keyword);
  }
}
