// $dynamicRef, $recursiveRef: the outermost resource on the way decides, when the first target says so.
import { ONLY_2020, type CaseGroup } from "./group.ts";

const root = "http://example.com/";

export const dynamic: readonly CaseGroup[] = [
  {
    title: "a tree made strict: the dynamic anchor of the outer schema is taken below too (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}strict`,
      $dynamicAnchor: "node",
      $ref: "tree",
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: "tree",
          $dynamicAnchor: "node",
          type: "object",
          properties: { data: true, children: { type: "array", items: { $dynamicRef: "#node" } } },
        },
      },
    },
    valid: ['{"children":[{"data":1}]}', "{}"],
    invalid: ['{"children":[{"daat":1}]}', '{"daat":1}', '{"children":[{"children":[{"daat":1}]}]}'],
  },
  {
    title: "the same tree by itself is open (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}open`,
      properties: { tree: { $ref: "tree" } },
      $defs: {
        tree: {
          $id: "tree",
          $dynamicAnchor: "node",
          type: "object",
          properties: { data: true, children: { type: "array", items: { $dynamicRef: "#node" } } },
        },
      },
    },
    valid: ['{"tree":{"children":[{"daat":1}]}}'],
    invalid: ['{"tree":{"children":[1]}}', '{"tree":1}'],
  },
  {
    title: "a list of a kind of items that the user of it says (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}lists`,
      properties: { numbers: { $ref: "numbers" }, strings: { $ref: "strings" } },
      $defs: {
        list: { $id: "list", type: "array", items: { $dynamicRef: "#item" }, $defs: { any: { $dynamicAnchor: "item" } } },
        numbers: { $id: "numbers", $ref: "list", $defs: { item: { $dynamicAnchor: "item", type: "number" } } },
        strings: { $id: "strings", $ref: "list", $defs: { item: { $dynamicAnchor: "item", type: "string" } } },
      },
    },
    valid: ['{"numbers":[1,2],"strings":["a"]}', "{}"],
    invalid: ['{"numbers":["a"]}', '{"strings":[1]}', '{"numbers":1}'],
  },
  {
    title: "without a dynamic anchor at its target a dynamic reference is a plain one (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}plain`,
      $dynamicAnchor: "x",
      type: ["object", "array"],
      properties: { a: { $ref: "inner" } },
      $defs: { i: { $id: "inner", items: { $dynamicRef: "#x" }, $defs: { x: { $anchor: "x", type: "integer" } } } },
    },
    valid: ['{"a":[1]}'],
    invalid: ['{"a":[{}]}', '{"a":["x"]}'],
  },
  {
    title: "a plain reference to a dynamic anchor stays where it is (core 8.2.3.1)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}static`,
      $dynamicAnchor: "x",
      type: ["object", "array"],
      properties: { a: { $ref: "inner" } },
      $defs: { i: { $id: "inner", items: { $ref: "#x" }, $defs: { x: { $dynamicAnchor: "x", type: "integer" } } } },
    },
    valid: ['{"a":[1]}'],
    invalid: ['{"a":[{}]}'],
  },
  {
    title: "a dynamic reference with a pointer is a plain one (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}pointer`,
      $dynamicAnchor: "x",
      type: ["object", "array"],
      properties: { a: { $ref: "inner" } },
      $defs: { i: { $id: "inner", items: { $dynamicRef: "#/$defs/x" }, $defs: { x: { $dynamicAnchor: "x", type: "integer" } } } },
    },
    valid: ['{"a":[1]}'],
    invalid: ['{"a":[{}]}'],
  },
  {
    title: "a resource that was not passed through does not count (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}without`,
      $ref: "list",
      $defs: {
        list: { $id: "list", items: { $dynamicRef: "#item" }, $defs: { any: { $dynamicAnchor: "item", type: ["string", "number"] } } },
        aside: { $id: "aside", $dynamicAnchor: "item", type: "number" },
      },
    },
    valid: ['["a",1]'],
    invalid: ["[null]"],
  },
  {
    title: "the outermost, not the nearest (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}outer`,
      $ref: "middle",
      $defs: {
        x: { $dynamicAnchor: "x", type: "string" },
        middle: { $id: "middle", $ref: "inner", $defs: { x: { $dynamicAnchor: "x", type: "number" } } },
        inner: { $id: "inner", items: { $dynamicRef: "#x" }, $defs: { x: { $dynamicAnchor: "x", type: "null" } } },
      },
    },
    valid: ['["a"]'],
    invalid: ["[1]", "[null]"],
  },
  {
    title: "a middle resource without the anchor is passed over (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}over`,
      $ref: "middle",
      $defs: {
        x: { $dynamicAnchor: "x", type: "string" },
        middle: { $id: "middle", $ref: "inner" },
        inner: { $id: "inner", items: { $dynamicRef: "#x" }, $defs: { x: { $dynamicAnchor: "x", type: "null" } } },
      },
    },
    valid: ['["a"]'],
    invalid: ["[1]", "[null]"],
  },
  {
    title: "the way back out is forgotten: dynamic scope is the way in (core 7.1)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}way`,
      allOf: [{ $ref: "numbers" }, { $ref: "list" }],
      $defs: {
        list: { $id: "list", items: { $dynamicRef: "#item" }, $defs: { any: { $dynamicAnchor: "item", maximum: 5 } } },
        numbers: { $id: "numbers", properties: { a: { $ref: "list" } }, $defs: { n: { $dynamicAnchor: "item", type: "number" } } },
      },
    },
    valid: ['["a",5]', '{"a":[7]}'],
    invalid: ["[7]", '{"a":["a"]}'],
  },
  {
    title: "a dynamic reference to a resource elsewhere (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}away`,
      properties: { a: { $dynamicRef: "other#x" } },
      $defs: { other: { $id: "other", $dynamicAnchor: "x", type: "integer" } },
    },
    valid: ['{"a":1}'],
    invalid: ['{"a":"x"}'],
  },
  {
    title: "a dynamic reference to a resource elsewhere, with the anchor here too (core 8.2.3.2)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}here`,
      $dynamicAnchor: "x",
      type: "object",
      properties: { a: { $dynamicRef: "other#x" } },
      $defs: { other: { $id: "other", $dynamicAnchor: "x", type: "integer" } },
    },
    valid: ['{"a":{}}'],
    invalid: ['{"a":1}'],
  },
  {
    title: "properties that a dynamic reference evaluates (core 11.3)",
    dialects: ONLY_2020,
    schema: {
      $id: `${root}evaluated`,
      $ref: "base",
      unevaluatedProperties: false,
      $defs: {
        more: { $dynamicAnchor: "more", properties: { b: true } },
        base: { $id: "base", properties: { a: true }, $dynamicRef: "#more", $defs: { none: { $dynamicAnchor: "more" } } },
      },
    },
    valid: ['{"a":1,"b":1}'],
    invalid: ['{"c":1}'],
  },
];
