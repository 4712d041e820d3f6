// References: what nothing resolves, what leads out, what is only data, and what leads back to itself.
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { Json } from "../scripts/compile.ts";
import { fromEntries, member } from "../scripts/lib/json.ts";
import { checksOf } from "../scripts/validators/made-functions.ts";
import { printDiagnostic } from "../scripts/report.ts";
import { compiled, findings, inV, placeOf } from "./support/findings.ts";
import { danglingCases, dataCases, referenceCases, referring } from "./support/reference-cases.ts";
import { compile } from "../scripts/compile.ts";

describe("a reference that leads nowhere, out, or back is an error at its place", () => {
  test.each(referenceCases)("$slug: $name", async ({ files, slug, at }) => {
    const output = await compiled(files);
    expect(findings(output, "error")).toEqual(at.map(([file, ...words]) => `${slug} ${placeOf(files, file, ...words)}`));
    expect(output.files).toEqual({});
  });

  const unresolved = referenceCases.filter(({ slug }) => slug === "reference-unresolved");
  test.each(unresolved)("the error names the file in which a supplement is accepted: $name", async ({ files }) => {
    const { diagnostics } = await compiled(files);
    const found = diagnostics.find(({ slug }) => slug === "reference-unresolved");
    expect(found).toBeDefined();
    if (found !== undefined)
      expect(printDiagnostic(found, { folder: "schemas", files: inV(files), style: (_, text) => text })).toContain(
        "schemas/v/supplement.openapi.yaml",
      );
  });

  test("in a folder without vendors' folders the supplement stands beside the document", async () => {
    const { diagnostics } = await compile({ files: referring("#/components/schemas/Nope") });
    expect(diagnostics[0]?.facts["supplement"]).toMatchObject({ file: "supplement.openapi.yaml" });
  });
});

describe("a reference of an OpenAPI document that leads nowhere lets any value pass", () => {
  test.each(danglingCases)("$name", async ({ files, slug, at }) => {
    const output = await compiled(files);
    expect(findings(output)).toEqual(at.map(([file, ...words]) => `${slug} ${placeOf(files, file, ...words)}`));
    expect(JSON.stringify(output.contract.vendors[0]?.declarations[0]?.schema)).toMatch(/^\{\}$|\{"(b|items)":\{\}\}|"items":\{\}/);
  });
});

describe("what the error asks for resolves the reference", () => {
  const supplement = "openapi: 3.0.0\ncomponents:\n  schemas:\n    Nope:\n      type: string\n";
  test.each(["#/components/schemas/Nope", "../../nope.md", "#/definitions/Nope"])("a supplement answers %s", async (reference) => {
    const output = await compiled(referring(reference, { "supplement.openapi.yaml": supplement }));
    expect(findings(output, "error")).toEqual([]);
    expect(output.files["src/v/types.ts"]).toContain("a?: Nope;");
  });
});

describe("a $ref that is data stays data", () => {
  test.each(dataCases)("%s", async (_, property) => {
    const output = await compiled({ "a.json": JSON.stringify({ title: "Thing", type: "object", properties: { p: property } }) });
    expect(findings(output, "error")).toEqual([]);
    expect(findings(output, "warning")).toEqual([]);
    const schema = output.contract.vendors[0]?.declarations.find(({ name }) => name === "Thing")?.schema;
    for (const text of JSON.stringify(property).match(/"\$ref":"[^"]*"/g) ?? []) expect(JSON.stringify(schema)).toContain(text);
  });

  test.each([
    ["const", { const: { $ref: "#/nope" } }],
    ["enum", { enum: [{ $ref: "#/nope" }] }],
  ])("in %s, whose objects are not compiled yet, no reference is looked for", async (_, property) => {
    const output = await compiled({ "a.json": JSON.stringify({ title: "Thing", type: "object", properties: { p: property } }) });
    expect(output.diagnostics.map(({ slug }) => slug).filter((slug) => slug.startsWith("reference-"))).toEqual([]);
  });

  test("a file that only data names is not taken for a part", async () => {
    const output = await compiled({
      "a.json": JSON.stringify({ title: "Thing", type: "string", examples: [{ $ref: "other.json#/x" }] }),
      "other.json": '{ "x": 1 }',
    });
    expect(findings(output)).toContain("source-unrecognised other.json:1:1");
  });
});

describe("properties that are called as keywords are properties", () => {
  const names = [
    "$ref",
    "type",
    "required",
    "properties",
    "enum",
    "definitions",
    "$defs",
    "$id",
    "$schema",
    "$anchor",
    "const",
    "default",
    "examples",
    "example",
    "items",
    "allOf",
    "anyOf",
    "nullable",
    "format",
    "pattern",
    "additionalProperties",
    "x-remark",
    "title",
    "description",
  ];
  const whole: Json = {
    title: "Thing",
    type: "object",
    required: ["$ref", "type"],
    properties: fromEntries(names.map((name) => [name, { type: "string" }])),
  };

  test("at the top, with every name kept", async () => {
    const output = await compiled({ "a.json": JSON.stringify(whole) });
    expect(findings(output)).toEqual([]);
    const declarations = output.contract.vendors[0]?.declarations ?? [];
    expect(declarations.map(({ schema }) => schema)).toEqual([whole]);
    const check = checksOf(declarations).get("Thing");
    expect(check?.(fromEntries(names.map((name) => [name, "x"])))).toEqual([]);
    for (const name of names) expect(check?.(fromEntries(names.map((other) => [other, other === name ? 5 : "x"]))), name).toBeDefined();
  });

  test.each(["properties", "definitions", "$defs", "items", "enum", "const"])("inside an object that is itself called %s", async (name) => {
    const output = await compiled({
      "a.json": JSON.stringify({
        title: "Thing",
        type: "object",
        properties: fromEntries([[name, { type: "object", properties: fromEntries(names.map((inner) => [inner, { type: "number" }])) }]]),
      }),
    });
    expect(findings(output)).toEqual([]);
    const inner = output.contract.vendors[0]?.declarations.find((declaration) => declaration.name !== "Thing")?.schema;
    expect(Object.keys(member(inner, "properties") ?? {})).toEqual(names);
  });
});

describe("recursion through data", () => {
  const node = { $ref: "#/definitions/Node" };
  const schemas: readonly (readonly [name: string, schema: Json, wrap: (value: Json) => Json])[] = [
    ["a property", { type: "object", properties: { next: node } }, (value) => ({ next: value })],
    ["items", { type: "array", items: node }, (value) => [value]],
    ["other members", { type: "object", additionalProperties: node }, (value) => ({ any: value })],
    ["items or null", { anyOf: [{ type: "array", items: node }, { type: "null" }] }, (value) => [value]],
    [
      "one of two forms",
      {
        oneOf: [
          { type: "array", items: node },
          { type: "object", properties: { next: node }, required: ["next"] },
        ],
      },
      (value) => [value],
    ],
    [
      "a form in all of some",
      { allOf: [{ type: "object", properties: { next: { type: "object", properties: { inner: node } } } }] },
      (value) => ({ next: { inner: value } }),
    ],
    ["another definition", { type: "object", properties: { other: { $ref: "#/definitions/Other" } } }, (value) => ({ other: [value] })],
  ];

  test.each(schemas)("through %s compiles, and data of 100,000 levels is an ordinary issue", async (_, schema, wrap) => {
    const output = await compiled({ "a.json": JSON.stringify({ definitions: { Node: schema, Other: { type: "array", items: node } } }) });
    expect(findings(output, "error")).toEqual([]);
    const check = checksOf(output.contract.vendors[0]?.declarations ?? []).get("Node");
    const deep = (levels: number): Json => {
      let value: Json = Array.isArray(wrap(null)) ? [] : {};
      for (let level = 0; level < levels; level += 1) value = wrap(value);
      return value;
    };
    expect(check?.(deep(20))).toEqual([]);
    const found = check?.(deep(100_000));
    expect(found?.length).toBeGreaterThan(0);
    expect(found?.length).toBeLessThan(10);
  });

  test("names that lead back through data are no cycle", async () => {
    const output = await compiled({
      "a.json": JSON.stringify({
        title: "Thing",
        type: "object",
        properties: { next: { $ref: "#" }, all: { type: "array", items: { anyOf: [{ $ref: "#" }, { type: "null" }] } } },
      }),
    });
    expect(findings(output, "error")).toEqual([]);
  });
});

test("no reference touches the network", async () => {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  for (const path of ["x.json", "x.yaml#/a", "x.md"])
    for (const host of [`http://127.0.0.1:${port}`, `//127.0.0.1:${port}`]) {
      await compiled(referring(`${host}/${path}`));
      await compiled(referring("parts.json#/x", { "parts.json": JSON.stringify({ x: { items: { $ref: `${host}/${path}` } } }) }));
    }
  await new Promise((done) => server.close(done));
  expect(calls).toBe(0);
});
