// OpenAPI documents as hardly anybody writes them, each with what must be said of it: `slug line:column`, in the order of places.
import type { Json } from "../../scripts/compile.ts";

export interface OddDocument {
  readonly name: string;
  /** YAML text, or a document that is written as JSON in one line. */
  readonly given: string | { readonly [keyword: string]: Json };
  readonly found: readonly string[];
}

const count = (length: number, each: (index: number) => string): readonly string[] => Array.from({ length }, (_, index) => each(index));
const nested = (levels: number, around: (schema: Json) => Json): Json =>
  Array.from({ length: levels }).reduce<Json>((schema) => around(schema), { type: "string" });
const one = (schema: Json): OddDocument["given"] => ({ openapi: "3.1.0", components: { schemas: { A: schema } } });
const post = (schema: Json): Json => ({ post: { requestBody: { content: { "application/json": { schema } } } } });
const event = (schema: Json): Json => post({ type: "object", required: ["event"], properties: { event: schema } });
const hooks = (...names: readonly string[]): OddDocument["given"] => ({
  openapi: "3.1.0",
  webhooks: Object.fromEntries(names.map((name) => [name, event({ const: name })])),
});
const template = (name: string, shown: string): OddDocument["given"] => ({
  openapi: "3.1.0",
  webhooks: { [name]: event({ type: "string", examples: [shown] }) },
});
const schemas = (lines: string, version = "3.1.0"): string =>
  `openapi: ${version}\ncomponents:\n  schemas:\n${lines.replace(/^(?=.)/gm, "    ")}`;

const yaml: readonly OddDocument[] = [
  { name: "a key that stands twice", given: schemas("A: { type: string }\nA: { type: number }\n"), found: ["json-duplicate-key 5:5"] },
  { name: "tags of a vendor", given: schemas("A: !a/b\n  type: !c string\n"), found: ["yaml-tag-unknown 4:8", "yaml-tag-unknown 5:13"] },
  { name: "a map that merges itself", given: schemas("A: &a\n  <<: *a\n"), found: ["yaml-syntax 5:7"] },
  { name: "an anchor that holds itself", given: schemas("A: &a\n  items: *a\n"), found: ["yaml-syntax 5:14"] },
  {
    name: "keys that are no texts",
    given: schemas("~: { type: string }\n1: { type: string }\ntrue: { type: string }\n2020-01-01: { type: string }\n"),
    found: ["name-changed 4:5", "name-changed 5:5", "name-changed 7:5"],
  },
  { name: "a key in several lines", given: schemas("? |\n  A key\n: { type: string }\n"), found: [] },
  {
    name: "numbers and words of YAML 1.1",
    given: schemas("A: { type: string, enum: [on, off, yes, 010, 0o10, 1_000, 12:30] }\n"),
    found: [
      "name-changed 4:24",
      "name-changed 4:24",
      "name-changed 4:24",
      "name-changed 4:24",
      "text-without-quotes 4:24",
      "text-without-quotes 4:24",
    ],
  },
  { name: "a byte-order mark and CRLF", given: `\uFEFF${schemas("A:\n  type: string\n").replaceAll("\n", "\r\n")}`, found: [] },
  { name: "a version that is a number", given: schemas("A: { type: string, nullable: true }\n", "3.0"), found: [] },
  {
    name: "schemas without any",
    given: "openapi: 3.1.0\ncomponents:\n  schemas:\nwebhooks:\n",
    found: ["openapi-misshapen 3:3", "openapi-misshapen 4:1"],
  },
  {
    name: "numbers beyond JSON",
    given: schemas("A: { type: number, maximum: .inf, minimum: .nan }\n"),
    found: ["keyword-ignored 4:24", "keyword-ignored 4:39"],
  },
  { name: "two documents in one file", given: `---\n${schemas("A: {}\n")}---\n${schemas("B: {}\n")}`, found: ["yaml-syntax 6:1"] },
];

const rules: readonly OddDocument[] = [
  { name: "a list without values", given: one({ type: "string", enum: [] }), found: ["sample-not-found 1:45"] },
  {
    name: "texts where numbers are asked for",
    given: one({ type: "integer", enum: ["1", "2"] }),
    found: ["sample-not-found 1:45", "value-of-another-type 1:67"],
  },
  {
    name: "a constant of another type",
    given: one({ type: "boolean", const: "true" }),
    found: ["sample-not-found 1:45", "value-of-another-type 1:67"],
  },
  { name: "null in a list of texts", given: one({ type: "string", enum: ["a", null] }), found: ["value-of-another-type 1:66"] },
  { name: "a default that no list holds", given: one({ type: "string", enum: ["a"], default: "b" }), found: ["default-contradicts 1:79"] },
  {
    name: "a default whose members stand in another order than in the list",
    given: one({ enum: [{ a: 1, b: 2 }], default: { b: 2, a: 1 } }),
    found: [],
  },
  { name: "nullable in words", given: one({ type: "string", nullable: "yes" }), found: ["keyword-ignored 1:66"] },
  {
    name: "a limit's flag without the limit",
    given: one({ type: "number", exclusiveMaximum: true }),
    found: ["keyword-without-effect 1:66"],
  },
  { name: "a discriminator that is a list", given: one({ type: "object", discriminator: ["kind"] }), found: ["keyword-ignored 1:66"] },
  {
    name: "a discriminator without a property",
    given: one({ type: "object", discriminator: { mapping: {} } }),
    found: ["keyword-ignored 1:66"],
  },
  {
    name: "required as a flag",
    given: one({ type: "object", properties: { a: { type: "string", required: true } } }),
    found: ["keyword-ignored 1:101"],
  },
  { name: "an empty tuple", given: one({ type: "array", items: [] }), found: ["keyword-ignored 1:65"] },
  {
    name: "properties that are no schemas",
    given: one({ type: "object", properties: { a: null, b: "string", c: [] } }),
    found: ["schema-replaced 1:80", "schema-replaced 1:89", "schema-replaced 1:102"],
  },
  {
    name: "one form, and none",
    given: one({ oneOf: [{ type: "string" }], anyOf: [], allOf: {} }),
    found: ["keyword-ignored 1:78", "keyword-ignored 1:89"],
  },
  {
    name: "closed forms that shut each other out",
    given: one({
      allOf: ["a", "b"].map((name) => ({ type: "object", required: [name], properties: { [name]: {} }, additionalProperties: false })),
    }),
    found: ["sample-not-found 1:45"],
  },
  {
    name: "true and false for schemas",
    given: { openapi: "3.1.0", components: { schemas: { A: true, B: false, C: { not: true } } } },
    found: ["sample-not-found 1:54", "sample-not-found 1:64"],
  },
];

/** Examples and values that other tools stumble over. */
const shown: readonly OddDocument[] = [
  {
    name: "an example that only a form fits which does not list its member",
    given: one({
      oneOf: [
        { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
        { type: "object", properties: { name: { type: "string" } } },
      ],
      examples: [{ name: "a", code: 1 }],
    }),
    found: [],
  },
  {
    name: "an example of a member of what may be a text too",
    given: one({ type: ["object", "string"], properties: { a: { type: "string", examples: ["b"] } } }),
    found: [],
  },
  {
    name: "an example of a member of one form among several",
    given: one({ anyOf: [{ type: "object", properties: { a: { type: "string", examples: ["b"] } } }, { type: "number" }] }),
    found: ["name-changed 1:59"],
  },
  {
    name: "a type that is null",
    given: one({ type: null, properties: { a: { type: "string", examples: ["b"] } } }),
    found: ["keyword-ignored 1:50", "type-implied 1:62"],
  },
  { name: "a value that looks like a reference", given: one({ const: { $ref: "#" } }), found: [] },
  { name: "a member whose function is called as another's", given: one({ type: "object", properties: { at: { if: {} } } }), found: [] },
  { name: "required names with slashes", given: one({ type: "object", required: ["#/components/schemas", "a~b"] }), found: [] },
];

const deep: readonly OddDocument[] = [
  { name: "200 lists in each other", given: one(nested(199, (items) => ({ type: "array", items }))), found: [] },
  { name: "400 lists in each other", given: one(nested(400, (items) => ({ type: "array", items }))), found: ["schema-too-deep 1:4841"] },
  { name: "100 maps in each other", given: one(nested(100, (inner) => ({ type: "object", additionalProperties: inner }))), found: [] },
  { name: "100 objects in each other", given: one(nested(100, (a) => ({ type: "object", properties: { a } }))), found: [] },
  { name: "10,000 levels", given: `{"openapi":"3.1.0","x":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, found: ["json-syntax 1:523"] },
  {
    name: "2,000 schemas in a ring",
    given: {
      openapi: "3.1.0",
      components: {
        schemas: Object.fromEntries(
          count(2000, (at) => `R${at}`).map((name, at) => [
            name,
            { type: "object", properties: { next: { $ref: `#/components/schemas/R${(at + 1) % 2000}` } } },
          ]),
        ),
      },
    },
    found: [],
  },
  { name: "5,000 values", given: one({ type: "string", enum: [...count(5000, (at) => `value_${at}`)] }), found: [] },
];

const events: readonly OddDocument[] = [
  { name: "a template between texts", given: template("a.{part}.b", "a.1.b"), found: [] },
  { name: "templates with signs of patterns", given: template("a.*+?^$()[]|\\{x}\\d", "a.*+?^$()[]|\\1\\d"), found: [] },
  { name: "templates with signs of templates", given: template("`${x}`", "`$1`"), found: [] },
  { name: "a template with an unknown part", given: template("x.{no-such part!}.y", "x.1.y"), found: [] },
  { name: "templates that are no names", given: template("{a}{b}", "xy"), found: ["event-told-by-members 1:32"] },
  { name: "braces in braces, and empty ones", given: template("{a{b}c}.{}", "x"), found: ["event-not-told 1:32"] },
  { name: "parts with names of the language", given: template("{__proto__}.{constructor}.{class}", "x.y.z"), found: [] },
  {
    name: "two long lists in one name",
    given: {
      openapi: "3.1.0",
      webhooks: {
        "{a}.{b}": post({
          type: "object",
          required: ["event", "a", "b"],
          properties: {
            event: { type: "string", examples: ["a1.b1"] },
            a: { enum: [...count(400, (at) => `a${at}`)] },
            b: { enum: [...count(300, (at) => `b${at}`)] },
          },
        }),
      },
    },
    found: [],
  },
  {
    name: "names of the language and of the package",
    given: hooks("__proto__", "constructor", "toString", "unknown", "default", "invalid", "Event", "readEvent", "then"),
    found: [],
  },
  {
    name: "names that end texts and comments",
    given: hooks("", 'a"b', "a'b2", "a*/b", "a\nb3", "\u2028", "//", "\ud800", "😀"),
    found: ["name-changed 1:551", "name-changed 1:860", "name-changed 1:1010", "name-changed 1:1165", "name-changed 1:1320"],
  },
  {
    name: "names that differ in signs alone",
    given: hooks("order.paid", "Order.Paid", "order_paid", "order paid"),
    found: ["name-changed 1:100", "name-changed 1:434", "name-changed 1:601"],
  },
  { name: "3,000 webhooks", given: hooks(...count(3000, (at) => `thing.n${at}`)), found: [] },
];

const operations: readonly OddDocument[] = [
  {
    name: "parameters of a path alone",
    given:
      "openapi: 3.1.0\npaths:\n  /a/{id}:\n    parameters:\n      - { name: id, in: path, required: true, schema: { type: string } }\n      - { name: bare, in: query }\n      - { in: query, schema: {} }\n      - text\n      - { name: id, in: query, schema: { type: integer } }\n    get: { operationId: getA }\n",
    found: ["openapi-misshapen 6:9", "openapi-misshapen 7:9", "openapi-misshapen 8:9", "line-unaccounted 9:9"],
  },
  {
    name: "callbacks in callbacks, in a ring",
    given:
      "openapi: 3.1.0\npaths: { /a: { post: { callbacks: { onA: { $ref: '#/components/callbacks/C' } } } } }\ncomponents:\n  callbacks:\n    C:\n      '{$request.body#/url}':\n        post:\n          requestBody: { content: { application/json: { schema: { type: string } } } }\n          callbacks: { again: { $ref: '#/components/callbacks/C' } }\n",
    found: ["event-not-told 6:7"],
  },
  {
    name: "parameters beside a path item's reference",
    given:
      "openapi: 3.1.0\npaths:\n  /a:\n    $ref: '#/components/pathItems/P'\n    parameters: [{ name: q, in: query, schema: {} }]\ncomponents:\n  pathItems:\n    P: { get: { operationId: p } }\n",
    found: ["line-unaccounted 5:5"],
  },
  {
    name: "webhooks that are nothing",
    given:
      "openapi: 3.1.0\nwebhooks:\n  a:\n  b: []\n  c: { post: }\n  d: { $ref: '#/webhooks/d' }\n  e: { post: { requestBody: { content: { application/json: } } } }\n",
    found: [
      "openapi-misshapen 3:3",
      "webhook-without-body 3:3",
      "openapi-misshapen 4:3",
      "webhook-without-body 4:3",
      "webhook-without-body 5:3",
      "openapi-misshapen 5:8",
      "webhook-without-body 6:3",
      "event-not-told 7:3",
      "webhook-without-body 7:8",
      "openapi-misshapen 7:42",
    ],
  },
  {
    name: "webhooks by reference",
    given:
      "openapi: 3.0.3\nx-webhooks:\n  a.b: { $ref: '#/components/pathItems/P' }\ncomponents:\n  pathItems:\n    P: { post: { requestBody: { $ref: '#/components/requestBodies/B' } } }\n  requestBodies:\n    B: { content: { application/json: { schema: { type: object, required: [event], properties: { event: { enum: [a.b] } } } } } }\n",
    found: [],
  },
  {
    name: "examples in the wrong shape",
    given:
      "openapi: 3.1.0\npaths:\n  /a:\n    post:\n      requestBody:\n        content:\n          application/json:\n            schema: { type: string, example: null }\n            examples: { a: { externalValue: 3 }, b: {}, c: null, d: text, e: { $ref: '#/components/examples/No' } }\n",
    found: [
      "example-fails 8:37",
      "example-external 9:30",
      "example-unreadable 9:50",
      "example-unreadable 9:57",
      "example-unreadable 9:66",
      "reference-dangling 9:80",
    ],
  },
];

export const oddDocuments: readonly OddDocument[] = [...yaml, ...rules, ...shown, ...deep, ...events, ...operations];
