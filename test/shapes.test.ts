// The exact TypeScript types of JSON Schemas: what is printed for each keyword, and which values the printed types refuse.
import { describe, expect, test } from "vitest";
import { printShape, shapeOf } from "../scripts/artifacts/shape.ts";
import { judgeTypes } from "../scripts/conformance/judge-types.ts";
import type { Json, Schema } from "../scripts/contract.ts";
import { typeDeclarations } from "../scripts/shapes/type-declarations.ts";

const SLOW = { timeout: 60_000 };

/** Every other kind of value: a keyword for objects says nothing of texts. */
const NOT_OBJECT = "unknown[] | string | number | boolean | null";
const ANY_OBJECT = "{ [key: string]: unknown }";

interface Row {
  readonly about?: string;
  readonly given: Schema;
  readonly expected: string;
  readonly accepts?: readonly Json[];
  readonly refuses?: readonly Json[];
}

const object = (parts: { readonly [keyword: string]: Json }): Schema => ({ type: "object", ...parts });
const array = (parts: { readonly [keyword: string]: Json }): Schema => ({ type: "array", ...parts });

const TABLE: { readonly [group: string]: readonly Row[] } = {
  "schemas that say little": [
    { given: true, expected: "unknown", accepts: [null, {}] },
    { given: {}, expected: "unknown", accepts: ["a"] },
    { given: false, expected: "never", refuses: [null, {}, []] },
    { about: "annotations", given: { title: "A title.", default: 1 }, expected: "unknown" },
    { about: "what TypeScript has no words for", given: { minimum: 1, pattern: "^a", multipleOf: 2 }, expected: "unknown", accepts: [0] },
  ],
  "type, const and enum": [
    { given: { type: "null" }, expected: "null", accepts: [null], refuses: [0, ""] },
    { given: { type: "integer" }, expected: "number", accepts: [1, 1.5], refuses: ["1"] },
    { given: { type: ["string", "null"] }, expected: "string | null", accepts: ["", null], refuses: [1] },
    { given: { type: "object" }, expected: ANY_OBJECT, accepts: [{}, { a: 1 }], refuses: [[], "a"] },
    { given: { type: "array" }, expected: "unknown[]", accepts: [[], [1]], refuses: [{}, "a"] },
    { given: { type: ["null", "boolean", "number", "string", "array", "object"] }, expected: "unknown" },
    { given: { const: 1 }, expected: "1", accepts: [1], refuses: [2, "1"] },
    { given: { const: null }, expected: "null" },
    {
      given: { const: { a: [1, { b: null }] } },
      expected: "interface { a: [1, { b: null }] }",
      refuses: [{ a: [1, { b: 0 }] }, { a: [1] }, {}],
    },
    { given: { const: {} }, expected: "{ [key: string]: never }", accepts: [{}], refuses: [{ a: 1 }, []] },
    { given: { const: [] }, expected: "[]", accepts: [[]], refuses: [[1], {}] },
    { given: { enum: ["a", 1, null, [true]] }, expected: '"a" | 1 | null | [true]', refuses: ["b", [false]] },
    { given: { enum: [true, false] }, expected: "boolean" },
    { given: { enum: [] }, expected: "never" },
    { about: "values that another keyword refuses", given: { type: "string", enum: ["a", 1], const: "a" }, expected: '"a"' },
    { about: "a contradiction", given: { const: "a", enum: ["b"] }, expected: "never", refuses: ["a", "b"] },
    { about: "text that ends literals", given: { const: '"*/`${' }, expected: '"\\"*/`${"' },
  ],
  objects: [
    {
      given: object({ properties: { a: { type: "string" }, b: true }, required: ["a"] }),
      expected: "interface { a: string; b?: unknown }",
      accepts: [{ a: "" }, { a: "", c: 1 }],
      refuses: [{}, { a: 1 }, { b: "" }],
    },
    {
      about: "optional properties alone: TypeScript would ask for one of them",
      given: object({ properties: { a: { type: "string" } } }),
      expected: "interface { a?: string; [key: string]: unknown }",
      accepts: [{}, { b: 1 }],
      refuses: [{ a: 1 }],
    },
    {
      about: "without a type, other kinds of values pass",
      given: { properties: { a: { type: "string" } } },
      expected: `{ a?: string; [key: string]: unknown } | ${NOT_OBJECT}`,
      accepts: [{}, 1, []],
      refuses: [{ a: 1 }],
    },
    { given: { required: ["a"] }, expected: `{ a: unknown } | ${NOT_OBJECT}`, accepts: [[], { a: null }], refuses: [{}, { b: 1 }] },
    { given: object({ properties: { a: false } }), expected: "interface { a?: never; [key: string]: unknown }", refuses: [{ a: 1 }] },
    { about: "a property that must be and cannot be", given: object({ properties: { a: false }, required: ["a"] }), expected: "never" },
    {
      given: object({ additionalProperties: { type: "number" } }),
      expected: "{ [key: string]: number }",
      accepts: [{}, { a: 1 }],
      refuses: [{ a: "" }],
    },
    { given: object({ additionalProperties: false }), expected: "{ [key: string]: never }", accepts: [{}], refuses: [{ a: 1 }] },
    {
      about: "properties must fit the signature beside them, also where optional ones may be undefined",
      given: object({ properties: { a: { type: "number" } }, additionalProperties: { type: "string" } }),
      expected: "interface { a?: number; [key: string]: string | number | undefined }",
      accepts: [{ a: 1, b: "" }, {}],
      refuses: [{ a: "" }, { b: true }],
    },
    {
      given: object({ properties: { a: { enum: ["x"] } }, required: ["a"], additionalProperties: false }),
      expected: 'interface { a: "x" }',
      refuses: [{}],
    },
    {
      about: "optional properties and no others: a value that shares none is refused, and unknown names in object literals are",
      given: object({ properties: { a: true, b: { type: "string" } }, additionalProperties: false }),
      expected: "interface { a?: unknown; b?: string }",
      accepts: [{}, { b: "" }],
      refuses: [{ c: 1 }, { b: 1 }],
    },
    {
      given: object({ patternProperties: { "^x-": { type: "string" } } }),
      expected: "{ [key: `x-${string}`]: string }",
      accepts: [{}, { a: 1, "x-a": "" }],
      refuses: [{ "x-a": 1 }],
    },
    {
      about: "a pattern that speaks of a named property too",
      given: object({ properties: { ab: { enum: ["x", 1] } }, patternProperties: { b$: { type: "string" } } }),
      expected: 'interface { ab?: "x"; [key: `${string}b`]: string | undefined }',
      accepts: [{ ab: "x" }],
      refuses: [{ ab: 1 }, { b: 1 }],
    },
    {
      about: "a pattern without words: all values must be one or the other",
      given: object({ patternProperties: { "^[ab]$": { type: "string" } }, additionalProperties: { type: "null" } }),
      expected: "{ [key: string]: null | string }",
      refuses: [{ a: 1 }],
    },
    { given: object({ patternProperties: { ".*": { type: "string" } } }), expected: "{ [key: string]: string }" },
    { given: object({ propertyNames: false }), expected: "{ [key: string]: never }", accepts: [{}], refuses: [{ a: 1 }] },
    {
      given: object({ propertyNames: { enum: ["a", "b"] }, additionalProperties: { type: "number" } }),
      expected: "interface { a?: number; b?: number }",
    },
    { given: object({ maxProperties: 0 }), expected: "{ [key: string]: never }" },
    {
      given: object({ unevaluatedProperties: false, allOf: [{ properties: { a: { type: "null" } } }] }),
      expected: "interface { a?: null }",
      refuses: [{ b: 1 }],
    },
    {
      given: object({ dependentRequired: { a: ["b"] } }),
      expected: "{ a?: never; [key: string]: unknown } | { a: unknown; b: unknown }",
      accepts: [{}, { b: 1 }, { a: 1, b: 1 }],
      refuses: [{ a: 1 }],
    },
    {
      given: object({ dependentSchemas: { a: { properties: { b: { type: "null" } } } } }),
      expected: "{ a?: never; [key: string]: unknown } | { a: unknown; b?: null }",
      accepts: [{ b: 1 }, { a: 1 }],
      refuses: [{ a: 1, b: 1 }],
    },
  ],
  "names that objects inherit": [
    {
      about: "an optional one: every object has it for TypeScript",
      given: object({ properties: { toString: { type: "string" }, a: { type: "string" } } }),
      expected: "interface { toString?: unknown; a?: string; [key: string]: unknown }",
      accepts: [{}, { toString: "" }],
      refuses: [{ a: 1 }],
    },
    {
      about: "a required one",
      given: object({ properties: { constructor: { type: "number" } }, required: ["constructor"] }),
      expected: "interface { constructor: number }",
      accepts: [{ constructor: 1 }],
      refuses: [{}, { constructor: "" }],
    },
    {
      about: "beside a signature",
      given: object({ properties: { valueOf: { type: "number" } }, additionalProperties: { type: "null" } }),
      expected: "{ [key: string]: null | number }",
      accepts: [{}, { valueOf: 1 }],
      refuses: [{ valueOf: "" }],
    },
    {
      about: "the only names",
      given: object({ properties: { valueOf: { type: "number" } }, additionalProperties: false }),
      expected: "interface { valueOf?: unknown }",
      accepts: [{}, { valueOf: 1 }],
      refuses: [{ a: 1 }],
    },
    {
      about: "__proto__ is a name like any other",
      given: object({ properties: JSON.parse('{ "__proto__": { "type": "number" } }'), required: ["__proto__"] }),
      expected: "interface { __proto__: number }",
      accepts: [JSON.parse('{ "__proto__": 1 }')],
      refuses: [{}, JSON.parse('{ "__proto__": "" }')],
    },
    { given: object({ required: ["a-b", "", "日本"] }), expected: 'interface { "a-b": unknown; "": unknown; "日本": unknown }' },
  ],
  lists: [
    { given: array({ items: { type: ["string", "null"] } }), expected: "(string | null)[]", accepts: [[], ["a", null]], refuses: [[1]] },
    { given: { items: { type: "string" } }, expected: `${ANY_OBJECT} | string[] | string | number | boolean | null`, refuses: [[1]] },
    { given: array({ items: false }), expected: "[]", accepts: [[]], refuses: [[1]] },
    {
      given: array({ prefixItems: [{ type: "number" }, { type: ["string", "null"] }] }),
      expected: "[number?, (string | null)?, ...unknown[]]",
      accepts: [[], [1], [1, "a", true]],
      refuses: [["a"], [1, 1]],
    },
    {
      given: array({ prefixItems: [{ type: "number" }], items: { type: "string" }, minItems: 1 }),
      expected: "[number, ...string[]]",
      accepts: [[1], [1, "a"]],
      refuses: [[], [1, 1]],
    },
    { given: array({ prefixItems: [true, true], items: false, minItems: 1 }), expected: "[unknown, unknown?]", refuses: [[], [1, 2, 3]] },
    { about: "an item that nothing can be ends the list", given: array({ prefixItems: [true, false, true] }), expected: "[unknown?]" },
    { given: array({ minItems: 2 }), expected: "[unknown, unknown, ...unknown[]]", refuses: [[1]] },
    {
      given: array({ items: { type: "null" }, maxItems: 2 }),
      expected: "[null?, null?]",
      accepts: [[], [null]],
      refuses: [[null, null, null]],
    },
    { about: "limits too long to spell out", given: array({ minItems: 20, maxItems: 40 }), expected: "unknown[]" },
    { about: "limits that nothing is between", given: array({ minItems: 2, maxItems: 1 }), expected: "never" },
    { given: array({ contains: { type: "string" } }), expected: "[unknown, ...unknown[]]", accepts: [["a", 1]], refuses: [[]] },
    {
      given: array({ contains: { type: "string" }, maxContains: 0, minContains: 0, items: { type: ["string", "null"] } }),
      expected: "null[]",
    },
    { given: array({ contains: false }), expected: "never" },
    { given: array({ prefixItems: [{ type: "null" }], unevaluatedItems: false }), expected: "[null?]", refuses: [[null, 1]] },
    {
      given: array({ contains: { type: "null" }, unevaluatedItems: { type: "string" } }),
      expected: "[string | null, ...(string | null)[]]",
    },
  ],
  "choices and combinations": [
    { given: { anyOf: [{ type: "string" }, { type: "number" }] }, expected: "string | number", refuses: [true] },
    {
      about: "a list of known texts that is open",
      given: { anyOf: [{ enum: ["a", "b"] }, { type: "string" }] },
      expected: '"a" | "b" | (string & {})',
    },
    { given: { anyOf: [{ type: "string" }, true] }, expected: "unknown" },
    { given: { allOf: [{ type: ["string", "null"] }, { type: ["number", "null"] }] }, expected: "null" },
    {
      about: "one interface for the parts of an object",
      given: object({ properties: { a: { type: "number" } }, allOf: [{ properties: { b: { type: "string" } } }, { required: ["a"] }] }),
      expected: "interface { a: number; b?: string }",
    },
    { given: { allOf: [{ type: "string" }, { type: "number" }] }, expected: "never" },
    { given: { oneOf: [{ type: ["string", "null"] }, { type: ["number", "null"] }] }, expected: "string | number", refuses: [null] },
    {
      given: object({ oneOf: [{ required: ["a"] }, { required: ["b"] }] }),
      expected: "{ a: unknown; b?: never } | { b: unknown; a?: never }",
      accepts: [{ a: 1 }, { b: 1 }],
      refuses: [{}, { a: 1, b: 1 }],
    },
    { given: { not: { type: ["object", "array", "string"] } }, expected: "number | boolean | null", refuses: [""] },
    { about: "no type is all but one number", given: { not: { const: 1 } }, expected: "unknown" },
    { given: { type: ["boolean", "null"], not: { enum: [true, null] } }, expected: "false" },
    { given: object({ not: { required: ["a"] } }), expected: "interface { a?: never; [key: string]: unknown }", refuses: [{ a: 1 }] },
    { given: { not: {} }, expected: "never" },
    { about: "a remark refuses nothing", given: { not: { constructor: 1, toString: [] } }, expected: "never", refuses: [{}] },
    {
      // oxlint-disable-next-line unicorn/no-thenable
      given: { if: { type: "string" }, then: { const: "a" }, else: { type: "number" } },
      expected: '"a" | number',
      accepts: ["a", 1],
      refuses: ["b", null],
    },
    {
      about: "a discriminator",
      given: object({
        required: ["is"],
        properties: { is: { enum: ["a", "b"] } },
        oneOf: [
          { properties: { is: { const: "a" }, a: { type: "number" } }, required: ["a"] },
          { properties: { is: { const: "b" }, b: { type: "number" } }, required: ["b"] },
        ],
      }),
      expected: '{ is: "a"; a: number } | { is: "b"; b: number }',
      refuses: [{ is: "a", b: 1 }],
    },
  ],
};

/** The types of vendors' documents: objects list their properties, lists are lists, and a schema without a type says nothing. */
const LISTED: readonly Row[] = [
  { given: object({ properties: { a: { type: "string" } }, additionalProperties: false }), expected: "{ a?: string }" },
  { given: object({ properties: { toString: { type: "string" } } }), expected: "{ toString?: string }" },
  { given: object({ additionalProperties: false }), expected: ANY_OBJECT },
  {
    given: object({ patternProperties: { "^x-": { type: "string" } }, additionalProperties: { type: "null" } }),
    expected: "{ [key: string]: null | string }",
  },
  { given: object({ dependentRequired: { a: ["b"] }, minProperties: 1 }), expected: ANY_OBJECT },
  { given: { properties: { a: { type: "string" } } }, expected: "unknown" },
  { given: array({ items: { type: "string" }, minItems: 1, maxItems: 3 }), expected: "string[]" },
  { given: array({ prefixItems: [{ type: "string" }, { type: "number" }], minItems: 1 }), expected: "[string, number?, ...unknown[]]" },
  { given: { type: "string", not: { const: "a" } }, expected: "string" },
  { given: { allOf: [{ $ref: "A" }, object({ required: ["a"] })] }, expected: "A & { a: unknown }" },
  { given: { oneOf: [{ $ref: "A" }, { $ref: "B" }, { type: "null" }] }, expected: "A | B | null" },
  { given: object({ properties: { a: true }, allOf: [object({ required: ["a"] })] }), expected: "{ a?: unknown } & { a: unknown }" },
  { given: { $ref: "A", type: "object" }, expected: `A & ${ANY_OBJECT}` },
];

describe("as vendors' documents list them", () => {
  test.each(LISTED.map((row) => ({ ...row, schema: JSON.stringify(row.given) })))("$schema", ({ given, expected }) => {
    expect(printShape(shapeOf(given)).text).toBe(expected);
  });
});

/** `export type Value = string;` → `string`, and an interface on one line. */
const shown = (schema: Schema): string =>
  typeDeclarations([{ name: "Value", schema }])
    .text.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, "")
    .replace(/^export (?:type Value = |(interface) Value )/, (_, word: string | undefined) => (word === undefined ? "" : "interface "))
    .replace(/\n {2}/g, " ")
    .replace(/;\n/g, (end, at: number, text: string) => (text.slice(at + end.length) === "" ? "" : "; "))
    .replace(/; \}\n$/, " }");

describe.each(Object.entries(TABLE))("%s", (_, rows) => {
  test.each(rows.map((row) => ({ ...row, schema: row.about ?? JSON.stringify(row.given) })))("$schema", ({ given, expected }) => {
    expect(shown(given)).toBe(expected);
  });

  test("the types accept and refuse what they should", SLOW, async () => {
    const cases = rows.map(({ given, accepts = [], refuses = [] }) => ({
      name: JSON.stringify(given),
      schema: given,
      instances: [
        ...accepts.map((value) => ({ name: JSON.stringify(value), value, valid: true })),
        ...refuses.map((value) => ({ name: JSON.stringify(value), value, valid: false })),
      ],
    }));
    const { untyped, instances } = await judgeTypes(cases, "2020-12", new Map());
    expect(untyped).toEqual([]);
    expect(instances.filter(({ valid, refused }) => valid === refused)).toEqual([]);
  });
});

describe("several declarations", () => {
  const text = (schemas: { readonly [name: string]: Schema }): string =>
    typeDeclarations(Object.entries(schemas).map(([name, schema]) => ({ name, schema }))).text;

  test("references stay names, and a type may hold itself", () => {
    expect(
      text({
        Tree: object({ properties: { left: { $ref: "Tree" }, leaves: { type: "array", items: { $ref: "Leaf" } } }, required: ["leaves"] }),
        Leaf: { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "Leaf" } }] },
      }),
    ).toBe(`export interface Tree {
  left?: Tree;
  leaves: Leaf[];
}

export type Leaf = string | Leaf[];
`);
  });

  test("what stands beside a reference is added to it, as far as it is not said already", () => {
    const Base = object({ properties: { id: { type: "string" } }, required: ["id"] });
    expect(text({ Value: { $ref: "Base", required: ["more"] }, Base })).toContain("export type Value = Base & { more: unknown };");
    expect(text({ Value: { $ref: "Base", type: "object" }, Base })).toContain("export type Value = Base;");
    expect(text({ Value: { $ref: "Base", type: ["string", "object"] }, Base })).toContain("export type Value = Base;");
    expect(text({ Value: { $ref: "Base", type: "string" }, Base })).toContain("export type Value = never;");
    expect(text({ Value: { type: ["object", "null"], not: { $ref: "Base" } }, Base })).toContain(
      "export type Value = { id?: { [key: string]: unknown } | unknown[] | number | boolean | null; [key: string]: unknown } | null;",
    );
  });

  test("a tuple that holds itself where TypeScript cannot put off resolving it holds anything there", SLOW, async () => {
    const schema = { type: "array", prefixItems: [{ type: ["array", "string"], items: { $ref: "#" } }] };
    expect(text({ Value: { type: "array", prefixItems: [{ type: ["array", "string"], items: { $ref: "Value" } }] } })).toBe(
      "export type Value = [(unknown[] | string)?, ...unknown[]];\n",
    );
    const { untyped } = await judgeTypes([{ name: "Value", schema, instances: [] }], "2020-12", new Map());
    expect(untyped).toEqual([]);
  });

  test("titles, descriptions and rules become comments", () => {
    expect(
      text({
        Value: {
          title: "A thing",
          description: "What it is",
          type: "object",
          properties: { a: { description: "How many */", type: "integer", minimum: 1, deprecated: true } },
          required: ["a"],
        },
        Name: { type: "string", maxLength: 3 },
      }),
    ).toBe(`/** A thing. What it is. */
export interface Value {
  /**
   * How many *\\/. Must be an integer; must be at least 1.
   *
   * @deprecated
   */
  a: number;
}

/** Must have at most 3 characters. */
export type Name = string;
`);
  });

  test("many choices beside each other are not multiplied out", () => {
    const forms = Array.from({ length: 200 }, (_, at) => object({ properties: { [`p${at}`]: { type: "string" } }, required: [`p${at}`] }));
    const whole = text({ Value: { allOf: [{ anyOf: forms }, { anyOf: forms }], oneOf: forms } });
    expect(whole.length).toBeLessThan(40_000);
  });
});
