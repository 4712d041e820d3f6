// What several documents say of one thing becomes one declaration: who leads, what is taken over, what is reported; and the laws of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import type { Contract, Declaration, Json, JsonObject } from "../scripts/contract.ts";
import { fromEntries, sameJson } from "../scripts/lib/json.ts";
import { mergeContracts } from "../scripts/passes/merge-contracts.ts";

const origin = (file: string, line: number): Declaration["origins"][number] => ({ file, line, column: 1, pointer: `/${line}` });

type Stated = Pick<Declaration, "statedBy">["statedBy"];

const declare = (
  name: string,
  file: string,
  statedBy: Stated,
  schema: Declaration["schema"],
  more: Partial<Declaration> = {},
): Declaration => ({
  name,
  addresses: [],
  schema,
  origins: [origin(file, 1)],
  parts: {},
  supplied: false,
  statedBy,
  ...more,
});

const contractOf = (...declarations: readonly Declaration[]): Contract => ({
  vendor: "v",
  declarations,
  events: [],
  examples: [],
  diagnostics: [],
});

const object = (properties: { readonly [name: string]: Json }, required?: readonly string[]): JsonObject => ({
  type: "object",
  ...(required === undefined ? {} : { required }),
  properties,
});

interface Row {
  readonly given: string;
  readonly leading: readonly [Stated, JsonObject];
  readonly weaker: readonly [Stated, JsonObject];
  /** The field's schema after the merge; the leading one's when nothing is said. */
  readonly result?: Json;
  readonly says: readonly string[];
}

const STRING = { type: "string" };

const FIELDS: readonly Row[] = [
  { given: "the same of two schemas", leading: ["schema", STRING], weaker: ["schema", STRING], says: [] },
  { given: "another type", leading: ["schema", STRING], weaker: ["text", { type: "number" }], says: ["kinds-differ"] },
  {
    given: "an integer where a table prints a number",
    leading: ["schema", { type: "integer" }],
    weaker: ["text", { type: "number" }],
    says: [],
  },
  {
    given: "an integer where a schema says number",
    leading: ["schema", { type: "integer" }],
    weaker: ["schema", { type: "number" }],
    says: ["kinds-differ"],
  },
  {
    given: "any number where a table says integer",
    leading: ["schema", { type: "number" }],
    weaker: ["text", { type: "integer" }],
    says: ["kinds-differ"],
  },
  { given: "null that a table leaves out", leading: ["schema", { type: ["string", "null"] }], weaker: ["text", STRING], says: [] },
  {
    given: "null in the words of OpenAPI 3.0",
    leading: ["schema", { type: "string", nullable: true }],
    weaker: ["schema", { type: ["string", "null"] }],
    says: ["rule-differs"].slice(1),
  },
  {
    given: "null that only a table states",
    leading: ["schema", STRING],
    weaker: ["text", { type: ["string", "null"] }],
    says: ["null-differs"],
  },
  {
    given: "null that only one schema states",
    leading: ["schema", { type: ["string", "null"] }],
    weaker: ["schema", STRING],
    says: ["null-differs"],
  },
  { given: "values in another order", leading: ["schema", { enum: ["a", "b"] }], weaker: ["text", { enum: ["b", "a"] }], says: [] },
  { given: "other values", leading: ["schema", { enum: ["a", "b"] }], weaker: ["text", { enum: ["a", "c"] }], says: ["values-differ"] },
  { given: "a constant that is the only value", leading: ["schema", { const: "a" }], weaker: ["text", { enum: ["a"] }], says: [] },
  { given: "another constant", leading: ["text", { const: "a" }], weaker: ["text", { const: "b" }], says: ["values-differ"] },
  {
    given: "values that only a table lists",
    leading: ["schema", STRING],
    weaker: ["text", { type: "string", enum: ["a"] }],
    says: ["rule-kept-out"],
  },
  {
    given: "values that only the weaker of two texts lists",
    leading: ["text", STRING],
    weaker: ["text", { type: "string", enum: ["a"] }],
    result: { type: "string", enum: ["a"] },
    says: [],
  },
  {
    given: "another format",
    leading: ["schema", { type: "string", format: "uuid" }],
    weaker: ["text", { type: "string", format: "date" }],
    says: ["format-differs"],
  },
  {
    given: "a format that a table leaves out",
    leading: ["schema", { type: "string", format: "uuid" }],
    weaker: ["text", STRING],
    says: [],
  },
  {
    given: "a format that only a table gives",
    leading: ["schema", STRING],
    weaker: ["text", { type: "string", format: "uuid" }],
    says: ["rule-kept-out"],
  },
  {
    given: "another rule of a schema",
    leading: ["schema", { type: "string", maxLength: 3 }],
    weaker: ["schema", { type: "string", maxLength: 4 }],
    says: ["rule-differs"],
  },
  { given: "a rule that a table leaves out", leading: ["schema", { type: "string", maxLength: 3 }], weaker: ["text", STRING], says: [] },
  {
    given: "a description, examples and a default",
    leading: ["schema", STRING],
    weaker: ["text", { type: "string", description: "d", examples: ["e"], default: "f" }],
    result: { type: "string", description: "d", examples: ["e"], default: "f" },
    says: [],
  },
  {
    given: "a description that is cut",
    leading: ["schema", { type: "string", description: "A long one." }],
    weaker: ["text", { type: "string", description: "A lo" }],
    says: [],
  },
  {
    given: "items that only the weaker text knows",
    leading: ["text", { type: "array" }],
    weaker: ["text", { type: "array", items: STRING }],
    result: { type: "array", items: STRING },
    says: [],
  },
  {
    given: "other items",
    leading: ["schema", { type: "array", items: STRING }],
    weaker: ["text", { type: "array", items: { type: "boolean" } }],
    says: ["kinds-differ"],
  },
  {
    given: "other values of a map",
    leading: ["schema", { type: "object", additionalProperties: STRING }],
    weaker: ["schema", { type: "object", additionalProperties: { type: "boolean" } }],
    says: ["kinds-differ"],
  },
  {
    given: "an object's field of another type",
    leading: ["schema", object({ b: STRING })],
    weaker: ["text", object({ b: { type: "boolean" } })],
    says: ["kinds-differ"],
  },
  {
    given: "a field of an inner object that only the weaker text shows",
    leading: ["text", object({ b: STRING })],
    weaker: ["text", object({ c: STRING })],
    result: object({ b: STRING, c: STRING }),
    says: ["field-not-in-table", "field-only-there"],
  },
  { given: "any type at all", leading: ["schema", {}], weaker: ["text", STRING], says: [] },
];

describe("a field of two statements", () => {
  test.each(FIELDS)("with $given", ({ leading, weaker, result, says }) => {
    const own = contractOf(declare("Thing", "a", leading[0], object({ a: leading[1] })));
    const other = contractOf(declare("Thing", "b", weaker[0], object({ a: weaker[1] })));
    const merged = mergeContracts("v", [own, other]);
    expect(merged.declarations.map(({ schema }) => schema)).toEqual([object({ a: result ?? leading[1] })]);
    expect(merged.diagnostics.map(({ slug }) => slug).toSorted()).toEqual(says);
    // Both places are told.
    for (const { origin: place, facts } of merged.diagnostics) expect([place.file, facts["leading"]]).toMatchObject(["b", { file: "a" }]);
  });
});

interface Objects {
  readonly given: string;
  readonly leading: readonly [Stated, JsonObject];
  readonly weaker: readonly [Stated, JsonObject];
  readonly result?: JsonObject;
  readonly says: readonly string[];
}

const OBJECTS: readonly Objects[] = [
  {
    given: "a field that a schema does not hold",
    leading: ["schema", object({ a: STRING })],
    weaker: ["text", object({ a: STRING, b: STRING })],
    says: ["field-not-in-schema b"],
  },
  {
    given: "a field that a table leaves out",
    leading: ["schema", object({ a: STRING, b: STRING })],
    weaker: ["text", object({ a: STRING })],
    says: ["field-not-in-table b"],
  },
  {
    given: "a field that a weaker schema leaves out",
    leading: ["schema", object({ a: STRING, b: STRING })],
    weaker: ["schema", object({ a: STRING })],
    says: ["field-not-there b"],
  },
  {
    given: "required where the schema says optional",
    leading: ["schema", object({ a: STRING, b: STRING }, ["a"])],
    weaker: ["text", object({ a: STRING, b: STRING }, ["a", "b"])],
    says: ["required-differs b"],
  },
  {
    given: "no word of what is required",
    leading: ["schema", object({ a: STRING }, ["a"])],
    weaker: ["text", object({ a: STRING })],
    says: [],
  },
  {
    given: "the word that nothing is required",
    leading: ["schema", object({ a: STRING }, ["a"])],
    weaker: ["text", object({ a: STRING }, [])],
    says: ["required-differs a"],
  },
  {
    given: "nothing required in another schema",
    leading: ["schema", object({ a: STRING }, ["a"])],
    weaker: ["schema", object({ a: STRING })],
    says: ["required-differs a"],
  },
  {
    given: "what is required, known to the weaker text alone",
    leading: ["text", object({ a: STRING, b: STRING })],
    weaker: ["text", object({ a: STRING, b: STRING }, ["b"])],
    result: object({ a: STRING, b: STRING }, ["b"]),
    says: [],
  },
  {
    given: "another spelling",
    leading: ["schema", object({ alertId: STRING })],
    weaker: ["text", object({ AlertID: STRING })],
    says: ["spellings-differ AlertID"],
  },
  {
    given: "a name `__proto__`",
    leading: ["text", object(fromEntries([["__proto__", STRING]]))],
    weaker: ["text", object(fromEntries([["__proto__", { type: "string", description: "d" }]]))],
    result: object(fromEntries([["__proto__", { type: "string", description: "d" }]])),
    says: [],
  },
  {
    given: "fields in the parts of an allOf",
    leading: ["schema", { allOf: [object({ a: STRING }), object({ b: STRING })] }],
    weaker: ["text", object({ a: STRING, b: { type: "boolean" } })],
    says: ["kinds-differ b"],
  },
  { given: "no fields at all in a table", leading: ["schema", object({ a: STRING })], weaker: ["text", {}], says: [] },
];

describe("an object of two statements", () => {
  test.each(OBJECTS)("with $given", ({ leading, weaker, result, says }) => {
    const own = contractOf(declare("Thing", "a", leading[0], leading[1]));
    const other = contractOf(declare("Thing", "b", weaker[0], weaker[1]));
    const merged = mergeContracts("v", [own, other]);
    const [schema] = merged.declarations.map((one) => one.schema);
    expect(sameJson(schema, result ?? leading[1])).toBe(true);
    expect(merged.diagnostics.map(({ slug, facts }) => `${slug} ${String(facts["field"])}`)).toEqual(says);
  });

  test("compares what references lead to, once, and ends in circles", () => {
    const schema = (type: string): JsonObject =>
      object({ self: { $ref: "Thing" }, inner: { $ref: "Inner" }, again: { $ref: "Inner" }, type: { type } });
    const own = contractOf(
      declare("Thing", "a", "schema", schema("string")),
      declare("Inner", "a", "schema", object({ x: STRING, up: { $ref: "Thing" } })),
    );
    const page = object({
      inner: object({ x: { type: "boolean" }, up: object({ type: { type: "boolean" } }) }),
      again: { type: "object" },
    });
    const merged = mergeContracts("v", [own, contractOf(declare("Thing", "b", "text", page))]);
    const found = merged.diagnostics.filter(({ slug }) => slug === "kinds-differ");
    expect(found.map(({ facts }) => facts["field"])).toEqual(["x", "type"]);
  });

  test("keeps a page about a part of a schema only where something else refers to it", () => {
    const own = contractOf(declare("Thing", "a", "schema", object({ state: { enum: ["on", "off"] } })));
    const pages = (other: Json): Contract =>
      contractOf(
        declare("Thing", "b", "text", object({ state: { $ref: "ThingState" } })),
        declare("ThingState", "c", "text", { enum: ["on"] }),
        declare("Other", "d", "text", object({ o: other })),
      );
    const alone = mergeContracts("v", [own, pages(STRING)]);
    expect(alone.declarations.map(({ name }) => name)).toEqual(["Thing", "Other"]);
    expect(alone.diagnostics.map(({ slug }) => slug)).toEqual(["values-differ"]);
    const shared = mergeContracts("v", [own, pages({ $ref: "ThingState" })]);
    expect(shared.declarations.map(({ name }) => name)).toEqual(["Thing", "ThingState", "Other"]);
  });

  test("settles names that an SDK prints by a text that shows the wire, and prefers a small letter", () => {
    const go = declare("Thing", "a", "text", object({ AlertID: STRING, RuleType: STRING, Count: STRING }, ["AlertID", "RuleType"]), {
      printedNames: ["AlertID", "RuleType", "Count"],
      parts: { "/properties/AlertID": [origin("a", 2)], "/properties/RuleType/examples": [origin("a", 3)] },
    });
    const typescript = declare("Thing", "b", "text", object({ alertId: STRING, ruleType: STRING }), {
      printedNames: ["alertId", "ruleType"],
    });
    const prose = declare("Thing", "c", "text", object({ alert_id: STRING }));
    const [merged] = mergeContracts("v", [contractOf(go), contractOf(typescript), contractOf(prose)]).declarations;
    expect(merged?.schema).toEqual(object({ alert_id: STRING, ruleType: STRING, Count: STRING }, ["alert_id", "ruleType"]));
    expect(merged?.printedNames).toEqual(["ruleType", "Count"]);
    expect(Object.keys(merged?.parts ?? {}).toSorted()).toEqual(["/properties/alert_id", "/properties/ruleType/examples"]);
  });
});

// Laws

const TYPES = ["string", "number", "integer", "boolean", "object", "array"];
const field = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...TYPES).map((type): JsonObject => ({ type })),
    fc.constantFrom("Thing", "Other", "Third").map((name): JsonObject => ({ $ref: name })),
    fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }).map((values): JsonObject => ({ type: "string", enum: values })),
    fc.record({ type: fc.constant(["string", "null"]), description: fc.string() }),
    fc.record({ type: fc.constant("string"), format: fc.constantFrom("uuid", "date"), maxLength: fc.nat(5) }),
    tie("schema").map((items): JsonObject => ({ type: "array", items })),
    objects(tie("schema")),
    fc.tuple(tie("schema"), tie("schema")).map((parts): JsonObject => ({ allOf: parts })),
  ),
})).schema;

function objects(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(fc.dictionary(fc.constantFrom("id", "alertId", "alert_id", "name", "__proto__"), inner, { maxKeys: 4 }), fc.boolean())
    .map(([properties, all]) => object(properties, all && Object.keys(properties).length > 0 ? Object.keys(properties) : undefined));
}

const contracts = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom("Thing", "Other", "Third"), { minLength: 1 }),
    fc.infiniteStream(fc.oneof(objects(field), field)),
    fc.infiniteStream(fc.boolean()),
    fc.string(),
  )
  .map(([names, schemas, texts, file]) =>
    contractOf(
      ...names.map((name) =>
        declare(name, file, texts.next().value === true ? "text" : "schema", schemas.next().value ?? {}, {
          parts: { "": [origin(file, 1)] },
        }),
      ),
    ),
  );

const EMPTY = contractOf();

describe("merging", () => {
  test("leaves a contract as it is beside the empty one, and beside itself", () => {
    fc.assert(
      fc.property(contracts, (contract) => {
        const alone = mergeContracts("v", [contract]);
        expect(alone.diagnostics).toEqual([]);
        expect(alone.declarations).toEqual(contract.declarations);
        for (const list of [
          [EMPTY, contract],
          [contract, EMPTY],
          [contract, contract],
        ])
          expect(mergeContracts("v", list)).toEqual(alone);
      }),
    );
  });

  test("never throws, changes no input, and keeps the leading schema's fields", () => {
    fc.assert(
      fc.property(contracts, contracts, contracts, (...three) => {
        const before = JSON.stringify(three);
        const merged = mergeContracts("v", three);
        expect(JSON.stringify(three)).toBe(before);
        const names = new Set(three.flatMap(({ declarations }) => declarations.map(({ name }) => name)));
        expect(merged.declarations.every(({ name }) => names.has(name))).toBe(true);
        expect(new Set(merged.declarations.map(({ name }) => name)).size).toBe(merged.declarations.length);
      }),
    );
  });

  test("does not depend on the order of documents of different precedence", async () => {
    const page = (type: string, extra: string): string =>
      `Thing\n\nJSON Schema\n\n${JSON.stringify({ $id: "#/components/schemas/Thing", type: "object", properties: { id: { type }, [extra]: { type: "string" } } })}\n`;
    const documents: readonly (readonly [number, string])[] = [
      [45, page("string", "a")],
      [44, page("integer", "b")],
      [43, page("boolean", "c")],
    ];
    const run = async (order: readonly number[]): Promise<unknown> => {
      const names = order.map((at) => `v/${at}.txt`);
      const settings = Object.fromEntries(documents.map(([precedence], index) => [`${order[index] ?? 0}.txt`, { precedence }]));
      const files = Object.fromEntries([
        ["v/source.json", JSON.stringify({ documents: settings })],
        ...documents.map(([, text], index) => [names[index] ?? "", text] as const),
      ]);
      const { contract, diagnostics } = await compile({ files });
      const known = (file: string): string => `document ${names.indexOf(file)}`;
      return {
        declarations: contract.vendors.map(({ declarations }) =>
          declarations.map(({ name, schema, origins }) => ({ name, schema, files: origins.map(({ file }) => known(file)) })),
        ),
        found: diagnostics.map(({ slug, origin: place }) => `${known(place.file)}:${place.line} ${slug}`).toSorted(),
      };
    };
    const first = await run([1, 2, 3]);
    for (const order of [
      [1, 3, 2],
      [2, 1, 3],
      [2, 3, 1],
      [3, 1, 2],
      [3, 2, 1],
    ])
      expect(await run(order)).toEqual(first);
  });
});
