// Documents with one reference each, and what is found at it.
import type { Json } from "../../scripts/compile.ts";
import type { Files } from "./findings.ts";

export interface ReferenceCase {
  readonly name: string;
  readonly files: Files;
  /** The error's slug, and where the reference stands: a file and words in it, each after the ones before. */
  readonly slug: "reference-unresolved" | "reference-escapes" | "reference-not-fetched" | "reference-cycle" | "reference-dangling";
  readonly at: readonly (readonly [file: string, ...words: string[]])[];
}

const json = (value: Json): string => JSON.stringify(value, null, 2);
const KEY = '"$ref"';

/** A schema that refers to something, beside a definition `D`. */
export const referring = (reference: string, more: Files = {}): Files => ({
  "a.json": json({ title: "Thing", type: "object", properties: { a: { $ref: reference } }, definitions: { D: { type: "string" } } }),
  ...more,
});

const refused =
  (slug: ReferenceCase["slug"]) =>
  (reference: string): ReferenceCase => ({ name: JSON.stringify(reference), files: referring(reference), slug, at: [["a.json", KEY]] });

const outside: readonly string[] = [
  "../../x.json",
  "../../../../../../etc/passwd",
  "/etc/passwd",
  "file:///etc/passwd",
  "FILE:///etc/passwd",
  "//example.com/x.json",
  "..%2f..%2fetc%2fpasswd",
  "%2e%2e/%2e%2e/x.json",
  "..\\..\\x.json",
  "C:\\x.json",
  "C:/x.json",
  "data:application/json,{}",
  "javascript:evil()",
  "urn:x:y",
  "ftp://example.com/x",
];

const onTheNetwork: readonly string[] = [
  "http://127.0.0.1:1/x.json",
  "https://example.com/x.json#/a",
  "HTTP://example.com",
  "http:example.com/x.json",
  "https://someone:secret@example.com/x.json",
  "http://example.com/thing.md",
];

const nowhere: readonly string[] = [
  "../x.json",
  "x.json",
  "./x.json#/a",
  "sub/../x.json",
  "..%5c..%5cx.json",
  "a\u0000b.json",
  "#/__proto__/x",
  "#/__proto__",
  "#/constructor",
  "#/constructor/name",
  "#/definitions/toString",
  "#/definitions/__proto__",
  "#/definitions/D/__proto__",
  "#/definitions/D/constructor",
  "#/definitions/D/type",
  "#/definitions/D/type/length",
  "#/definitions/D/",
  "#/",
  "#//",
  "#nope",
  "#/%zz",
  "#/definitions/d",
  "",
  " ",
  "nope.md",
  "../../../etc/passwd.md",
  "__proto__.md",
  "source.json#/vendor",
  "corrections.json",
  "a.json#/definitions/N",
  "../v/a.json#/definitions/N",
  "../w/w.json",
  "#/examples/0",
  "#D",
];

/** The same reference in each format. */
const inEachReader: readonly ReferenceCase[] = [
  {
    name: "in a JSON Schema in YAML",
    files: { "a.yaml": "title: Thing\ntype: object\nproperties:\n  a:\n    $ref: '#/definitions/Nope'\n" },
    slug: "reference-unresolved",
    at: [["a.yaml", "$ref"]],
  },
  {
    name: "in a schema page",
    files: {
      "p.txt":
        'V · Schema\n\nFoo webhook\n\nProperties\n\nName Type Description\nid string x\n\nJSON Schema\n\n{\n  "type": "object",\n  "properties": { "id": { "$ref": "#/components/schemas/Bar" } }\n}\n',
    },
    slug: "reference-unresolved",
    at: [["p.txt", KEY]],
  },
  {
    name: "in a file of parts",
    files: { ...referring("parts.json#/x"), "parts.json": json({ x: { type: "array", items: { $ref: "#/nope" } } }) },
    slug: "reference-unresolved",
    at: [["parts.json", KEY]],
  },
  {
    name: "out of a file of parts",
    files: { ...referring("parts.json#/x"), "parts.json": json({ x: { type: "array", items: { $ref: "../../etc/passwd" } } }) },
    slug: "reference-escapes",
    at: [["parts.json", KEY]],
  },
  {
    name: "from a file of parts to the network",
    files: { ...referring("parts.json#/x"), "parts.json": json({ x: { type: "array", items: { $ref: "http://127.0.0.1:1/x.json" } } }) },
    slug: "reference-not-fetched",
    at: [["parts.json", KEY]],
  },
  {
    name: "relative to what the document calls itself",
    files: {
      "a.json": json({ $id: "https://example.com/s/a.json", title: "Thing", type: "object", properties: { a: { $ref: "x.json" } } }),
    },
    slug: "reference-not-fetched",
    at: [["a.json", KEY]],
  },
  {
    name: "relative to what the document calls itself, where the folder has such a file",
    files: {
      "a.json": json({ $id: "https://example.com/s/a.json", title: "Thing", type: "object", properties: { a: { $ref: "parts.json#/y" } } }),
      "parts.json": json({ x: { type: "string" } }),
    },
    slug: "reference-unresolved",
    at: [["a.json", KEY]],
  },
  {
    name: "into a file of parts, past its data",
    files: { ...referring("parts.json#/x/__proto__"), "parts.json": json({ x: { type: "string" } }) },
    slug: "reference-unresolved",
    at: [["a.json", KEY]],
  },
  {
    name: "in a supplement",
    files: {
      ...referring("#/components/schemas/S"),
      "supplement.openapi.yaml":
        "openapi: 3.0.0\ncomponents:\n  schemas:\n    S:\n      type: array\n      items:\n        $ref: '#/components/schemas/Nope'\n",
    },
    slug: "reference-unresolved",
    at: [["supplement.openapi.yaml", "$ref"]],
  },
  {
    name: "in a correction",
    files: {
      ...referring("#/definitions/D"),
      "corrections.json": json([{ at: "Thing#/properties/b", is: { $ref: "#/nowhere" }, because: "b", see: "s" }]),
    },
    slug: "reference-unresolved",
    at: [["corrections.json", "{"]],
  },
  {
    name: "deep in a correction",
    files: {
      ...referring("#/definitions/D"),
      "corrections.json": json([
        { at: "Thing#/properties/b", is: { type: "array", items: { $ref: "'); evil(" } }, because: "b", see: "s" },
      ]),
    },
    slug: "reference-unresolved",
    at: [["corrections.json", "{"]],
  },
];

const cyclic = (name: string, schema: Json, ...at: readonly (readonly string[])[]): ReferenceCase => ({
  name,
  files: { "a.json": json(schema) },
  slug: "reference-cycle",
  at: (at.length === 0 ? [[KEY]] : at).map((words) => ["a.json", ...words]),
});
const A = { $ref: "#/definitions/A" };

const cycles: readonly ReferenceCase[] = [
  cyclic("a document that refers to itself", { title: "Thing", $ref: "#" }),
  cyclic("a definition that refers to itself", { definitions: { A } }),
  cyclic("two definitions that refer to each other", { definitions: { A: { $ref: "#/definitions/B" }, B: A } }, [KEY], [KEY, KEY]),
  cyclic(
    "three definitions in a ring",
    { definitions: { A: { $ref: "#/definitions/B" }, B: { $ref: "#/definitions/C" }, C: A } },
    [KEY],
    [KEY, KEY],
    [KEY, KEY, KEY],
  ),
  cyclic("through allOf", { definitions: { A: { allOf: [{ type: "object" }, A] } } }),
  cyclic("through anyOf", { definitions: { A: { anyOf: [{ type: "string" }, A] } } }),
  cyclic("through oneOf in anyOf", { definitions: { A: { anyOf: [{ type: "string" }, { oneOf: [A] }] } } }),
  cyclic("through nullable", { definitions: { A: { ...A, nullable: true } } }),
  cyclic("beside a type", { definitions: { A: { type: "object", properties: { p: { type: "string" } }, ...A } } }),
  cyclic("from a property to itself", { title: "Thing", type: "object", properties: { a: { $ref: "#/properties/a" } } }),
  cyclic(
    "between two properties",
    { title: "Thing", type: "object", properties: { a: { $ref: "#/properties/b" }, b: { $ref: "#/properties/a" } } },
    [KEY],
    [KEY, KEY],
  ),
  cyclic(
    "from a part to a declaration that is that part",
    { definitions: { A: { $ref: "#/definitions/B/properties/b" }, B: { type: "object", properties: { b: A } } } },
    [KEY],
    [KEY, KEY],
  ),
  {
    name: "through a file of parts",
    files: { ...referring("parts.json#/x"), "parts.json": json({ x: { $ref: "#/x" } }) },
    slug: "reference-cycle",
    at: [["parts.json", KEY]],
  },
  {
    name: "by a correction",
    files: {
      ...referring("#/definitions/D"),
      "corrections.json": json([{ at: "D#", was: { type: "string" }, is: { $ref: "D" }, because: "b", see: "s" }]),
    },
    slug: "reference-cycle",
    at: [["corrections.json", "{"]],
  },
];

/** The same in an OpenAPI document, where it is a warning and any value passes. */
export const danglingCases: readonly ReferenceCase[] = [
  {
    name: "to itself",
    files: { "o.json": json({ openapi: "3.0.0", components: { schemas: { A: { $ref: "#/components/schemas/A" } } } }) },
    slug: "reference-cycle-cut",
    at: [["o.json", KEY]],
  },
  {
    name: "in YAML",
    files: {
      "o.yaml":
        "openapi: 3.0.0\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        b:\n          $ref: '#/components/schemas/Nope'\n",
    },
    slug: "reference-dangling",
    at: [["o.yaml", "$ref"]],
  },
  {
    name: "in JSON",
    files: { "o.json": json({ openapi: "3.1.0", components: { schemas: { A: { items: { $ref: "#/components/schemas/Nope" } } } } }) },
    slug: "reference-dangling",
    at: [["o.json", KEY]],
  },
];

export const referenceCases: readonly ReferenceCase[] = [
  ...outside.map(refused("reference-escapes")),
  ...onTheNetwork.map(refused("reference-not-fetched")),
  ...nowhere.map(refused("reference-unresolved")),
  ...inEachReader,
  ...cycles,
];

/** A `$ref` that is data: nothing is looked for. */
export const dataCases: readonly (readonly [name: string, schema: Json])[] = [
  ["in a default", { default: { $ref: "#/nope" } }],
  ["in a default of an object that looks like a schema", { default: { properties: { a: { $ref: "http://127.0.0.1:1/" } } } }],
  ["in an example", { examples: [{ $ref: "/etc/passwd" }] }],
  ["deep in an example", { examples: [[{ allOf: [{ $ref: "b.json" }] }]] }],
  ["in OpenAPI's example", { example: { $ref: "#/nope" } }],
  ["in a remark", { "x-remark": { $ref: "#/nope" } }],
  ["in a value of a list", { enum: ["$ref", "#/nope"] }],
];
