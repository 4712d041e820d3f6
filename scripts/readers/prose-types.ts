// The words that pages have for types, from `string` to `array / object`, and the schemas that they stand for.
import type { Json, JsonObject } from "../contract.ts";
import { isArray, isObject, member } from "../lib/json.ts";

/** A type as a page words it. */
export interface TypePhrase {
  readonly schema: JsonObject;
  /** Length of its words. */
  readonly length: number;
}

const BASE: ReadonlyMap<string, JsonObject> = new Map(
  (
    [
      ["string str text varchar char enum", { type: "string" }],
      ["integer int int32 int64 long bigint", { type: "integer" }],
      ["number decimal float double numeric", { type: "number" }],
      ["boolean bool", { type: "boolean" }],
      ["object map dictionary dict hash json", { type: "object" }],
      ["array list", { type: "array" }],
      ["null", { type: "null" }],
      ["any", {}],
      ["date", { type: "string", format: "date" }],
      ["datetime date-time", { type: "string", format: "date-time" }],
      ["timestamp", { type: ["string", "integer"] }],
      ["uuid guid", { type: "string", format: "uuid" }],
      ["email", { type: "string", format: "email" }],
      ["url uri", { type: "string", format: "uri" }],
    ] as const
  ).flatMap(([words, schema]) => words.split(" ").map((word) => [word, schema] as const)),
);

const FORMATS: ReadonlySet<string> = new Set(
  "date-time date time duration email hostname ipv4 ipv6 uri uuid int32 int64 float double decimal byte binary".split(" "),
);

// The longest words first, so that `integer` is not read as `int`.
const WORDS = [...BASE.keys()].toSorted((a, b) => b.length - a.length).join("|");
const PLURALS = "strings|integers|ints|numbers|decimals|floats|booleans|objects|dates|maps|uuids|urls";
const LISTS = "array|list";

/** The type words of glued rows: those that a name seldom ends with. */
const GLUED = "string|integer|int|number|decimal|float|double|boolean|bool|object|array|datetime|timestamp|uuid|enum";

interface Patterns {
  readonly list: RegExp;
  readonly suffixed: RegExp;
  readonly word: RegExp;
  readonly or: RegExp;
}

const patterns = (words: string, flags: string): Patterns => ({
  list: new RegExp(`(?:${LISTS})(?: of |\\s*[<[(]\\s*| ?/ ?)(${PLURALS}|${words})(?:\\s*[>\\])])?`, flags),
  suffixed: new RegExp(`(${words})(?:\\[\\]| (?:${LISTS})(?![\\w-]))`, flags),
  word: new RegExp(`(${words})(?:\\s?[(<]([\\w -]{1,30})[)>])?`, flags),
  or: new RegExp(`\\s*(?:\\||/|,? or )\\s*(?:(null)(?:able)?|(${words}))`, flags),
});

const IN_CELLS = patterns(WORDS, "iy");
const IN_ROWS = patterns(GLUED, "y");
const IN_ROWS_ANY = patterns(WORDS, "iy");

/** The type that begins at a place of a text, in the longest words that give one. `glued` text goes on right after it. */
export function typeAt(text: string, at: number, glued: "" | "glued" | "glued, any word" = ""): TypePhrase | null {
  const set = glued === "" ? IN_CELLS : glued === "glued" ? IN_ROWS : IN_ROWS_ANY;
  const exec = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const nullable = glued === "" ? (exec(/nullable\s+/iy, at)?.[0].length ?? 0) : 0;
  const start = at + nullable;
  const list = exec(set.list, start) ?? exec(set.suffixed, start);
  let schema: JsonObject;
  let end: number;
  if (list !== null) {
    schema = { type: "array", items: baseOf(list[1] ?? "") };
    end = start + list[0].length;
  } else {
    const single = exec(set.word, start);
    if (single === null) return null;
    const format = single[2]?.toLowerCase();
    // In a glued row a parenthesis may begin the description.
    const known = format !== undefined && FORMATS.has(format);
    const taken = glued === "" || known ? single[0].length : (single[1] ?? "").length;
    schema =
      known && BASE.get((single[1] ?? "").toLowerCase())?.["type"] === "string" ? { type: "string", format } : baseOf(single[1] ?? "");
    end = start + taken;
  }
  if (nullable > 0) schema = orNull(schema);
  for (let more = exec(set.or, end); more !== null; more = exec(set.or, end)) {
    schema = more[2] === undefined ? orNull(schema) : either(schema, baseOf(more[2]));
    end += more[0].length;
  }
  return { schema, length: end - at };
}

/** "Strings" → the schema of `string`. */
function baseOf(word: string): JsonObject {
  const lower = word.toLowerCase();
  return BASE.get(lower) ?? BASE.get(lower.replace(/s$/, "")) ?? {};
}

/** A schema that null fits too. */
export function orNull(schema: JsonObject): JsonObject {
  const values = member(schema, "enum");
  return {
    ...either(schema, { type: "null" }),
    ...(isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {}),
  };
}

function either(a: JsonObject, b: JsonObject): JsonObject {
  const types = (schema: JsonObject): readonly Json[] => {
    const type = member(schema, "type");
    return isArray(type) ? type : type === undefined ? [] : [type];
  };
  const all = [...new Set([...types(a), ...types(b)])];
  return types(a).length === 0 || types(b).length === 0 ? {} : { ...a, type: all.length === 1 ? (all[0] ?? null) : all };
}

/** Whether null and a type, or nothing else, may stand for a field. */
export const allows = (schema: JsonObject, type: string): boolean => {
  const own = member(schema, "type");
  return own === type || (isArray(own) && own.includes(type));
};

/** What a type's cell says. */
export interface TypeCell {
  readonly schema: JsonObject;
  /** The rest of the cell: "required", "See Date". */
  readonly rest: string;
  /** Where the rest begins in the cell. */
  readonly restAt: number;
}

/** Reads a whole cell as a type; null when its words are none. */
export function typeCell(text: string): TypeCell | null {
  const quoted = quotedValues(text);
  if (quoted !== null) return { schema: { type: "string", enum: quoted }, rest: "", restAt: text.length };
  const found = typeAt(text, 0);
  if (found === null) return null;
  const after = text.slice(found.length);
  // The words of a type end where a word ends.
  if (/^[\w-]|^\s+(?!(?:required|optional|nullable|deprecated|read-?only|see|format|values?|numbers?|strings?|objects?)\b)\w/i.test(after))
    return null;
  const values = /^\s*(?::|\()\s*((?:["'`]?[\w.-]+["'`]?)(?:\s*(?:,|\|)\s*["'`]?[\w.-]+["'`]?)+)\s*\)?$/.exec(after)?.[1];
  if (values !== undefined && !/\b(required|optional|nullable)\b/i.test(values) && allows(found.schema, "string"))
    return {
      schema: { ...found.schema, enum: values.split(/[,|]/).map((one) => one.trim().replace(/^["'`]|["'`]$/g, "")) },
      rest: "",
      restAt: text.length,
    };
  const rest = after.replace(/^[\s,;(]+/, "");
  return { schema: found.schema, rest: rest.replace(/\)$/, ""), restAt: text.length - rest.length };
}

/** `"a" | "b"` → a, b. */
function quotedValues(text: string): readonly string[] | null {
  const parts = text.split(/\s*\|\s*|\s+or\s+/);
  const values = parts.flatMap((part) => /^["'“]([^"'”]+)["'”]$/.exec(part)?.[1] ?? []);
  return parts.length > 1 && values.length === parts.length ? values : null;
}

/** Whether a whole cell is a type, perhaps with qualifiers beside it. */
export const isTypeCell = (text: string): boolean => {
  if (text.length > 60) return false;
  const read = typeCell(text);
  return read !== null && /^$|^(required|optional|nullable|deprecated|read-?only|see\b.*|\W)*$/i.test(read.rest);
};

/** The items of a list's schema, or an empty schema. */
export const itemsOf = (schema: JsonObject): JsonObject => {
  const items = member(schema, "items");
  return isObject(items) ? items : {};
};
