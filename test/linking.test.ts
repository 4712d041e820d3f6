// Linking: tables of small cases, and laws.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../scripts/contract.ts";
import type { Dialect } from "../scripts/dialects/dialect.ts";
import { entries } from "../scripts/lib/json.ts";
import { linkSchema } from "../scripts/linking/link-schema.ts";
import { passesPlainly } from "./support/plain-reading.ts";

const DIALECTS = ["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"] as const satisfies readonly Dialect[];

const linked = (schema: Json, dialect: Dialect = "2020-12", documents: ReadonlyMap<string, Json> = new Map()) =>
  linkSchema(schema, { name: "Value", dialect, documents, formats: "annotate" });

describe("names", () => {
  const names = (schema: Json): readonly string[] => linked(schema).declarations.map(({ name }) => name);
  const leaf = { type: "string" };
  const cases: readonly (readonly [what: string, schema: Json, names: readonly unknown[]])[] = [
    ["a definition by its key", { $ref: "#/$defs/post-code", $defs: { "post-code": leaf } }, ["Value", "PostCode"]],
    ["a nested schema by its pointer", { items: { properties: { a: {} } }, $ref: "#/items/properties/a" }, ["Value", "ItemsA"]],
    [
      "below a definition",
      { $ref: "#/$defs/a/properties/b/items", $defs: { a: { properties: { b: { items: leaf } } } } },
      ["Value", "ABItems"],
    ],
    ["a resource by its URI", { $ref: "/x/order.schema.json", $defs: { o: { $id: "/x/order.schema.json" } } }, ["Value", "Order"]],
    ["the root by the given name", { properties: { a: { $ref: "#" } } }, ["Value"]],
    ["what wishes the root's name", { $ref: "#/$defs/value", $defs: { value: leaf } }, ["Value", "ValueDefinition"]],
    [
      "two that differ in letter case",
      { allOf: [{ $ref: "#/$defs/ab" }, { $ref: "#/$defs/Ab" }], $defs: { ab: leaf, Ab: leaf } },
      ["Value", expect.stringMatching(/^Ab_[0-9a-f]{8}$/), "Ab"],
    ],
    ["a key without letters", { $ref: "#/$defs/~1", $defs: { "/": leaf } }, ["Value", expect.stringMatching(/^Unnamed[0-9a-f]{8}$/)]],
  ];
  it.each(cases)("%s", (_, schema, expected) => expect(names(schema)).toEqual(expected));
});

describe("declarations", () => {
  const cases: readonly (readonly [what: string, schema: Json, dialect: Dialect, declarations: Json])[] = [
    [
      "identifiers and definitions go, a reference becomes a name",
      {
        $id: "http://x/a",
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $defs: { b: { $anchor: "c", minimum: 1 } },
        $ref: "#c",
        title: "t",
      },
      "2020-12",
      [
        { name: "Value", schema: { $ref: "B", title: "t" }, location: "http://x/a#", moved: {} },
        { name: "B", schema: { minimum: 1 }, location: "http://x/a#/$defs/b", moved: {} },
      ],
    ],
    [
      "a place in an embedded resource",
      { $id: "http://x/a", properties: { p: { $id: "b", items: [{ type: "null" }], additionalItems: false } } },
      "2019-09",
      [
        {
          name: "Value",
          schema: { properties: { p: { prefixItems: [{ type: "null" }], items: false } } },
          location: "http://x/a#",
          moved: {
            "/properties/p": "http://x/b#",
            "/properties/p/prefixItems": "http://x/b#/items",
            "/properties/p/items": "http://x/b#/additionalItems",
          },
        },
      ],
    ],
    [
      "two references in one object",
      { $ref: "#/$defs/a", $dynamicRef: "#b", allOf: [{ $ref: "#b", title: "t" }], $defs: { a: {}, b: { $dynamicAnchor: "b" } } },
      "2020-12",
      [
        {
          name: "Value",
          schema: { $ref: "A", allOf: [{ $ref: "B", title: "t" }, { $ref: "B" }] },
          location: "#",
          moved: { "/allOf/1/$ref": "#/$dynamicRef" },
        },
        { name: "A", schema: {}, location: "#/$defs/a", moved: {} },
        { name: "B", schema: {}, location: "#/$defs/b", moved: {} },
      ],
    ],
    [
      "a target that also stands elsewhere is made once",
      { properties: { a: { properties: {} }, b: { $ref: "#/properties/a" } } },
      "2020-12",
      [
        { name: "Value", schema: { properties: { a: { $ref: "A" }, b: { $ref: "A" } } }, location: "#", moved: {} },
        { name: "A", schema: { properties: {} }, location: "#/properties/a", moved: {} },
      ],
    ],
    [
      "draft 4",
      {
        maximum: 5,
        exclusiveMaximum: true,
        minimum: 1,
        exclusiveMinimum: false,
        const: 1,
        if: {},
        dependencies: { a: ["b"], c: {} },
        odd: { $ref: 1 },
      },
      "draft-04",
      [
        {
          name: "Value",
          schema: { exclusiveMaximum: 5, minimum: 1, dependentRequired: { a: ["b"] }, dependentSchemas: { c: {} }, odd: { $ref: 1 } },
          location: "#",
          moved: { "/dependentRequired": "#/dependencies", "/dependentSchemas": "#/dependencies" },
        },
      ],
    ],
    [
      "what stands beside a reference in draft 7, and keywords that say nothing alone",
      {
        properties: { a: { $ref: "#", minimum: 1 }, b: { else: {} }, c: { if: {} }, d: { format: "date" } },
        minContains: 1,
        "x-contains-evaluates": 1,
      },
      "draft-07",
      [
        {
          name: "Value",
          schema: { properties: { a: { $ref: "Value" }, b: {}, c: {}, d: { "x-format": "date" } } },
          location: "#",
          moved: {},
        },
      ],
    ],
    ["a false root", false, "2020-12", [{ name: "Value", schema: false, location: "#", moved: {} }]],
  ];
  it.each(cases)("%s", (_, schema, dialect, expected) => expect(linked(schema, dialect)).toEqual({ declarations: expected, problems: [] }));
});

describe("environments", () => {
  const list = {
    $id: "http://x/list",
    items: { $dynamicRef: "#item" },
    properties: { note: { $ref: "#/$defs/note" } },
    $defs: { item: { $dynamicAnchor: "item" }, note: { minLength: 1 } },
  };
  const of = (type: string): Json => ({ $id: `http://x/${type}s`, $ref: "list", $defs: { item: { $dynamicAnchor: "item", type } } });
  const both = { properties: { a: of("number"), b: of("string") }, $defs: { list } };

  it("have one declaration each, and share what no dynamic reference concerns", () => {
    const { declarations, problems } = linked(both);
    expect(problems).toEqual([]);
    const lists = declarations.filter(({ location }) => location === "http://x/list#");
    expect(lists.map(({ schema }) => new Map(entries(schema)).get("items"))).toEqual([
      { $ref: expect.stringMatching(/^Item/) },
      { $ref: expect.stringMatching(/^Item/) },
    ]);
    expect(declarations.filter(({ name }) => name.startsWith("Note"))).toHaveLength(1);
    expect(passesPlainly(declarations, { a: [1], b: ["x"] })).toBe(true);
    expect(passesPlainly(declarations, { a: ["x"] })).toBe(false);
  });

  it("do not multiply without end", () => {
    const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
    const steps = names.map((name, index): readonly [string, Json] => {
      const next = { $ref: `#/$defs/${names[index + 1] ?? "end"}` };
      const through = {
        $id: `http://x/${name}`,
        $defs: { a: { $dynamicAnchor: name } },
        properties: { p: { $ref: `http://x/main${next.$ref}` } },
      };
      return [name, { anyOf: [{ items: next }, through], not: { items: { $dynamicRef: `http://x/${name}#${name}` } } }];
    });
    const { problems } = linked({ $id: "http://x/main", $ref: "#/$defs/n0", $defs: { ...Object.fromEntries(steps), end: {} } });
    expect(problems.map(({ code }) => code)).toEqual(["dynamic-scope-limit"]);
  });
});

describe("problems", () => {
  const custom = (vocabulary: Json): ReadonlyMap<string, Json> =>
    new Map([["http://x/meta", { $schema: "https://json-schema.org/draft/2020-12/schema", $vocabulary: vocabulary }]]);
  const cases: readonly (readonly [code: string, location: string, schema: Json, documents?: ReadonlyMap<string, Json>])[] = [
    ["reference-unresolved", "#/items/$ref", { items: { $ref: "#/$defs/none" } }],
    ["reference-unresolved", "#/$ref", { $ref: 5 }],
    ["reference-unresolved", "#/$ref", { $ref: "#/%zz" }],
    ["reference-unresolved", "#/$ref", { $ref: "http://x/none" }, new Map([["http://x/other", { $schema: "http://x/unread" }]])],
    ["schema-expected", "#/$ref", { $ref: "#/enum", enum: [1] }],
    ["schema-expected", "#", [1]],
    ["reference-cycle", "#/$ref", { $ref: "#" }],
    [
      "reference-cycle",
      "#/$defs/b/not/$ref",
      { $ref: "#/$defs/a", $defs: { a: { if: { $ref: "#/$defs/b" }, else: {} }, b: { not: { $ref: "#/$defs/a" } } } },
    ],
    ["dialect-unknown", "#/$schema", { $schema: "http://x/none" }],
    ["dialect-unknown", "#/$schema", { $schema: {} }],
    ["vocabulary-unknown", "#/$schema", { $schema: "http://x/meta" }, custom({ "http://x/own": true, "http://x/optional": false })],
    ["identifier-duplicate", "http://x/a#", { allOf: [{ $id: "http://x/a" }, { $id: "http://x/a", type: "null" }] }],
    ["identifier-duplicate", "#/allOf/1/$anchor", { allOf: [{ $anchor: "a" }, { $anchor: "a", type: "null" }] }],
    ["identifier-invalid", "#/$id", { $id: 5 }],
    ["identifier-invalid", "#/$id", { $id: "http://x/a#b" }],
    ["identifier-invalid", "#/$anchor", { $anchor: "1 2" }],
  ];
  it.each(cases)("%s at %s", (code, location, schema, documents) => {
    expect(linked(schema, "2020-12", documents).problems.map((problem) => [problem.code, problem.location])).toEqual([[code, location]]);
  });

  it("are none where the same resource stands twice, or where a keyword keeps a reference from running in a circle", () => {
    const twice = { $id: "http://x/a", properties: { q: { $anchor: "q", items: { $ref: "#q" } } } };
    const documents = new Map([["http://x/a", structuredClone(twice)]]);
    expect(linked({ allOf: [twice, structuredClone(twice), { $ref: "http://x/a" }] }, "2020-12", documents).problems).toEqual([]);
    expect(linked({ properties: { a: { $ref: "#" } }, propertyNames: { $ref: "#" } }).problems).toEqual([]);
  });
});

describe("any JSON value", () => {
  const KEYWORDS =
    "$id id $schema $ref $dynamicRef $recursiveRef $anchor $dynamicAnchor $recursiveAnchor $vocabulary $defs definitions items additionalItems prefixItems contains minContains dependencies dependentSchemas allOf not if then unevaluatedItems properties format maximum exclusiveMaximum __proto__";
  const texts = fc.constantFrom(
    "#",
    "#a",
    "#/$defs/a",
    "#/allOf/0",
    "a",
    "http://x/a",
    "http://x/a#a",
    "https://json-schema.org/draft/2020-12/schema",
    "%",
    "",
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(texts, fc.boolean(), fc.constant(null), fc.integer()),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", ...KEYWORDS.split(" ")), tie("value"), { maxKeys: 5 }),
    ),
  }));

  it("is linked or refused, without throwing", () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom(...DIALECTS), (schema, document, dialect) => {
        const { declarations } = linked(schema, dialect, new Map([["http://x/a", document]]));
        expect(new Set(declarations.map(({ name }) => name.toLowerCase())).size).toBe(declarations.length);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("may be deep", () => {
    let deep: Json = { $ref: "#" };
    for (let depth = 0; depth < 8000; depth += 1) deep = depth % 2 === 0 ? { items: deep } : { allOf: [deep] };
    const { declarations, problems } = linked(deep);
    expect([declarations.length, problems]).toEqual([1, []]);
    let list: Json = [];
    for (let depth = 0; depth < 20_000; depth += 1) list = [list];
    expect(linked({ $id: list, $ref: list, $schema: list }).problems).toHaveLength(3);
  });
});
