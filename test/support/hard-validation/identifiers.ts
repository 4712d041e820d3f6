// Anchors, identifiers and other documents: what a reference is resolved against.
import { ALL, inBoth, ONLY_04, SINCE_06, SINCE_2019, type CaseDialect, type CaseGroup } from "./group.ts";

const DOLLAR_ID_UNTIL_07: readonly CaseDialect[] = ["draft-06", "draft-07"];
const string = { type: "string" };

export const identifiers: readonly CaseGroup[] = [
  {
    title: "an anchor (core 8.2.2)",
    dialects: SINCE_2019,
    schema: { $ref: "#word", $defs: { a: { $anchor: "word", type: "string" } } },
    valid: ['"a"'],
    invalid: ["1"],
  },
  {
    title: "the same anchor in two resources (core 8.2.2)",
    dialects: SINCE_2019,
    schema: {
      $id: "http://example.com/r",
      properties: { a: { $ref: "#x" }, b: { $ref: "inner#x" } },
      $defs: { i: { $id: "inner", $defs: { x: { $anchor: "x", type: "integer" } } }, x: { $anchor: "x", type: "string" } },
    },
    valid: ['{"a":"x","b":1}'],
    invalid: ['{"a":1}', '{"b":"x"}'],
  },
  {
    title: "an anchor in a value is no anchor (core 8.2.2, validation 6.1.2)",
    dialects: SINCE_2019,
    schema: { $ref: "#x", $defs: { e: { enum: [{ $anchor: "x", type: "integer" }] }, x: { $anchor: "x", type: "string" } } },
    valid: ['"a"'],
    invalid: ["1"],
  },
  ...inBoth({
    title: "an identifier in a value is no identifier (core 8.2.1, validation 6.1.3)",
    dialects: SINCE_06,
    schema: {
      $id: "http://example.com/r",
      allOf: [{ $ref: "http://example.com/x" }],
      definitions: { c: { const: { $id: "http://example.com/x", type: "integer" } }, x: { $id: "http://example.com/x", type: "string" } },
    },
    valid: ['"a"'],
    invalid: ["1"],
  }),
  ...inBoth({
    title: "a property called $id is no identifier (core 8.2.1)",
    dialects: SINCE_06,
    schema: {
      $id: "http://example.com/r",
      properties: { $id: string, a: { $ref: "#/definitions/n" } },
      definitions: { n: { type: "integer" } },
    },
    valid: ['{"$id":"http://example.com/else/","a":1}'],
    invalid: ['{"$id":1}', '{"a":"x"}'],
  }),
  {
    title: "an anchor by identifier (draft 7 core 8.2.3)",
    dialects: DOLLAR_ID_UNTIL_07,
    schema: { allOf: [{ $ref: "#word" }], definitions: { a: { $id: "#word", type: "string" } } },
    valid: ['"a"'],
    invalid: ["1"],
  },
  {
    title: "an anchor by identifier (draft 4 core 7.2.3)",
    dialects: ONLY_04,
    schema: { allOf: [{ $ref: "#word" }], definitions: { a: { id: "#word", type: "string" } } },
    valid: ['"a"'],
    invalid: ["1"],
  },
  {
    title: "an anchor by identifier within an embedded resource (draft 7 core 8.2.3)",
    dialects: DOLLAR_ID_UNTIL_07,
    schema: {
      $id: "http://example.com/r",
      allOf: [{ $ref: "d.json#word" }, { $ref: "d.json#/definitions/a" }],
      definitions: {
        d: { $id: "d.json", definitions: { a: { $id: "#word", allOf: [{ $ref: "#/definitions/b" }] }, b: string } },
        b: { type: "integer" },
      },
    },
    valid: ['"a"'],
    invalid: ["1"],
  },
  {
    title: "relative identifiers build on those around them (core 8.2.1)",
    dialects: SINCE_2019,
    schema: {
      $id: "http://example.com/a/root.json",
      items: { $id: "b/", items: { $ref: "c.json" } },
      $defs: { right: { $id: "http://example.com/a/b/c.json", type: "string" }, wrong: { $id: "c.json", type: "integer" } },
    },
    valid: ['[["a"]]'],
    invalid: ["[[1]]"],
  },
  {
    title: "a pointer starts at the resource that it stands in (core 8.2.1)",
    dialects: SINCE_2019,
    schema: {
      $id: "http://example.com/r",
      properties: { a: { $id: "a", $ref: "#/$defs/x", $defs: { x: { type: "integer" } } } },
      $defs: { x: string },
    },
    valid: ['{"a":1}'],
    invalid: ['{"a":"x"}'],
  },
  {
    title: "a URN as identifier (core 8.2.1)",
    dialects: SINCE_2019,
    schema: {
      $id: "urn:example:root",
      properties: { a: { $ref: "urn:example:part#/$defs/s" }, b: { $ref: "#/$defs/n" } },
      $defs: { p: { $id: "urn:example:part", $defs: { s: string } }, n: { type: "integer" } },
    },
    valid: ['{"a":"x","b":1}'],
    invalid: ['{"a":1}', '{"b":"x"}'],
  },
  {
    title: "an identifier with an empty fragment (draft 7 core 8.2.1)",
    dialects: DOLLAR_ID_UNTIL_07,
    schema: { $id: "http://example.com/r#", items: { $ref: "http://example.com/r" }, type: ["array", "null"] },
    valid: ["[[null]]"],
    invalid: ["[1]", "[[1]]"],
  },
  ...inBoth({
    title: "another document (core 8.2.3.1)",
    dialects: ALL,
    schema: { items: { $ref: "http://example.com/other#/definitions/a" } },
    documents: { "http://example.com/other": { definitions: { a: { type: "array", items: { $ref: "#/definitions/b" } }, b: string } } },
    valid: ['[["a"]]', "[]"],
    invalid: ["[1]", "[[1]]"],
  }),
  {
    title: "another document that comes back (core 8.2.3.1)",
    dialects: SINCE_06,
    schema: { $id: "http://example.com/r", properties: { a: { $ref: "other" } }, required: ["a"] },
    documents: { "http://example.com/other": { type: ["object", "null"], properties: { b: { $ref: "r" } } } },
    valid: ['{"a":{"b":{"a":null}}}', '{"a":null}'],
    invalid: ['{"a":{"b":{}}}', '{"a":1}', "{}"],
  },
  ...inBoth({
    title: "id is nothing since draft 6 (draft 6 core 8.2)",
    dialects: SINCE_06,
    schema: { id: "http://example.com/else/", items: { $ref: "#/definitions/a" }, definitions: { a: { id: "#b", type: "string" } } },
    valid: ['["a"]'],
    invalid: ["[1]"],
  }),
  {
    title: "$id and $anchor are nothing in draft 4 (draft 4 core 7.2)",
    dialects: ONLY_04,
    schema: { items: { $ref: "#/definitions/a" }, definitions: { a: { $id: "http://example.com/x", $anchor: "b", type: "string" } } },
    valid: ['["a"]'],
    invalid: ["[1]"],
  },
  {
    title: "a reference with an escaped quotation mark and a space (RFC 3986 section 2.1)",
    dialects: SINCE_2019,
    schema: { $ref: "#/$defs/a%20%22b%22", $defs: { 'a "b"': string } },
    valid: ['"a"'],
    invalid: ["1"],
  },
];
