// Property names that objects of JavaScript inherit, that pointers escape, or that code could trip over.
import { ENDS, ONLY_04, ONLY_2020, type CaseGroup } from "./group.ts";

const NAMES = [
  "toString",
  "__proto__",
  "hasOwnProperty",
  "constructor",
  "valueOf",
  "length",
  "prototype",
  "",
  "a/b",
  "~",
  "~1",
  "$ref",
  "0",
  "-1",
  "01",
  '"',
  "'",
  "`",
  "${x}",
  "\\",
  "\n",
  "\u2028",
  "*/",
  "</script>",
  "é",
  "e\u0301",
  "😀",
  "%41",
  "undefined",
  "value",
  "then",
];

const text = (name: string, value: string): string => `{${JSON.stringify(name)}:${value}}`;
const named = <T>(name: string, value: T): { readonly [name: string]: T } => Object.fromEntries([[name, value]]);
const pointer = (name: string): string => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
const literal = (name: string): string => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

function groupsOf(name: string): readonly CaseGroup[] {
  const about = `the name ${JSON.stringify(name)}`;
  const [one, word, both] = [text(name, "1"), text(name, '"x"'), `{${JSON.stringify(name)}:1,"other":1}`];
  return [
    {
      title: `required: ${about} (validation 6.5.3)`,
      dialects: ENDS,
      schema: { required: [name] },
      valid: [one, text(name, "null"), "[]", '"a"'],
      invalid: ["{}", '{"other":1}'],
    },
    {
      title: `properties: ${about} (core 10.3.2.1)`,
      dialects: ENDS,
      schema: { properties: named(name, { type: "string" }) },
      valid: ["{}", word, "[1]", '{"other":1}'],
      invalid: [one, text(name, "null")],
    },
    {
      title: `additionalProperties: ${about} is named (core 10.3.2.3)`,
      dialects: ENDS,
      schema: { properties: named(name, {}), additionalProperties: false },
      valid: ["{}", one],
      invalid: ['{"other":1}', both],
    },
    {
      title: `additionalProperties: ${about} is not named (core 10.3.2.3)`,
      dialects: ENDS,
      schema: { properties: { other: {} }, additionalProperties: false },
      valid: ["{}"],
      invalid: [one, both],
    },
    {
      title: `patternProperties: ${about} (core 10.3.2.2)`,
      dialects: ENDS,
      schema: { patternProperties: named(`^${literal(name)}$`, { type: "string" }), additionalProperties: { type: "boolean" } },
      valid: ["{}", word, '{"other":true}'],
      invalid: [one, '{"other":1}'],
    },
    {
      title: `dependencies: ${about} (draft 4 validation 5.4.5)`,
      dialects: ONLY_04,
      schema: { dependencies: named(name, ["other"]) },
      valid: ["{}", both, '{"other":1}'],
      invalid: [one],
    },
    {
      title: `dependentRequired: ${about} (validation 6.5.4)`,
      dialects: ONLY_2020,
      schema: { dependentRequired: named(name, ["other"]) },
      valid: ["{}", both, '{"other":1}'],
      invalid: [one],
    },
    {
      title: `dependentRequired: ${about} is what is needed (validation 6.5.4)`,
      dialects: ONLY_2020,
      schema: { dependentRequired: { other: [name] } },
      valid: ["{}", both, one],
      invalid: ['{"other":1}'],
    },
    {
      title: `dependentSchemas: ${about} (core 10.2.2.4)`,
      dialects: ONLY_2020,
      schema: { dependentSchemas: named(name, false) },
      valid: ["{}", '{"other":1}'],
      invalid: [one],
    },
    {
      title: `propertyNames: ${about} (core 10.3.2.4)`,
      dialects: ONLY_2020,
      schema: { propertyNames: { const: name } },
      valid: ["{}", one],
      invalid: ['{"other":1}', both],
    },
    {
      title: `unevaluatedProperties: ${about} (core 11.3)`,
      dialects: ONLY_2020,
      schema: { allOf: [{ properties: named(name, true) }], unevaluatedProperties: false },
      valid: ["{}", one],
      invalid: ['{"other":1}'],
    },
    {
      title: `unevaluatedProperties: ${about} is not evaluated (core 11.3)`,
      dialects: ONLY_2020,
      schema: { allOf: [{ properties: { other: true } }], unevaluatedProperties: false },
      valid: ["{}"],
      invalid: [one, both],
    },
    {
      title: `const: an object with ${about} (core 4.2.2)`,
      dialects: ONLY_2020,
      schema: { const: named(name, 1) },
      valid: [one, text(name, "1.0")],
      invalid: ["{}", word, both, '{"other":1}'],
    },
    {
      title: `enum: objects with ${about} (core 4.2.2)`,
      dialects: ENDS,
      schema: { enum: [{}, named(name, ["x"])] },
      valid: ["{}", text(name, '["x"]')],
      invalid: [one, word],
    },
    {
      title: `uniqueItems: objects with ${about} (core 4.2.2)`,
      dialects: ENDS,
      schema: { uniqueItems: true },
      valid: [`[{},${one}]`, `[${word},${one}]`],
      invalid: [`[${one},${one}]`],
    },
    {
      title: `minProperties counts ${about} (validation 6.5.2)`,
      dialects: ENDS,
      schema: { minProperties: 1, maxProperties: 1 },
      valid: [one],
      invalid: ["{}", both],
    },
    {
      title: `a reference to a definition with ${about} (RFC 6901 sections 3 and 6)`,
      dialects: ONLY_2020,
      schema: { items: { $ref: `#/$defs/${pointer(name)}` }, $defs: named(name, { type: "string" }) },
      valid: ["[]", '["x"]'],
      invalid: ["[1]"],
    },
    {
      title: `a reference to a definition with ${about} (RFC 6901 sections 3 and 6), older`,
      dialects: ONLY_04,
      schema: { items: { $ref: `#/definitions/${pointer(name)}` }, definitions: named(name, { type: "string" }) },
      valid: ["[]", '["x"]'],
      invalid: ["[1]"],
    },
  ];
}

export const names: readonly CaseGroup[] = [
  ...NAMES.flatMap(groupsOf),
  {
    title: "required length is not the length of an array or a string (validation 6.5.3)",
    dialects: ENDS,
    schema: { required: ["length"] },
    valid: ["[]", '"abc"', '{"length":0}'],
    invalid: ["{}"],
  },
  {
    title: "an object that looks like an array is none (validation 6.1.1)",
    dialects: ENDS,
    schema: { type: "array" },
    valid: ["[]"],
    invalid: ['{"length":0}', '{"0":1,"length":1}'],
  },
  {
    title: "names are compared without normalization (core 4.2.2)",
    dialects: ENDS,
    schema: { properties: { é: {} }, additionalProperties: false },
    valid: ['{"é":1}', '{"\\u00e9":1}'],
    invalid: ['{"e\\u0301":1}'],
  },
];
