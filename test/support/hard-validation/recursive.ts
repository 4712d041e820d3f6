// $recursiveRef of 2019-09, and what neighbouring drafts do not know.
import { ONLY_2019, ONLY_2020, type CaseGroup } from "./group.ts";

const root = "http://example.com/";

export const recursive: readonly CaseGroup[] = [
  {
    title: "$recursiveRef with anchors that are true takes the outermost (2019-09 core 8.2.4.2)",
    dialects: ONLY_2019,
    schema: {
      $id: `${root}strict`,
      $recursiveAnchor: true,
      $ref: "tree",
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: "tree",
          $recursiveAnchor: true,
          type: "object",
          properties: { data: true, children: { type: "array", items: { $recursiveRef: "#" } } },
        },
      },
    },
    valid: ['{"children":[{"data":1}]}'],
    invalid: ['{"children":[{"daat":1}]}', '{"daat":1}'],
  },
  {
    title: "$recursiveRef to a root without the anchor stays there (2019-09 core 8.2.4.2)",
    dialects: ONLY_2019,
    schema: {
      $id: `${root}stays`,
      $recursiveAnchor: true,
      type: ["object", "string"],
      properties: { a: { $ref: "inner" } },
      $defs: { i: { $id: "inner", $recursiveAnchor: false, type: ["array", "integer"], items: { $recursiveRef: "#" } } },
    },
    valid: ['{"a":[[1],2]}'],
    invalid: ['{"a":["x"]}', '{"a":[{}]}'],
  },
  {
    title: "$recursiveRef without any anchor is $ref # (2019-09 core 8.2.4.2)",
    dialects: ONLY_2019,
    schema: { properties: { a: { $recursiveRef: "#" } }, additionalProperties: false },
    valid: ['{"a":{"a":1}}'],
    invalid: ['{"a":{"b":1}}'],
  },
  {
    title: "$recursiveRef passes over a resource without the anchor (2019-09 core 8.2.4.2)",
    dialects: ONLY_2019,
    schema: {
      $id: `${root}over`,
      $recursiveAnchor: true,
      anyOf: [{ type: "string" }, { type: "object", properties: { a: { $ref: "middle" } } }],
      $defs: {
        middle: { $id: "middle", $ref: "inner" },
        inner: { $id: "inner", $recursiveAnchor: true, type: ["array", "integer"], items: { $recursiveRef: "#" } },
      },
    },
    valid: ['{"a":["x",{"a":[]}]}', '{"a":1}'],
    invalid: ['{"a":[1]}', '{"a":"x"}'],
  },
  {
    title: "2020-12 does not know $recursiveRef (core 8.2.3)",
    dialects: ONLY_2020,
    schema: { type: "object", properties: { a: { $recursiveRef: "#" } } },
    valid: ['{"a":1}'],
    invalid: ["1"],
  },
  {
    title: "2019-09 does not know $dynamicRef (2019-09 core 8.2.4)",
    dialects: ONLY_2019,
    schema: { type: "object", properties: { a: { $dynamicRef: "#" } } },
    valid: ['{"a":1}'],
    invalid: ["1"],
  },
];
