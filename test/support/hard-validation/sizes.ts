// Large schemas and large values: no stack overflow, no memory for what only a number says, no quadratic time.
import { ENDS, json, ONLY_2020, type CaseGroup, type CaseValue } from "./group.ts";

const levels = (count: number, open: string, inside: string, close: string): string => open.repeat(count) + inside + close.repeat(count);
const range = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));
const large = (about: string, make: () => unknown): CaseValue => ({ about, make });
const nested = (count: number, inside: string): CaseValue =>
  large(`${count} levels around ${inside}`, () => json(levels(count, "[", inside, "]")));
const members = (count: number): { readonly [name: string]: { readonly type: "integer" } } =>
  Object.fromEntries(range(count, (index) => [`p${index}`, { type: "integer" }]));

export const sizes: readonly CaseGroup[] = [
  {
    title: "a recursive schema, deep but within reach (core 8.2.3.1)",
    dialects: ENDS,
    schema: { type: "array", items: { $ref: "#" } },
    valid: [nested(200, "")],
    invalid: [
      nested(200, "1"),
      large("100,000 levels, which are nested too deep", () => json(levels(100_000, "[", "", "]"))),
      nested(100_000, "1"),
    ],
  },
  {
    title: "a recursive schema of objects (core 8.2.3.1)",
    dialects: ENDS,
    schema: { properties: { a: { $ref: "#" } }, additionalProperties: false },
    valid: [large("200 levels", () => json(levels(200, '{"a":', "{}", "}")))],
    invalid: [large("100,000 levels around a wrong one", () => json(levels(100_000, '{"a":', '{"b":1}', "}")))],
  },
  {
    title: "a value far deeper than its schema looks (core 4.3.2)",
    dialects: ENDS,
    schema: { type: "array" },
    valid: [nested(100_000, "")],
    invalid: [large("100,000 levels of objects", () => json(levels(100_000, '{"a":', "1", "}")))],
  },
  {
    title: "const of 10,000 levels (core 4.2.2)",
    dialects: ONLY_2020,
    schema: { const: json(levels(10_000, "[", "1", "]")) },
    valid: [nested(10_000, "1")],
    invalid: [nested(10_000, "2"), nested(9_999, "1"), nested(10_001, "1"), "1"],
  },
  {
    title: "enum of 10,000 levels of objects (core 4.2.2)",
    dialects: ENDS,
    schema: { enum: [1, json(levels(10_000, '{"a":', "1", "}"))] },
    valid: [large("10,000 levels of objects", () => json(levels(10_000, '{"a":', "1.0", "}"))), "1"],
    invalid: [large("10,000 levels around 2", () => json(levels(10_000, '{"a":', "2", "}")))],
  },
  {
    title: "uniqueItems on two deep items (core 4.2.2)",
    dialects: ENDS,
    schema: { uniqueItems: true },
    valid: [large("10,000 levels, not equal", () => json(`[${levels(10_000, "[", "1", "]")},${levels(10_000, "[", "2", "]")}]`))],
    invalid: [large("10,000 levels, equal", () => json(`[${levels(10_000, '{"a":', "1", "}")},${levels(10_000, '{"a":', "1", "}")}]`))],
  },
  {
    title: "uniqueItems on 100,000 items (validation 6.4.3)",
    dialects: ENDS,
    schema: { uniqueItems: true },
    valid: [
      large("numbers", () => range(100_000, (index) => index)),
      large("strings", () => range(100_000, (index) => `s${index}`)),
      large("objects", () => range(100_000, (index) => ({ id: index, name: "same" }))),
      large("arrays", () => range(100_000, (index) => ["same", index])),
      large("one of each text and number", () => range(100_000, (index) => (index % 2 === 0 ? index : String(index - 1)))),
    ],
    invalid: [
      large("objects, the last one again with its members turned", () => [
        ...range(100_000, (index) => ({ id: index, name: "same" })),
        { name: "same", id: 99_999 },
      ]),
      large("numbers, the first one again", () => [...range(100_000, (index) => index), 0]),
    ],
  },
  {
    title: "an enum of 10,000 members (validation 6.1.2)",
    dialects: ENDS,
    schema: { enum: range(10_000, (index) => `v${index}`) },
    valid: ['"v0"', '"v9999"'],
    invalid: ['"v10000"', "0", "null", '"toString"'],
  },
  {
    title: "an enum of 10,000 mixed members (validation 6.1.2)",
    dialects: ENDS,
    schema: { enum: range(10_000, (index) => (index % 3 === 0 ? index : index % 3 === 1 ? `v${index}` : [index])) },
    valid: ["0", "9999.0", '"v1"', "[2]"],
    invalid: ["1", '"v0"', "[3]", '"__proto__"', "{}"],
  },
  {
    title: "5,000 properties (core 10.3.2.1)",
    dialects: ENDS,
    schema: { properties: members(5_000), additionalProperties: false },
    valid: ["{}", '{"p0":1,"p4999":2}', large("all of them", () => Object.fromEntries(range(5_000, (index) => [`p${index}`, index])))],
    invalid: ['{"p5000":1}', '{"p4999":"x"}'],
  },
  {
    title: "5,000 required properties (validation 6.5.3)",
    dialects: ENDS,
    schema: { required: Object.keys(members(5_000)) },
    valid: [large("all of them", () => Object.fromEntries(range(5_000, (index) => [`p${index}`, null])))],
    invalid: ["{}", large("all but one", () => Object.fromEntries(range(4_999, (index) => [`p${index}`, null])))],
  },
  {
    title: "5,000 properties, closed from outside (core 11.3)",
    dialects: ONLY_2020,
    schema: { allOf: [{ properties: members(2_500) }, { properties: { other: true } }], unevaluatedProperties: false },
    valid: ['{"p0":1,"p2499":2,"other":"x"}'],
    invalid: ['{"p2500":1}', '{"p0":null}'],
  },
  {
    title: "allOf of 1,000 schemas (core 10.2.1.1)",
    dialects: ENDS,
    schema: { allOf: range(1_000, (index) => ({ minimum: -index })) },
    valid: ["0", "1"],
    invalid: ["-0.5", "-2000"],
  },
  {
    title: "a chain of 1,000 references (core 8.2.3.1)",
    dialects: ONLY_2020,
    schema: {
      $ref: "#/$defs/d0",
      $defs: Object.fromEntries(
        range(1_000, (index) => [`d${index}`, index === 999 ? { type: "string" } : { $ref: `#/$defs/d${index + 1}` }]),
      ),
    },
    valid: ['"a"'],
    invalid: ["1"],
  },
  {
    title: "200 levels of schemas (core 10.3.2.1)",
    dialects: ENDS,
    schema: json(levels(200, '{"properties":{"a":', '{"type":"string"}', "}}")),
    valid: [large("200 levels", () => json(levels(200, '{"a":', '"x"', "}"))), "{}"],
    invalid: [large("200 levels around a number", () => json(levels(200, '{"a":', "1", "}")))],
  },
  {
    title: "100,000 items and members (core 10.3)",
    dialects: ENDS,
    schema: { items: { type: "integer" }, additionalProperties: { type: "integer" } },
    valid: [
      large("items", () => range(100_000, (index) => index)),
      large("members", () => Object.fromEntries(range(100_000, (index) => [`k${index}`, index]))),
    ],
    invalid: [large("the last one wrong", () => [...range(100_000, (index) => index), "x"])],
  },
  {
    title: "a text of a million characters (validation 6.3.1)",
    dialects: ENDS,
    schema: { maxLength: 1_000_000, pattern: "^[a😀]*$" },
    valid: [large("astral", () => "😀".repeat(1_000_000))],
    invalid: [large("one more", () => "a".repeat(1_000_001))],
  },
];
