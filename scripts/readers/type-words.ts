// What the types of TypeScript, Python, Go, C#, Java, Ruby and PHP are in JSON, by the last part of their names in small letters.
import type { JsonObject } from "../contract.ts";

const STRING: JsonObject = { type: "string" };
const NUMBER: JsonObject = { type: "number" };
const INTEGER: JsonObject = { type: "integer" };
const BOOLEAN: JsonObject = { type: "boolean" };
const INSTANT: JsonObject = { type: "string", format: "date-time" };
const DAY: JsonObject = { type: "string", format: "date" };

const spread = (words: string, schema: JsonObject): readonly (readonly [string, JsonObject])[] =>
  words.split(" ").map((word) => [word, schema] as const);

/** One byte of a list of bytes. */
export const BYTE: JsonObject = { type: "string" };

/** Types without arguments. Bytes and streams are sent as texts. */
export const SIMPLE: ReadonlyMap<string, JsonObject> = new Map([
  ...spread("string str text char uuid guid uri url", STRING),
  ...spread("byte", BYTE),
  ...spread("bytes bytearray blob file stream inputstream readablestream uint8array arraybuffer buffer reader io bufferedreader", STRING),
  ...spread("number float double float32 float64 decimal bigdecimal big", NUMBER),
  ...spread("integer int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 long short bigint biginteger", INTEGER),
  ...spread("boolean bool", BOOLEAN),
  ...spread("any object mixed untyped unknown interface jsonnode jsonvalue rawmessage", {}),
  ...spread("null none nil nilclass", { type: "null" }),
  ...spread("struct hash dict record map dictionary", { type: "object" }),
  ...spread("list array", { type: "array" }),
  ...spread("date datetime offsetdatetime zoneddatetime instant time datetimeoffset", INSTANT),
  ...spread("localdate rfcdate dateonly", DAY),
]);

/**
 * Dates as a page of this language links them. Python's and Ruby's pages print the same class for a day as for a point in time, and
 * nothing tells which one is meant.
 */
export function dateOf(word: string, link: string | null): JsonObject | null {
  if (word !== "date" && word !== "datetime") return null;
  if (link === null || /python\.org|ruby-doc|rubydoc/.test(link)) return STRING;
  return /(^|\/)types\/[^/]*$/.test(link) ? DAY : INSTANT;
}

/** What types with arguments do with them. */
export const WRAPPERS: ReadonlyMap<string, "maybe" | "null" | "list" | "map" | "union" | "open"> = new Map([
  ...["optional", "nilable"].map((word) => [word, "maybe"] as const),
  ...["nullable", "optionalnullable", "jsonnullable"].map((word) => [word, "null"] as const),
  ...["list", "array", "sequence", "iterable", "set", "ilist", "ienumerable", "collection", "readonlyarray"].map(
    (word) => [word, "list"] as const,
  ),
  ...["map", "record", "dict", "dictionary", "idictionary", "mapping", "hash"].map((word) => [word, "map"] as const),
  ...["union", "literal", "any", "oneof"].map((word) => [word, "union"] as const),
  ["unrecognized", "open"],
]);

/** Parts of the languages' own libraries, before a dot: any other name with a dot is a model's. */
export const LIBRARIES: ReadonlySet<string> = new Set(
  "t types time io json big decimal datetime typing system java util math builtins collections uuid".split(" "),
);
