// Schema documents with a mistake each, and what is found at its place.
import type { Json } from "../../scripts/compile.ts";
import type { Files } from "./findings.ts";

/** A finding: its slug, then the file and words in it that lead to its place, each after the ones before; no words mean the file's begin. */
export type Expected = readonly [slug: string, file: string, ...words: string[]];

export interface BadInput {
  readonly name: string;
  readonly files: Files;
  readonly found: readonly Expected[];
}

const json = (value: Json): string => JSON.stringify(value, null, 2);
const A = "a.json";
const Y = "a.yaml";

/** A document as text. */
const text = (name: string, document: string, ...found: readonly Expected[]): BadInput => ({ name, files: { [A]: document }, found });
const yaml = (name: string, document: string, ...found: readonly Expected[]): BadInput => ({ name, files: { [Y]: document }, found });

/** A keyword on the property `p`, found at its place. */
const keyword = (slug: string, name: string, value: Json, more: { readonly [keyword: string]: Json } = {}): BadInput => ({
  name: `${name}: ${JSON.stringify(value).slice(0, 60)}`,
  files: { [A]: json({ title: "Thing", type: "object", properties: { p: { ...more, [name]: value } } }) },
  found: [[slug, A, '"p"', `"${name}"`]],
});

const wrong = (name: string, ...values: readonly Json[]): readonly BadInput[] =>
  values.map((value) => keyword("keyword-value", name, value));
const counts: readonly Json[] = [-1, 1.5, "1", null, true, [1], {}];
const numbers: readonly Json[] = ["1", null, true, [1], {}];
const schemas: readonly Json[] = [5, "x", null, []];

const wrongValues: readonly BadInput[] = [
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"].flatMap((name) =>
    wrong(name, ...counts),
  ),
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].flatMap((name) => wrong(name, ...numbers)),
  ...wrong("multipleOf", ...numbers, 0, -1),
  ...wrong("uniqueItems", "yes", 1, null),
  ...[
    "items",
    "additionalProperties",
    "propertyNames",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedProperties",
    "unevaluatedItems",
  ].flatMap((name) => wrong(name, ...schemas)),
  ...["allOf", "anyOf", "oneOf", "prefixItems"].flatMap((name) => wrong(name, [], {}, "x", null, 5)),
  ...wrong("type", "sting", "String", "", "constructor", "__proto__", [], ["string", "string"], ["string", 5], {}, null, 5),
  ...wrong("enum", {}, "a", null),
  ...wrong("required", "a", [1], {}, null, [null]),
  ...["properties", "dependentSchemas"].flatMap((name) => wrong(name, [], "x", null, 5)),
  ...wrong("dependentRequired", [], "x", null, { a: "b" }, { a: [1] }),
  ...wrong("patternProperties", [], "x", null, 5, { "(": {} }),
  ...wrong("pattern", "(", "[", "a{2,1}", "\\-", "(?<=", 5, null, []),
  ...["format", "contentEncoding", "contentMediaType"].flatMap((name) => wrong(name, 5, null, [])),
  ...wrong("$ref", 5, null, {}, ["#"]),
  ...wrong("title", 5, null),
  ...wrong("description", 5, null, []),
  ...wrong("$comment", 5),
  ...wrong("examples", "x", {}, null),
  ...wrong("deprecated", "yes", 1),
  ...wrong("readOnly", "yes", null),
  ...wrong("writeOnly", 0),
  ...wrong("nullable", "yes", 1, null),
];

/** These lead to findings, and to no errors. */
export const unknownKeywords: readonly BadInput[] = [
  "minLenght",
  "Type",
  "require",
  "propertie",
  "additionalproperties",
  "$dynamicRef",
  "$recursiveRef",
  "dependencies",
  "divisibleBy",
  "extends",
  "disallow",
  "constructor",
  "toString",
  "",
  "X-remark",
  "$Ref",
  "__proto__",
].map((name) => keyword("keyword-unknown", name, "any"));

const shape: readonly BadInput[] = [
  ...[5, "x", null, []].map((value): BadInput => ({
    name: `a property's schema: ${JSON.stringify(value)}`,
    files: { [A]: json({ title: "Thing", type: "object", properties: { good: {}, bad: value } }) },
    found: [["schema-expected", A, '"bad"']],
  })),
  ...[5, "x", null, []].map((value): BadInput => ({
    name: `a form: ${JSON.stringify(value)}`,
    files: { [A]: `{ "title": "Thing", "anyOf": [{},\n ${JSON.stringify(value)}] }` },
    found: [["schema-expected", A, "\n", JSON.stringify(value)]],
  })),
  ...[5, "x", null, []].map((value): BadInput => ({
    name: `a definition: ${JSON.stringify(value)}`,
    files: { [A]: json({ title: "Thing", type: "string", definitions: { bad: value } }) },
    found: [["schema-expected", A, '"bad"']],
  })),
  ...[5, "x", null, [{}]].map((value): BadInput => ({
    name: `definitions: ${JSON.stringify(value)}`,
    files: { [A]: json({ title: "Thing", type: "string", definitions: value }) },
    found: [["keyword-value", A, '"definitions"']],
  })),
  ...[5, null, {}].flatMap((value) =>
    ["$id", "$schema", "$anchor"].map((name): BadInput => ({
      name: `${name}: ${JSON.stringify(value)}`,
      files: { [A]: json({ title: "Thing", [name]: value, type: "string" }) },
      found: [["keyword-value", A, `"${name}"`]],
    })),
  ),
  {
    name: "components that are no object",
    files: { "o.yaml": "openapi: 3.0.0\ncomponents: 5\n" },
    found: [["keyword-value", "o.yaml", "components"]],
  },
  {
    name: "OpenAPI schemas that are a list",
    files: { "o.yaml": "openapi: 3.0.0\ncomponents:\n  schemas: [1]\n" },
    found: [["keyword-value", "o.yaml", "schemas"]],
  },
];

const syntax: readonly BadInput[] = [
  text("a value that is missing", '{ "type": "object",\n  "properties": { "a": } }', ["json-syntax", A, "\n", "}"]),
  text("the end inside an object", '{ "type": "object",\n  "title": "x"', ["json-syntax", A, '"x"', ""]),
  text("the end after a title", '{ "title": "Thing", "type": "object"', ["json-syntax", A, ""]),
  text("an empty file", "", ["json-syntax", A]),
  text("single quotes", "{ 'type': 'object' }", ["json-syntax", A, "'"]),
  text("NaN", '{ "type": "number",\n "maximum": NaN }', ["json-syntax", A, "NaN"]),
  text("Infinity", '{ "type": "number",\n "maximum": -Infinity }', ["json-syntax", A, "-Infinity"]),
  text("a hexadecimal number", '{ "type": "number",\n "maximum": 0x10 }', ["json-syntax", A, "0x10"]),
  text("a control character", '{ "type": "string",\n "title": "a\u0001b" }', ["json-syntax", A, "\u0001"]),
  text("something after the end", '{ "type": "string" }\n{ "type": "string" }', ["json-syntax", A, "\n", "{"]),
  text("a limit beyond all numbers", '{ "type": "number",\n "maximum": 1e999 }', ["keyword-value", A, '"maximum"']),
  text("a constant beyond all numbers", '{ "title": "Thing",\n "const": 1e999 }', ["keyword-value", A, '"const"']),
  text("a value of a list beyond all numbers", '{ "title": "Thing",\n "enum": [1, -1e999] }', ["keyword-value", A, '"enum"']),
  text("5,000 levels of schemas", '{\n"type": "object", "properties": {"a":'.repeat(5000) + "{}" + "}}".repeat(5000), ["json-syntax", A]),
  text("1,800 levels of properties", '{"type":"object","properties":{"a":'.repeat(900) + "{}" + "}}".repeat(900), ["json-syntax", A]),
  text("1,900 levels of items", '{"type":"array","items":'.repeat(1900) + "{}" + "}".repeat(1900), ["json-syntax", A]),
  text("a byte-order mark and a mistake", '\uFEFF{ "title": "Thing",\n "type": "sting" }', ["keyword-value", A, '"type"']),
  text("CRLF and a mistake", '{ "title": "Thing",\r\n "type": "sting" }', ["keyword-value", A, '"type"']),
  text("CR alone and a mistake", '{ "title": "Thing",\r "type": "sting" }', ["keyword-value", A, '"type"']),
  yaml("YAML that ends inside a list", "type: object\nrequired: [a\n", ["yaml-syntax", Y, ""]),
  yaml("YAML with tabs", "type: object\nproperties:\n\ta: {}\n", ["yaml-syntax", Y, "\t"]),
  yaml("two YAML documents", "type: object\n---\ntype: string\n", ["yaml-syntax", Y, "---"]),
  yaml("a YAML alias without an anchor", "type: object\nproperties:\n  a: *nope\n", ["yaml-syntax", Y, "*nope"]),
  yaml("a YAML anchor in itself", "title: Thing\ntype: object\nproperties:\n  a: &x\n    type: object\n    properties:\n      b: *x\n", [
    "yaml-syntax",
    Y,
    "b: ",
    "*x",
  ]),
  yaml(
    "YAML aliases that multiply",
    `a: &a [${"x,".repeat(9)}x]\n${[..."bcdef"].map((name, at) => `${name}: &${name} [${`*${"abcde"[at] ?? "a"},`.repeat(9)}x]\n`).join("")}type: object\nenum: [*f]\n`,
    ["yaml-syntax", Y],
  ),
  yaml("a YAML merge of no map", "type: object\nproperties:\n  <<: 5\n", ["yaml-syntax", Y, "<<"]),
  yaml("a YAML key that is a list", "type: object\nproperties:\n  ? [a, b]\n  : {}\n", ["yaml-syntax", Y, "[a, b]"]),
  yaml("YAML binary data", "title: Thing\ndefault: !!binary aGVsbG8=\ntype: string\n", ["yaml-syntax", Y, "aGVsbG8="]),
  yaml("a YAML limit .nan", "title: Thing\ntype: number\nmaximum: .nan\n", ["keyword-value", Y, "maximum"]),
  yaml("a YAML limit .inf", "title: Thing\ntype: string\nmaxLength: .inf\n", ["keyword-value", Y, "maxLength"]),
  yaml("a YAML constant .nan", "title: Thing\nconst: .nan\n", ["keyword-value", Y, "const"]),
  yaml("a YAML default -.inf", "title: Thing\ntype: number\ndefault: -.inf\n", ["keyword-value", Y, "default"]),
  yaml("a YAML example .nan", "title: Thing\ntype: number\nexamples:\n  - .nan\n", ["keyword-value", Y, "examples"]),
  yaml("empty YAML properties", "type: object\nproperties:\n", ["keyword-value", Y, "properties"]),
  yaml("5,000 levels of YAML", `type: array\nitems: ${"{items: ".repeat(5000)}{}${"}".repeat(5000)}\n`, ["yaml-syntax", Y]),
  yaml("YAML with CRLF and a mistake", "title: Thing\r\ntype: object\r\nproperties:\r\n  a:\r\n    type: sting\r\n", [
    "keyword-value",
    Y,
    "a:",
    "type",
  ]),
  yaml("YAML with a byte-order mark and a mistake", "\uFEFFtitle: Thing\ntype: sting\n", ["keyword-value", Y, "type"]),
];

export const badSchemas: readonly BadInput[] = [...syntax, ...wrongValues, ...shape];
