// Where subschemas stand inside a schema, and walks over them. What holds subschemas is said by the keywords' files.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, fromEntries, isArray, isObject, isSchema } from "./json.ts";
import { pointerBelow } from "./pointer.ts";

/** Rewrites one schema; `pointer` says where it stands. */
export type Rewrite = (schema: JsonObject, pointer: string) => Schema;

/** Rewrites a schema and everything in it, inner schemas first. Values of `const`, `enum` and examples are data and stay. */
export function mapSchema(schema: Schema, rewrite: Rewrite, pointer = ""): Schema {
  if (typeof schema === "boolean") return schema;
  const inner = (value: Json, at: string): Json => (isSchema(value) ? mapSchema(value, rewrite, at) : value);
  const mapped = entries(schema).map(([keyword, value]): readonly [string, Json] => {
    const at = pointerBelow(pointer, keyword);
    const holder = keywordOf(keyword)?.holds;
    if (holder === "schema") return [keyword, inner(value, at)];
    if (holder === "list" && isArray(value)) return [keyword, value.map((item, index) => inner(item, pointerBelow(at, index)))];
    if (holder === "map" && isObject(value))
      return [keyword, fromEntries(entries(value).map(([key, item]) => [key, inner(item, pointerBelow(at, key))]))];
    return [keyword, value];
  });
  return rewrite(fromEntries(mapped), pointer);
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
