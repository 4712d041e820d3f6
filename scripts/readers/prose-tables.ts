// The tables of a page: the object that each of them describes, and where it stands in the others.
import type { Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, isObject, member } from "../lib/json.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { singular } from "../lib/words.ts";
import type { LaidTable } from "./prose-layout.ts";
import { proseRow, type RowContext } from "./prose-row.ts";
import { allows } from "./prose-types.ts";
import { type Row, tableSchema } from "./table-schema.ts";

/** A table as it stands on the page. */
export interface ProseTable {
  /** The heading or sentence that it goes by. */
  readonly heading: string;
  /** All that may say what it describes, the closest first. */
  readonly titles: readonly string[];
  readonly table: LaidTable;
  readonly origin: Origin;
  readonly offset: number;
}

/** The object that a table describes. */
export interface Described {
  readonly schema: JsonObject;
  readonly parts: { readonly [pointer: string]: readonly Origin[] };
  readonly diagnostics: readonly Diagnostic[];
}

/** A table's object by itself. Lines that are no rows are findings. */
export function describe({ table, origin }: ProseTable, context: Omit<RowContext, "pointer">): Described {
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  let above = "";
  for (const laid of table.rows) {
    const { row, diagnostics: found } = proseRow(laid, above, { ...context, pointer: origin.pointer });
    diagnostics.push(...found);
    if (row === null) continue;
    rows.push(row);
    const part = /^[↳└|>»·•—-]/.test(laid.cells.name?.text ?? "");
    if (!part) above = allows(row.schema, "array") ? `${row.name}[]` : row.name;
  }
  for (const line of table.strays) {
    const at = context.page.origin(line.offset, pointerBelow(origin.pointer, `line ${line.number}`));
    diagnostics.push(diagnostic("line-unaccounted", at, { format: "prose pages" }, line.text.length));
  }
  return { ...tableSchema(rows), diagnostics };
}

/** Puts a table's object into another one. `at` leads to it in the schema. */
export function place(outer: Described, at: readonly string[], inner: Described, origin: Origin): Described {
  const replaced = replaceAt(outer.schema, at, inner.schema);
  const pointer = pointerBelow("", ...at);
  const parts = { ...outer.parts };
  parts[pointer] ??= [origin];
  for (const [part, origins] of Object.entries(inner.parts)) parts[pointer + part] = origins;
  return { schema: isObject(replaced) ? replaced : outer.schema, parts, diagnostics: [...outer.diagnostics, ...inner.diagnostics] };
}

function replaceAt(value: Json, [key, ...rest]: readonly string[], by: JsonObject): Json {
  const own = isObject(value) ? value : {};
  if (key !== undefined) return { ...own, [key]: replaceAt(member(own, key) ?? {}, rest, by) };
  const properties = fromEntries([...entries(member(own, "properties")), ...entries(member(by, "properties"))]);
  // What the other table says of the object itself, and whether it may be null, stays.
  return {
    ...own,
    ...by,
    ...(Object.hasOwn(own, "type") && member(own, "type") !== "array" ? { type: member(own, "type") ?? "object" } : {}),
    properties,
  };
}

/** An object or list among the properties of a schema. */
export interface Place {
  readonly name: string;
  /** The steps to it from the root, by name: "payload.lines". */
  readonly path: string;
  /** The way to the object in the schema. */
  readonly at: readonly string[];
}

export function placesIn(schema: Json, path: readonly string[] = [], at: readonly string[] = []): readonly Place[] {
  const found: Place[] = [];
  for (const [name, inner] of entries(member(schema, "properties"))) {
    const own = [...at, "properties", name];
    const way = [...path, name];
    const lists = [...own];
    let item: Json | undefined = inner;
    while (isObject(item) && allows(item, "array")) {
      lists.push("items");
      item = member(item, "items");
    }
    const isPlace = lists.length > own.length || (isObject(item) && allows(item, "object"));
    if (isPlace && member(inner, "$ref") === undefined && member(item, "$ref") === undefined)
      found.push({ name, path: way.join("."), at: lists });
    found.push(...placesIn(item ?? null, way, lists));
  }
  return found;
}

const FILLER: ReadonlySet<string> = new Set(
  "a an and array arrays attribute attributes be child contains data each element elements field fields following for has have in include includes it its item items list may object objects of parameter parameters properties property schema structure the these this values with".split(
    " ",
  ),
);

/** What a title of a part says of it; without, a title of several words is one of something else that happens to hold a field's name. */
const PART = /\b(?:objects?|arrays?|lists?|items?|elements?|attributes|fields|properties)\b/i;

/** The way to the object that titles speak of: a property's own object, or the items of a list. The closest title, and in it the plainest words, count. */
export function ownerOf(places: readonly Place[], titles: readonly string[]): readonly string[] | null {
  for (const title of titles) {
    const words: readonly string[] = title.match(/[\p{L}\p{N}_$-]+(?:(?:\[\])?\.[\p{L}\p{N}_$-]+)*/gu) ?? [];
    const told = words.filter((word) => !FILLER.has(word.toLowerCase()));
    const dotted = new Set(words.filter((word) => word.includes(".")).map((word) => word.replaceAll("[]", "")));
    const joined = normal(told.join(""));
    const found: Place | undefined =
      places.find(({ path }) => dotted.has(path)) ??
      places.find(({ name }) => told.includes(name) && (told.length === 1 || PART.test(title))) ??
      places.find(({ name }) => words.includes(name) && isNamedIn(title, name)) ??
      places.find(
        ({ name }) =>
          joined !== "" && (normal(name) === joined || normal(singular(name)) === joined || normal(name) === normal(singular(joined))),
      );
    if (found !== undefined) return found.at;
  }
  return null;
}

/** "The data object", "items (array of objects)", "each object in items": a word that often means something else is a field's name beside what it is. */
const isNamedIn = (title: string, name: string): boolean => {
  const own = `[\`"']?${name.replace(/[^\w]/g, "\\$&")}[\`"']?`;
  const what = "(?:objects?|arrays?|lists?|fields?|property|properties|attributes|items|elements)\\b";
  return (
    new RegExp(`(?:^|\\b(?:the|each|in|of) )${own} ${what}`, "i").test(title) ||
    new RegExp(`^${own}(?:\\[\\]|:|\\s*\\([^)]*\\))*$|\\b(?:in|of|inside) ${own}(?: (?:has|have|contains?|includes?)\\b[^.]*)?:?$`).test(
      title,
    )
  );
};

/** Letters and digits alone, in small letters. */
export const normal = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The way to the place where examples show most of a table's fields, when that is at least half of them and nowhere else shows as many. */
export function shownPlace(places: readonly Place[], fields: readonly string[], roots: readonly Json[]): readonly string[] | null {
  const known = new Set(fields);
  const fit = (value: Json): number => entries(value).filter(([name]) => known.has(name)).length;
  const best = (values: readonly Json[]): number => Math.max(0, ...values.map(fit));
  const atRoot = best(roots);
  const scored = places
    .map(({ at }) => ({ at, score: best(roots.flatMap((root) => valuesAt(root, at))) }))
    .filter(({ score }) => score > atRoot && score * 2 >= fields.length)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first === undefined || first.score === second?.score ? null : first.at;
}

/** The values that stand where a way in a schema leads. */
function valuesAt(value: Json, [keyword, ...rest]: readonly string[]): readonly Json[] {
  if (keyword === undefined) return [value];
  if (keyword === "items") return isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
  const [name = "", ...further] = rest;
  const inner = member(value, name);
  return inner === undefined ? [] : valuesAt(inner, further);
}

/** The values under a pointer through an example, `data` for an envelope, or the value itself. */
export const belowPointer = (value: Json, pointer: string): readonly Json[] =>
  pointerKeys(pointer).reduce<readonly Json[]>((values, key) => values.flatMap((one) => member(one, key) ?? []), [value]);
