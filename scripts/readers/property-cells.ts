// What single cells of a property table state: a type, whether a field is required, an example.
import type { Json, JsonObject } from "../contract.ts";

/** What a type cell states. An empty schema says that the type is open. */
export interface TypeCell {
  readonly schema: JsonObject;
  /** From "string, required"; null when the cell says nothing of it. */
  readonly required: boolean | null;
}

const SIMPLE: { readonly [word: string]: JsonObject } = {
  string: { type: "string" },
  str: { type: "string" },
  text: { type: "string" },
  integer: { type: "integer" },
  int: { type: "integer" },
  int32: { type: "integer" },
  int64: { type: "integer" },
  long: { type: "integer" },
  number: { type: "number" },
  decimal: { type: "number" },
  float: { type: "number" },
  double: { type: "number" },
  boolean: { type: "boolean" },
  bool: { type: "boolean" },
  object: { type: "object" },
  map: { type: "object" },
  dictionary: { type: "object" },
  array: { type: "array" },
  list: { type: "array" },
  null: { type: "null" },
  any: {},
  enum: {},
  uuid: { type: "string", format: "uuid" },
  guid: { type: "string", format: "uuid" },
  date: { type: "string", format: "date" },
  datetime: { type: "string", format: "date-time" },
  "date-time": { type: "string", format: "date-time" },
  timestamp: { type: "string" },
  uri: { type: "string", format: "uri" },
  url: { type: "string", format: "uri" },
  email: { type: "string", format: "email" },
};

/** Words that a type cell can begin with, the longest first, so that `integer` is not read as `int`. */
export const TYPE_WORDS: readonly string[] = Object.keys(SIMPLE).toSorted((a, b) => b.length - a.length);

/** "`string`", "array of strings", "string (uuid)", "string | null", "[Company](company.md)"; null when the words are no type that is known. */
export function typeCell(text: string): TypeCell | null {
  const plain = plainCell(text).replace(/[`*]/g, "");
  const words = /^(.*?)[\s,;]*\(?\b(required|optional)\)?$/i.exec(plain);
  const schema = typeSchema((words?.[1] ?? plain).trim());
  return schema === null ? null : { schema, required: words === null ? null : /required/i.test(words[2] ?? "") };
}

/** A cell without marks of Markdown. */
export const plainCell = (text: string): string =>
  text
    .trim()
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/^([`*]+)(.*?)\1$/, "$2")
    .trim();

function typeSchema(text: string): JsonObject | null {
  const word = text.toLowerCase();
  if (Object.hasOwn(SIMPLE, word)) return SIMPLE[word] ?? null;
  const orNull = /^(.+?)(?:\s*\|\s*|\s+or\s+|,\s*)(?:null|nullable)$|^null(?:\s*\|\s*|\s+or\s+)(.+)$|^nullable\s+(.+)$/i.exec(text);
  if (orNull !== null) {
    const inner = typeSchema(orNull[1] ?? orNull[2] ?? orNull[3] ?? "");
    return inner === null ? null : typeof inner["type"] === "string" ? { ...inner, type: [inner["type"], "null"] } : inner;
  }
  const items = /^(?:array|list)\s+of\s+(.+)$/i.exec(text) ?? /^(?:array|list)\s*[<[(](.+)[>\])]$/i.exec(text) ?? /^(.+)\[\]$/.exec(text);
  if (items !== null) {
    const inner = typeSchema(items[1] ?? "") ?? typeSchema((items[1] ?? "").replace(/s$/, ""));
    return inner === null ? { type: "array" } : { type: "array", items: inner };
  }
  const refined = /^([a-z]+)\s*[(<]\s*([\w-]+)\s*[)>]$/i.exec(text);
  const base = refined === null ? null : typeSchema(refined[1] ?? "");
  if (base === null) return null;
  // `object (Company)` names what the object is; `string (uuid)` and `integer (int32)` name a format.
  return base["type"] === "object" || base["type"] === "array" ? base : { ...base, format: refined?.[2] ?? "" };
}

const YES = /^(yes|y|true|required|mandatory|always|✓|✔️?|✅|☑️?|x|:heavy_check_mark:|:white_check_mark:)$/i;
const NO = /^(no|n|false|optional|never|✗|✘|❌|-|–|—|:heavy_minus_sign:|:x:|)$/i;

/** Words that a cell of a column of yes and no can hold, for expressions. */
export const YES_OR_NO = "[Yy]es|[Nn]o|[Tt]rue|[Ff]alse|[Rr]equired|[Oo]ptional|[Mm]andatory|✓|✔|✅|✗|❌|-";

/** Whether a cell says yes; null when it says neither. */
export const yesCell = (text: string): boolean | null => (YES.test(text.trim()) ? true : NO.test(text.trim()) ? false : null);

/** What an example cell shows, as a value of the field's type. */
export function exampleCell(text: string, { type }: JsonObject): Json {
  const plain = plainCell(text).replace(/^"(.*)"$/, "$1");
  if (type === "boolean") return plain === "true" ? true : plain === "false" ? false : plain;
  return (type === "number" || type === "integer") && plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : plain;
}
