// Where subschemas stand inside a schema, and walks over them. What holds subschemas is said by the keywords' files.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { keywordOf } from "../keywords/registry.ts";
import { fromEntries, isArray, isObject, isSchema, member } from "./json.ts";
import { pointerToken } from "./pointer.ts";

/** Where a schema stands: a step below another place, or null for the schema that the walk began with. Hardly any is ever written out. */
export type Place = { readonly above: Place; readonly key: string | number } | null;

/** The RFC 6901 pointer of a place, or of a keyword there. */
export const pointerOf = (place: Place, keyword?: string): string => {
  const here = place === null ? "" : `${pointerOf(place.above)}/${pointerToken(place.key)}`;
  return keyword === undefined ? here : `${here}/${pointerToken(keyword)}`;
};

/** Rewrites one schema; `place` says where it stands. */
export type Rewrite = (schema: JsonObject, place: Place) => Schema;

/**
 * Rewrites a schema and everything in it, inner schemas first. Values of `const`, `enum` and examples are data and stay. What no rewrite changes is
 * the same object afterwards: most passes change little of a large document.
 */
export function mapSchema(schema: Schema, rewrite: Rewrite, place: Place = null): Schema {
  if (typeof schema === "boolean") return schema;
  const mapped = mapMembers(schema, (keyword, value) => {
    const holder = holderOf(keyword);
    return holder === undefined ? value : mapHeld(holder, value, rewrite, { above: place, key: keyword });
  });
  return rewrite(mapped, place);
}

/** The value of a keyword that holds schemas, these rewritten; the very value when none changes. */
function mapHeld(holder: "schema" | "list" | "map", value: Json, rewrite: Rewrite, at: Place): Json {
  const inner = (key: string | number, one: Json): Json => (isSchema(one) ? mapSchema(one, rewrite, { above: at, key }) : one);
  if (holder === "schema") return isSchema(value) ? mapSchema(value, rewrite, at) : value;
  if (holder === "map") return isObject(value) ? mapMembers(value, inner) : value;
  return isArray(value) ? mapItems(value, (item, index) => inner(index, item)) : value;
}

/** A list with other items; the very list when none is another. */
export function mapItems<T>(list: readonly T[], map: (item: T, index: number) => T): readonly T[] {
  const mapped = list.map((item, index) => map(item, index));
  return mapped.every((item, index) => item === list[index]) ? list : mapped;
}

/** An object with other values; the very object when none is another. */
export function mapMembers(object: JsonObject, map: (key: string, value: Json) => Json): JsonObject {
  let changed: Map<string, Json> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    const mapped = map(key, value);
    if (mapped !== value) (changed ??= new Map()).set(key, mapped);
  }
  if (changed === undefined) return object;
  const others = changed;
  return fromEntries(Object.entries(object).map(([key, value]) => [key, others.get(key) ?? value]));
}

/** Visits a schema and everything in it, outer schemas first. */
export function visitSchema(schema: Json, visit: (schema: Json, place: Place) => void, place: Place = null): void {
  visit(schema, place);
  if (!isObject(schema)) return;
  for (const keyword of Object.keys(schema)) {
    const holder = holderOf(keyword);
    if (holder === undefined) continue;
    const value = member(schema, keyword) ?? null;
    const at = { above: place, key: keyword };
    if (holder === "schema") visitSchema(value, visit, at);
    else if (holder === "list" && isArray(value)) value.forEach((item, key) => visitSchema(item, visit, { above: at, key }));
    else if (holder === "map" && isObject(value))
      for (const key of Object.keys(value)) visitSchema(value[key] ?? null, visit, { above: at, key });
  }
}

/** The keywords of a schema and of all schemas in it. Most passes look for a few, which most schemas have nowhere. */
export function keywordsIn(schema: Schema): ReadonlySet<string> {
  if (typeof schema === "boolean") return NONE;
  const known = keywordsBySchema.get(schema);
  if (known !== undefined) return known;
  const found = new Set<string>();
  visitSchema(schema, (inner) => {
    if (isObject(inner)) for (const keyword of Object.keys(inner)) found.add(keyword);
  });
  keywordsBySchema.set(schema, found);
  return found;
}

const NONE: ReadonlySet<string> = new Set();
const keywordsBySchema = new WeakMap<JsonObject, ReadonlySet<string>>();

const holders = new Map<string, "schema" | "list" | "map" | undefined>();

/** What the value of a keyword holds. */
function holderOf(keyword: string): "schema" | "list" | "map" | undefined {
  const known = holders.get(keyword);
  if (known !== undefined || holders.has(keyword)) return known;
  const holder = keywordOf(keyword)?.holds;
  holders.set(keyword, holder);
  return holder;
}
