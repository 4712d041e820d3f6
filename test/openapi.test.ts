// OpenAPI documents: names that stay, the same contract from every spelling of a document, and events from webhooks.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Contract, Json, Output } from "../scripts/compile.ts";
import { isError } from "../scripts/diagnostics.ts";
import { entries, fromEntries, isObject } from "../scripts/lib/json.ts";
import { keywordMeant } from "../scripts/lib/keyword-meant.ts";
import { compiled, findings, short } from "./support/findings.ts";

const given = (name: string): Json => JSON.parse(readFileSync(`test/cases/openapi-operations/given/v/${name}`, "utf8"));
const whole = given("api.json");

const contractOf = (output: Output): Contract => {
  const [contract] = output.contract.vendors;
  if (contract === undefined) throw new RangeError("no vendor");
  return contract;
};

/** What declarations are called, each with the place that states it: parameters of a path are stated once for all of its operations. */
const namesAtPlaces = (contract: Contract): readonly (readonly [place: string, name: string])[] =>
  contract.declarations.map(({ name, origins: [origin] }) => [origin?.pointer ?? "", name]);

const put = (value: Json, [key = "", ...rest]: readonly string[], what: Json): Json =>
  isObject(value)
    ? fromEntries([...entries(value).filter(([name]) => name !== key), [key, rest.length === 0 ? what : put(value[key] ?? {}, rest, what)]])
    : value;

const body = (schema: Json): Json => ({ content: { "application/json": { schema } } });
const thing = { type: "object", properties: { a: { type: "string" } } };
const additions: readonly (readonly [name: string, path: readonly string[], what: Json])[] = [
  ["a schema", ["components", "schemas", "Extra"], thing],
  ["a schema that is called as a response", ["components", "schemas", "GetOrderResponse"], thing],
  ["a schema that is called as a request", ["components", "schemas", "PatchOrdersOrderIdRequest"], thing],
  ["another status", ["paths", "/orders/{orderId}", "get", "responses", "201"], body(thing)],
  ["another media type", ["paths", "/orders/{orderId}", "get", "responses", "200", "content", "application/vnd.a+json"], { schema: thing }],
  ["another method", ["paths", "/orders/{orderId}", "put"], { requestBody: body(thing) }],
  ["another path", ["paths", "/orders"], { get: { responses: { 200: body(thing) } } }],
  ["a webhook", ["webhooks", "order"], { post: { requestBody: body(thing) } }],
  ["a response", ["components", "responses", "Gone"], body(thing)],
];

describe("names", () => {
  test.each(additions)("stay when %s is added", async (_, path, what) => {
    const before = namesAtPlaces(contractOf(await compiled({ "api.json": JSON.stringify(whole) })));
    const after = namesAtPlaces(contractOf(await compiled({ "api.json": JSON.stringify(put(whole, path, what)) })));
    expect(after.length).toBeGreaterThan(before.length);
    const taken = new Set(path.at(-2) === "schemas" ? path.slice(-1) : []);
    for (const [place, name] of before) if (!taken.has(name)) expect(after).toContainEqual([place, name]);
    expect(new Set(after.map(([, name]) => name)).size).toBe(after.length);
  });

  test("of components stay theirs when something else is called so", async () => {
    const clashing = put(whole, ["components", "schemas", "GetOrderResponse"], thing);
    const names = namesAtPlaces(contractOf(await compiled({ "api.json": JSON.stringify(clashing) })));
    expect(names).toContainEqual(["/components/schemas/GetOrderResponse", "GetOrderResponse"]);
  });
});

describe("a document says the same", () => {
  const reversed = (value: Json): Json =>
    isObject(value)
      ? fromEntries(
          entries(value)
            .map(([key, inner]) => [key, reversed(inner)] as const)
            .toReversed(),
        )
      : value;
  const part = { openapi: "3.1.0", components: { schemas: { B: thing, A: { type: "array", items: { $ref: "#/components/schemas/B" } } } } };
  const written: readonly (readonly [name: string, file: string, text: string])[] = [
    ["in YAML", "api.yaml", stringify(part)],
    ["in YAML with a byte-order mark", "api.yaml", `\uFEFF${stringify(part)}`],
    ["in YAML with CRLF", "api.yaml", stringify(part).replaceAll("\n", "\r\n")],
    ["in YAML with anchors", "api.yaml", stringify(part).replace("B:", "B: &b")],
    ["in YAML that is JSON", "api.yaml", JSON.stringify(part)],
    ["in JSON with a byte-order mark", "api.json", `\uFEFF${JSON.stringify(part)}`],
    ["in another order", "api.json", JSON.stringify(reversed(part))],
  ];
  test.each(written)("%s", async (_, file, text) => {
    const expected = await compiled({ "api.json": JSON.stringify(part) });
    const output = await compiled({ [file]: text });
    expect(findings(output)).toEqual([]);
    expect(contractOf(output).declarations.map(({ name, schema }) => [name, schema])).toEqual(
      contractOf(expected).declarations.map(({ name, schema }) => [name, schema]),
    );
  });
});

describe("webhooks", () => {
  const api = (more: { readonly [key: string]: Json }): string =>
    JSON.stringify({ openapi: "3.1.0", components: { schemas: { Order: thing } }, ...more });
  const order = { post: { requestBody: body({ $ref: "#/components/schemas/Order" }) } };
  const eventsOf = async (more: { readonly [key: string]: Json }): Promise<readonly (readonly [string, string])[]> =>
    contractOf(await compiled({ "api.json": api(more) })).events.map(({ names, declaration }) => [names.join(), declaration]);

  test("are events by their key, templates included, each with its payload", async () => {
    const webhooks = { "order.created": order, "{dataType}.write.successful": order, "order.gone": { post: { requestBody: body(thing) } } };
    expect((await eventsOf({ webhooks })).toSorted()).toEqual([
      ["order.created", "Order"],
      ["order.gone", "OrderGoneWebhook"],
      ["{dataType}.write.successful", "Order"],
    ]);
  });

  test("of an extension and of callbacks are events too", async () => {
    const callbacks = { onDone: { "{$request.body#/url}": order } };
    expect(await eventsOf({ "x-webhooks": { a: order } })).toEqual([["a", "Order"]]);
    expect(await eventsOf({ paths: { "/jobs": { post: { callbacks } } } })).toEqual([["onDone", "Order"]]);
  });

  test("whose schema is nowhere bring anything, with a warning", async () => {
    const output = await compiled({
      "api.json": api({ webhooks: { a: { post: { requestBody: body({ $ref: "#/components/schemas/No" }) } } } }),
    });
    expect(output.diagnostics.map(({ slug }) => slug)).toContain("reference-dangling");
    expect(contractOf(output).events.map(({ declaration }) => declaration)).toEqual(["AWebhook"]);
    expect(contractOf(output).declarations.find(({ name }) => name === "AWebhook")?.schema).toEqual({});
  });

  test("and responses whose schema is nowhere are reported as well", async () => {
    const responses = { 200: body({ $ref: "#/components/schemas/No" }) };
    const output = await compiled({ "api.json": api({ paths: { "/a": { get: { responses } } } }) });
    expect(findings(output)).toHaveLength(1);
    expect(contractOf(output).declarations.find(({ name }) => name === "GetAResponse")?.schema).toEqual({});
  });
});

test("a schema in a file of its own is read in the language of the document that refers to it", async () => {
  const files = {
    "api.yaml": "openapi: 3.0.3\ncomponents:\n  schemas:\n    A: { $ref: './parts.yaml#/A' }\n",
    "parts.yaml": "A: { type: number, nullable: true, minimum: 0, exclusiveMinimum: true, example: 5 }\n",
  };
  const output = await compiled(files);
  expect(findings(output)).toEqual([]);
  expect(contractOf(output).declarations.map(({ schema }) => schema)).toContainEqual({
    type: ["number", "null"],
    exclusiveMinimum: 0,
    examples: [5],
  });
});

test.each([
  ["descrciption", "description"],
  ["mininum", "minimum"],
  ["minValue", "minimum"],
  ["tittle", "title"],
  ["exmaple", "example"],
  ["Type", "type"],
  ["colour", null],
  ["if", null],
  ["typo", "type"],
  ["", null],
])("the misspelt keyword %j means %j", (keyword, meant) => {
  expect(keywordMeant(keyword)).toBe(meant);
});

const corpus = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";
const real = ["codatio+oas/yaml/Codat-Platform.yaml", "specs/codatio+oas/2776085e/yaml/Codat-Sync-Commerce.yaml"];
if (!existsSync(corpus))
  console.log(`left out: real OpenAPI documents; set HOOKWRIGHT_CORPUS to the folder that holds them (${corpus} is not there)`);
test.skipIf(!existsSync(corpus)).each(real)("%s is read without an error", async (path) => {
  const output = await compiled({ "api.yaml": readFileSync(join(corpus, path), "utf8") });
  expect(output.diagnostics.filter(isError).map(short)).toEqual([]);
  expect(contractOf(output).events.length).toBeGreaterThan(0);
});
