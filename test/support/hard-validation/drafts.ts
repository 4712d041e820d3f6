// Keywords that one draft has and another does not: what a draft does not know asserts nothing.
/* oxlint-disable unicorn/no-thenable -- a keyword of JSON Schema */
import { ONLY_04, ONLY_2019, SINCE_06, UNTIL_07, type CaseDialect, type CaseGroup } from "./group.ts";

const UNTIL_06: readonly CaseDialect[] = ["draft-04", "draft-06"];

export const drafts: readonly CaseGroup[] = [
  {
    title: "draft 4 does not know const, contains and propertyNames (draft 4 validation 5)",
    dialects: ONLY_04,
    schema: { const: 1, contains: { type: "null" }, propertyNames: { maxLength: 0 } },
    valid: ["2", "[]", '{"a":1}'],
  },
  {
    title: "if came with draft 7 (draft 7 validation 6.6)",
    dialects: UNTIL_06,
    schema: { if: {}, then: { type: "null" }, else: { type: "null" } },
    valid: ["1", "null"],
  },
  {
    title: "dependentRequired and dependentSchemas came with 2019-09 (draft 7 core 6.4)",
    dialects: UNTIL_07,
    schema: { dependentRequired: { a: ["b"] }, dependentSchemas: { a: { required: ["b"] } } },
    valid: ['{"a":1}'],
  },
  {
    title: "$anchor and $defs came with 2019-09, and pointers go there all the same (draft 7 core 8.3)",
    dialects: UNTIL_07,
    schema: { items: { $ref: "#/$defs/a" }, $defs: { a: { type: "string" } } },
    valid: ['["a"]'],
    invalid: ["[1]"],
  },
  {
    title: "divisibleBy, disallow and extends are of draft 3 (draft 4 validation 5)",
    dialects: ONLY_04,
    schema: { divisibleBy: 2, disallow: "string", extends: { type: "null" } },
    valid: ["1", '"a"'],
  },
  {
    title: "a keyword that nobody knows asserts nothing (core 4.3.1)",
    dialects: ["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"],
    schema: { minimumm: 5, "x-rule": { type: "null" }, toString: { type: "null" } },
    valid: ["1", '"a"', "{}"],
  },
  {
    title: "annotations assert nothing (validation 9)",
    dialects: SINCE_06,
    schema: { title: "t", description: "d", default: 1, examples: ["a"], readOnly: true, writeOnly: true, $comment: "c", deprecated: true },
    valid: ["null", "2"],
  },
  {
    title: "contents assert nothing (validation 8.3 to 8.5)",
    dialects: SINCE_06,
    schema: { contentEncoding: "base64", contentMediaType: "application/json", contentSchema: { type: "null" } },
    valid: ['"no base64!"', '"{"', "1"],
  },
  {
    title: "minContains beside contains in 2019-09 (2019-09 validation 6.4.5)",
    dialects: ONLY_2019,
    schema: { contains: { type: "string" }, minContains: 2 },
    valid: ['["a","b"]'],
    invalid: ['["a"]'],
  },
  {
    title: "additionalProperties and additionalItems true (draft 4 validation 5.3.1 and 5.4.4)",
    dialects: ONLY_04,
    schema: { properties: {}, additionalProperties: true, items: [{}], additionalItems: true },
    valid: ['{"a":1}', "[1,2]"],
  },
  {
    title: "dependencies hold a schema (draft 4 validation 5.4.5)",
    dialects: ONLY_04,
    schema: { dependencies: { a: { properties: { b: { type: "integer" } } } } },
    valid: ['{"a":1}', '{"a":1,"b":1}', '{"b":"x"}'],
    invalid: ['{"a":1,"b":"x"}'],
  },
];
