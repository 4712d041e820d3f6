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
      ["uint uint8 uint16 uint32 uint64 int8 int16 tinyint smallint epoch", { type: "integer" }],
      ["float32 float64 bigdecimal", { type: "number" }],
      ["hashmap struct", { type: "object" }],
      ["mixed", {}],
      ["uuidv4", { type: "string", format: "uuid" }],
    ] as const
  )
    .flatMap(([words, schema]): readonly (readonly [string, JsonObject])[] => words.split(" ").map((word) => [word, schema]))
    .concat(
      // Words of several words.
      ["string enum", "enum string", "enumerated string", "string literal", "numeric string", "decimal string", "iso 8601 string"].map(
        (words) => [words, { type: "string" }],
      ),
      ["unix timestamp", "unix time", "epoch timestamp", "unsigned integer"].map((words) => [words, { type: "integer" }]),
      ["hash map", "json object", "key-value pairs", "key/value pairs"].map((words) => [words, { type: "object" }]),
      ["date string", "iso date", "iso 8601 date"].map((words) => [words, { type: "string", format: "date" }]),
      ["datetime string", "date time", "date/time", "date & time", "iso datetime", "iso 8601 datetime", "iso 8601 timestamp"].map(
        (words) => [words, { type: "string", format: "date-time" }],
      ),
      ["uuid string", "string uuid", "uuid v4"].map((words) => [words, { type: "string", format: "uuid" }]),
      ["url string", "uri string"].map((words) => [words, { type: "string", format: "uri" }]),
      [["json array", { type: "array" }]],
      [["email address", { type: "string", format: "email" }]],
    ),
);

const FORMATS: ReadonlySet<string> = new Set(
  "date-time date time duration email hostname ipv4 ipv6 uri uuid int32 int64 float double decimal byte binary".split(" "),
);

// The longest words first, so that `integer` is not read as `int`.
const WORDS = [...BASE.keys()].toSorted((a, b) => b.length - a.length).join("|");
const PLURALS = "strings|integers|ints|numbers|decimals|floats|booleans|json objects|objects|dates|maps|uuids|urls|arrays|lists|enums";
const LISTS = "array|list";

/** The type words of glued rows: those that a name seldom ends with. */
const GLUED =
  "string enum|enum string|string|integer|int|number|decimal|float|double|boolean|bool|object|array|datetime|timestamp|uuid|enum";

interface Patterns {
  readonly list: RegExp;
  readonly suffixed: RegExp;
  readonly bracketed: RegExp;
  readonly word: RegExp;
  readonly or: RegExp;
}

const patterns = (words: string, flags: string): Patterns => ({
  list: new RegExp(`(?:${LISTS})(?: of (?:nested |child )?|\\s*[<[({]\\s*(?:of )?| ?/ ?)(${PLURALS}|${words})(?:\\s*[>\\])}])?`, flags),
  bracketed: new RegExp(`\\[\\s*(${words})\\s*\\](?!\\()|\\[\\](${words})`, flags),
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
  const list = exec(set.list, start) ?? exec(set.suffixed, start) ?? (glued === "" ? exec(set.bracketed, start) : null);
  let schema: JsonObject;
  let end: number;
  if (list !== null) {
    schema = { type: "array", items: baseOf(list[1] ?? list[2] ?? "") };
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

/** What may stand before the words of a type. */
const LEAD = /^(?:an?\s+|(required|optional|mandatory)[,:]?\s+|(?:non-empty|positive|nested|child)\s+)+(?=\w)/i;
/** The types of keys and values, which say nothing that a schema of an object holds. */
const GENERIC = /^\s*(?:<[\w\s,|<>[\]]*>|\[[\w\s,|[\]]+\])/;

/** Reads a whole cell as a type; null when its words are none. */
export function typeCell(text: string): TypeCell | null {
  const quoted = quotedValues(text);
  if (quoted !== null) return { schema: { type: "string", enum: quoted }, rest: "", restAt: text.length };
  const [lead = "", qualifier] = LEAD.exec(text) ?? [];
  const found = typeAt(text, lead.length);
  if (found === null) return null;
  const length = lead.length + found.length;
  const after = text.slice(length + (/map|dict|hash/i.test(text) ? (GENERIC.exec(text.slice(length))?.[0].length ?? 0) : 0));
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
  const told = qualifier === undefined ? rest.replace(/\)$/, "") : [qualifier, rest.replace(/\)$/, "")].join(" ").trim();
  return { schema: found.schema, rest: told, restAt: text.length - rest.length };
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
  return (
    read !== null && /^$|^(required|optional|mandatory|nullable|deprecated|read-?only|see\b.*|max\b.*|true\/false|\W)*$/i.test(read.rest)
  );
};

/** The items of a list's schema, or an empty schema. */
export const itemsOf = (schema: JsonObject): JsonObject => {
  const items = member(schema, "items");
  return isObject(items) ? items : {};
};
