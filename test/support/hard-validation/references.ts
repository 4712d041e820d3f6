// References: pointers, anchors, identifiers and what they change; what stands beside $ref by draft.
/* oxlint-disable unicorn/no-thenable -- a keyword of JSON Schema */
import { ALL, inBoth, ONLY_2020, SINCE_06, SINCE_2019, UNTIL_07, type CaseDialect, type CaseGroup } from "./group.ts";

const DOLLAR_ID_UNTIL_07: readonly CaseDialect[] = ["draft-06", "draft-07"];
const string = { type: "string" };

export const references: readonly CaseGroup[] = [
  {
    title: "rules beside $ref are ignored (draft 7 core 8.3)",
    dialects: UNTIL_07,
    schema: { properties: { a: { $ref: "#/definitions/s", maxLength: 1, not: {} } }, definitions: { s: string } },
    valid: ['{"a":"long"}'],
    invalid: ['{"a":1}'],
  },
  {
    title: "rules beside $ref hold (core 8.2.3.1)",
    dialects: SINCE_2019,
    schema: { properties: { a: { $ref: "#/$defs/s", maxLength: 1 } }, $defs: { s: string } },
    valid: ['{"a":"l"}'],
    invalid: ['{"a":"long"}', '{"a":1}'],
  },
  {
    title: "$ref at the root with definitions beside it (draft 7 core 8.3)",
    dialects: UNTIL_07,
    schema: { $ref: "#/definitions/s", definitions: { s: string }, maxLength: 1 },
    valid: ['"long"'],
    invalid: ["1"],
  },
  {
    title: "an identifier beside $ref changes nothing (draft 7 core 8.3)",
    dialects: DOLLAR_ID_UNTIL_07,
    schema: {
      $id: "http://example.com/root",
      definitions: { s: { $id: "http://example.com/other/s", type: "string" }, t: { $id: "http://example.com/s", type: "number" } },
      items: { $id: "http://example.com/other/", $ref: "s" },
    },
    valid: ["[1]"],
    invalid: ['["a"]'],
  },
  {
    title: "an identifier beside $ref is the base of it (core 8.2.1 and 8.2.3.1)",
    dialects: SINCE_2019,
    schema: {
      $id: "http://example.com/root",
      $defs: { s: { $id: "http://example.com/other/s", type: "string" }, t: { $id: "http://example.com/s", type: "number" } },
      items: { $id: "http://example.com/other/", $ref: "s" },
    },
    valid: ['["a"]'],
    invalid: ["[1]"],
  },
  {
    title: "a property that is called $ref (core 8.2.3.1)",
    dialects: ALL,
    schema: { properties: { $ref: string } },
    valid: ['{"$ref":"a"}', "{}"],
    invalid: ['{"$ref":1}'],
  },
  {
    title: "a property called $ref that is a reference (core 8.2.3.1)",
    dialects: UNTIL_07,
    schema: { properties: { $ref: { $ref: "#/definitions/s" } }, definitions: { s: string } },
    valid: ['{"$ref":"a"}'],
    invalid: ['{"$ref":1}'],
  },
  {
    title: "properties called as keywords (core 10.3.2.1)",
    dialects: ALL,
    schema: { properties: { properties: { properties: { type: string } }, items: string, $id: string, allOf: { type: "integer" } } },
    valid: ['{"properties":{"type":"x"},"items":"a","$id":"b","allOf":1}'],
    invalid: ['{"properties":{"type":1}}', '{"$id":1}', '{"items":[]}', '{"allOf":[]}'],
  },
  {
    title: "the root again (core 8.2.3.1)",
    dialects: ALL,
    schema: { properties: { a: { $ref: "#" } }, additionalProperties: false },
    valid: ['{"a":{"a":{}}}', "{}", '{"a":1}'],
    invalid: ['{"b":1}', '{"a":{"b":1}}', '{"a":{"a":{"b":1}}}'],
  },
  {
    title: "an empty reference is the resource itself (RFC 3986 section 4.4)",
    dialects: SINCE_2019,
    schema: { $id: "http://example.com/r", properties: { a: { $ref: "" } }, additionalProperties: false },
    valid: ['{"a":{}}'],
    invalid: ['{"a":{"b":1}}'],
  },
  {
    title: "a pointer to a property, a branch and a list's schema (RFC 6901)",
    dialects: ALL,
    schema: {
      properties: { a: { type: "integer" }, b: { $ref: "#/properties/a" }, c: { $ref: "#/allOf/1" } },
      allOf: [{}, { minimum: 5 }],
    },
    valid: ['{"a":1,"b":2,"c":7}'],
    invalid: ['{"b":"x"}', '{"c":1}'],
  },
  {
    title: "a pointer into a tuple (RFC 6901)",
    dialects: ONLY_2020,
    schema: { prefixItems: [{ type: "integer" }, { $ref: "#/prefixItems/0" }] },
    valid: ["[1,2]"],
    invalid: ['[1,"a"]'],
  },
  {
    title: "a chain of references (core 8.2.3.1)",
    dialects: SINCE_2019,
    schema: { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/c" }, c: string } },
    valid: ['"a"'],
    invalid: ["1"],
  },
  ...inBoth({
    title: "a reference to true and to false (core 4.3.2)",
    dialects: SINCE_06,
    schema: { properties: { a: { $ref: "#/definitions/t" }, b: { $ref: "#/definitions/f" } }, definitions: { t: true, f: false } },
    valid: ['{"a":1}'],
    invalid: ['{"b":1}'],
  }),
  {
    title: "references under not, if and contains (core 8.2.3.1)",
    dialects: SINCE_2019,
    schema: {
      not: { $ref: "#/$defs/n" },
      if: { $ref: "#/$defs/a" },
      then: { contains: { $ref: "#/$defs/s" } },
      $defs: { n: { type: "null" }, a: { type: "array" }, s: string },
    },
    valid: ["1", '["a"]', '[1,"a"]'],
    invalid: ["null", "[]", "[1]"],
  },
  {
    title: "two schemas that refer to each other with data between (core 9.4.1)",
    dialects: SINCE_2019,
    schema: {
      $ref: "#/$defs/a",
      $defs: {
        a: { properties: { b: { $ref: "#/$defs/b" } }, additionalProperties: false },
        b: { items: { $ref: "#/$defs/a" }, type: "array" },
      },
    },
    valid: ['{"b":[{"b":[]},{}]}'],
    invalid: ['{"b":[{"c":1}]}', '{"b":{}}', '{"b":[{"b":[{"b":1}]}]}'],
  },
  {
    title: "a percent sign in a pointer is an escape (RFC 6901 section 6)",
    dialects: SINCE_2019,
    schema: {
      properties: { a: { $ref: "#/$defs/50%25" }, b: { $ref: "#/$defs/50%2525" } },
      $defs: { "50%": string, "50%25": { type: "integer" } },
    },
    valid: ['{"a":"x","b":1}'],
    invalid: ['{"a":1}', '{"b":"x"}'],
  },
  {
    title: "~01 is ~1 and not a slash (RFC 6901 section 4)",
    dialects: SINCE_2019,
    schema: { properties: { a: { $ref: "#/$defs/~01" }, b: { $ref: "#/$defs/~1" } }, $defs: { "~1": string, "/": { type: "integer" } } },
    valid: ['{"a":"x","b":1}'],
    invalid: ['{"a":1}', '{"b":"x"}'],
  },
];
