// Schemas whose names clash with each other, or with the names that are made from another's.
import type { Json } from "../../scripts/contract.ts";

export interface Clash {
  readonly name: string;
  readonly files: { readonly [path: string]: string };
  readonly accepts?: readonly Json[];
  readonly refuses?: readonly Json[];
  /** Whether a finding must say that a name was changed. */
  readonly found: boolean;
}

const object = { type: "object", properties: { p: { type: "string" } }, required: ["p"] } as const;
const list = { enum: ["a", "b"] } as const;
const open = { anyOf: [list, { type: "string" }] } as const;
const recursive = (name: string): Json => ({ type: "object", properties: { next: { $ref: `#/definitions/${name}` } } });
const definitions = (definitions: { readonly [name: string]: Json }): Clash["files"] => ({ "a.json": JSON.stringify({ definitions }) });
const properties = (properties: { readonly [name: string]: Json }): Clash["files"] => ({
  "a.json": JSON.stringify({ title: "Thing", type: "object", properties }),
});

export const clashes: readonly Clash[] = [
  {
    name: "definitions that differ by letter case",
    found: true,
    files: definitions({ Foo: object, foo: list, FOO: open, fOO: { type: "null" } }),
  },
  {
    name: "definitions that differ by what names cannot hold",
    found: true,
    files: definitions({ "a b": list, "a-b": list, a_b: object, "a.b": open }),
  },
  {
    name: "definitions without a letter",
    found: true,
    files: definitions({ "": list, " ": list, é: object, 日: open, 本: recursive("本"), "😀": object }),
  },
  { name: "digits first", found: true, files: definitions({ "1": list, "01": object, "1a": open, "1A": recursive("1A") }) },
  {
    name: "Foo and what is made from it: parseFooJson, FooSchema",
    found: true,
    files: definitions({ Foo: object, FooJson: object, FooSchema: object, FooJsonSchema: list }),
  },
  { name: "Foo and what is made from an open list: KnownFoo", found: true, files: definitions({ Foo: open, KnownFoo: object }) },
  {
    name: "Foo and what is made from an open list: isKnownFoo",
    found: true,
    files: definitions({ Foo: open, KnownFoo: open, Known: open }),
  },
  {
    name: "Foo and what is made from a recursive type: isFooAt",
    found: false,
    files: definitions({ Foo: recursive("Foo"), FooAt: recursive("FooAt"), FooAtAt: object }),
  },
  { name: "a list called as a type parameter", found: false, files: definitions({ T: list, Value: list, U: open, Cases: open }) },
  {
    name: "types called as the package's own",
    found: false,
    files: definitions(
      Object.fromEntries(
        [
          "Standard",
          "Json",
          "JsonSchema",
          "JsonSchemas",
          "StandardSchema",
          "Issue",
          "Result",
          "Problems",
          "Problem",
          "ContractError",
          "Labels",
          "MostLevels",
          "TooDeep",
        ].map((name) => [name, object]),
      ),
    ),
  },
  {
    name: "lists called as globals",
    found: true,
    files: definitions(
      Object.fromEntries(
        [
          "Object",
          "Array",
          "Set",
          "Number",
          "String",
          "Readonly",
          "ReadonlySet",
          "Record",
          "JSON",
          "Date",
          "Promise",
          "NonNullable",
          "Symbol",
        ].map((name) => [name, { enum: [..."abcdefghij"] }]),
      ),
    ),
  },
  {
    name: "types called as globals",
    found: true,
    files: definitions(
      Object.fromEntries(
        ["Object", "Array", "Set", "Number", "String", "ReadonlySet", "Record", "NonNullable", "Error", "RangeError", "Uint8Array"].map(
          (name) => [name, object],
        ),
      ),
    ),
  },
  {
    name: "inner lists whose properties make the same name",
    found: true,
    files: properties({ "a b": list, a_b: { enum: ["c", "d"] }, aB: open }),
    accepts: [{ "a b": "a", a_b: "c" }],
    refuses: [{ "a b": "c" }, { a_b: "a" }],
  },
  {
    name: "inner objects whose properties make the same name",
    found: true,
    files: properties({ "a b": object, a_b: { type: "object", properties: { q: { type: "number" } } } }),
    accepts: [{ "a b": { p: "x" }, a_b: { q: 1 } }],
    refuses: [{ a_b: { q: "x" } }, { "a b": {} }],
  },
  {
    name: "an inner list and a definition with its name",
    found: true,
    files: {
      "a.json": JSON.stringify({
        title: "Thing",
        type: "object",
        properties: { status: list },
        definitions: { thingStatus: { enum: ["c", "d"] } },
      }),
    },
    accepts: [{ status: "a" }],
    refuses: [{ status: "c" }],
  },
  {
    name: "properties that differ by letter case",
    found: false,
    files: properties({
      p: { type: "string" },
      P: { type: "number" },
      q: { type: "object", properties: { r: { type: "string" } } },
      Q: { type: "object", properties: { r: { type: "number" } } },
    }),
    accepts: [{ p: "x", P: 1, q: { r: "x" }, Q: { r: 1 } }],
    refuses: [{ P: "x" }, { Q: { r: "x" } }],
  },
  {
    name: "values of a list that differ by letter case or are no names",
    found: false,
    files: {
      "a.json": JSON.stringify({
        title: "Thing",
        enum: ["a", "A", "a ", "á", "", " ", "1", "01", "__proto__", "constructor", "日", "本", "\ud800", "\udbff"],
      }),
    },
    accepts: ["a", "A", "a ", "á", "", "__proto__", "constructor", "\ud800"],
    refuses: ["b", "toString", "á ", "\ud801"],
  },
  {
    name: "lists of two documents that differ by letter case",
    found: true,
    files: { "a.json": JSON.stringify({ title: "FOO", ...list }), "b.json": JSON.stringify({ title: "Foo", enum: ["c", "d"] }) },
  },
  {
    name: "definitions of two documents with one name",
    found: true,
    files: {
      "a.json": JSON.stringify({ title: "Other", definitions: { Id: { type: "string" } } }),
      "b.json": JSON.stringify({
        title: "Thing",
        type: "object",
        properties: { id: { $ref: "#/definitions/Id" } },
        definitions: { Id: { type: "number" } },
      }),
    },
    accepts: [{ id: 1 }],
    refuses: [{ id: "x" }],
  },
  {
    name: "titles of two documents with one name",
    found: true,
    files: { "a.json": JSON.stringify({ title: "Thing", ...list }), "b.json": JSON.stringify({ title: "thing", enum: ["c", "d"] }) },
  },
  {
    name: "a prose page whose object and envelope have one name",
    found: false,
    files: {
      "page.txt":
        'Things\n\nThe event.\n\nObject\n\nElementTypeDescription\neventstringThe name. Set to thing.\npstringX.\n\nExample\n\n{ "data": { "event": "thing", "p": "x" }, "requestId": "x" }\n',
    },
    accepts: [{ data: { event: "thing", p: "x" }, requestId: "x" }],
    refuses: [
      { data: { event: "x" }, requestId: "x" },
      { requestId: "x", event: "thing" },
    ],
  },
  {
    name: "members of an example called as a declaration",
    found: false,
    files: {
      "a.json": JSON.stringify({
        definitions: {
          Foo: {
            type: "object",
            properties: { barExample1: { type: "string", examples: ["x"] }, bar: { type: "string", examples: ["x"] } },
          },
          FooBar: { type: "string", examples: ["x"] },
          FooBarExample1: { type: "string", examples: ["x"] },
        },
      }),
    },
  },
];
