// Where subschemas stand inside a schema, and walks over them. What holds subschemas is said by the keywords' files.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, fromEntries, isArray, isObject, isSchema } from "./json.ts";
import { pointerBelow } from "./pointer.ts";

/** Rewrites one schema; `pointer` says where it stands. */
export type Rewrite = (schema: JsonObject, pointer: string) => Schema;

/**
 * Rewrites a schema and everything in it, inner schemas first. Values of `const`, `enum` and examples are data and stay. What no rewrite changes is
 * the same object afterwards: most passes change little of a large document.
 */
export function mapSchema(schema: Schema, rewrite: Rewrite, pointer = ""): Schema {
  if (typeof schema === "boolean") return schema;
  const changed = new Map<string, Json>();
  for (const [keyword, value] of entries(schema)) {
    const holder = keywordOf(keyword)?.holds;
    if (holder === undefined) continue;
    const mapped = mapHeld(holder, value, rewrite, pointerBelow(pointer, keyword));
    if (mapped !== value) changed.set(keyword, mapped);
  }
  const mapped = changed.size === 0 ? schema : fromEntries(entries(schema).map(([key, value]) => [key, changed.get(key) ?? value]));
  return rewrite(mapped, pointer);
}

/** The value of a keyword that holds schemas, these rewritten; the very value when none changes. */
function mapHeld(holder: "schema" | "list" | "map", value: Json, rewrite: Rewrite, at: string): Json {
  const inner = (one: Json, below: string): Json => (isSchema(one) ? mapSchema(one, rewrite, below) : one);
  if (holder === "schema") return inner(value, at);
  if (holder === "list" && isArray(value)) {
    const mapped = value.map((item, index) => inner(item, pointerBelow(at, index)));
    return mapped.every((item, index) => item === value[index]) ? value : mapped;
  }
  if (holder !== "map" || !isObject(value)) return value;
  const mapped = entries(value).map(([key, item]) => [key, inner(item, pointerBelow(at, key))] as const);
  return mapped.every(([key, item]) => item === value[key]) ? value : fromEntries(mapped);
}

/** Visits a schema and everything in it, outer schemas first. */
export function visitSchema(schema: Json, visit: (schema: Json, pointer: string) => void, pointer = ""): void {
  visit(schema, pointer);
  for (const [keyword, value] of entries(schema)) {
    const at = pointerBelow(pointer, keyword);
    const holder = keywordOf(keyword)?.holds;
    if (holder === "schema") visitSchema(value, visit, at);
    else if (holder === "list" && isArray(value)) value.forEach((item, index) => visitSchema(item, visit, pointerBelow(at, index)));
    else if (holder === "map") for (const [key, item] of entries(value)) visitSchema(item, visit, pointerBelow(at, key));
  }
}
