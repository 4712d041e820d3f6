// Input with mistakes: each is an error at its place, in words; nothing is written, and nothing is thrown.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, type Json } from "../scripts/compile.ts";
import { readSchemas } from "../scripts/files.ts";
import { keywordNames } from "../scripts/keywords/registry.ts";
import { printDiagnostic } from "../scripts/report.ts";
import { badSchemas, type BadInput, type Expected, unknownKeywords } from "./support/bad-schemas.ts";
import { badSettings } from "./support/bad-settings.ts";
import { compiled, type Files, findings, inV, placeOf } from "./support/findings.ts";
import { hostileStrings } from "./support/hostile-strings.ts";

const place = (files: Files, [slug, file, ...words]: Expected): string =>
  words.length === 0 ? `${slug} ${file}` : `${slug} ${placeOf(files, file, ...words)}`;

/** A finding as far as the table says where it is: some rows name no words, because any place in the file will do. */
const asExpected = (found: string, files: Files, expected: readonly Expected[]): string =>
  expected.some(
    ([slug, file, ...words]) =>
      words.length === 0 && found.startsWith(`${slug} ${file}:`) && !found.endsWith(":0:0") && place(files, [slug, file]) !== found,
  )
    ? found.replace(/:\d+:\d+$/, "")
    : found;

async function check({ files, found }: BadInput): Promise<void> {
  const output = await compiled(files);
  expect([...new Set(findings(output, "error").map((one) => asExpected(one, files, found)))]).toEqual(
    found.map((one) => place(files, one)),
  );
  expect(output.files).toEqual({});
  for (const one of output.diagnostics) {
    const printed = printDiagnostic(one, { folder: "schemas", files: inV(files), style: (_, text) => text });
    // A signature's text has holes of its own.
    expect(printed).not.toMatch(/\{(?!id\}|timestamp\}|body\})\w+\}|undefined|\[object|call stack|YAML\.parse/);
    expect(printed).toContain("help: ");
  }
}

test.each(badSchemas)("in a schema, $name", check, 20_000);

test.each(badSettings)("in $name", check, 20_000);

test("every keyword has a row that says what it refuses", () => {
  const tried = new Set(badSchemas.map(({ name }) => name.split(":")[0]));
  expect(
    keywordNames.filter((name) => !["default", "const", "discriminator", "xml", "externalDocs"].includes(name) && !tried.has(name)),
  ).toEqual([]);
});

const schema = (property: Json): Files => ({
  "a.json": JSON.stringify({ title: "Thing", type: "object", properties: { p: property } }, null, 2),
});

const said: readonly BadInput[] = [
  {
    name: "a format that is not known",
    files: schema({ type: "string", format: "no-such" }),
    found: [["format-unknown", "a.json", '"format"']],
  },
  {
    name: "a format called constructor",
    files: schema({ type: "string", format: "constructor" }),
    found: [["format-unknown", "a.json", '"format"']],
  },
  {
    name: "a member that stands twice",
    files: { "a.json": '{ "title": "Thing", "type": "object",\n "type": "string" }' },
    found: [["json-duplicate-key", "a.json", "\n", '"type"']],
  },
  { name: "a comment", files: { "a.json": '{ "title": "Thing", // x\n "type": "string" }' }, found: [["json-comment", "a.json", "//"]] },
  {
    name: "a member of source.json that stands twice",
    files: { ...schema({}), "source.json": '{ "vendor": "V",\n "vendor": "W" }' },
    found: [["json-duplicate-key", "source.json", "\n", '"vendor"']],
  },
  {
    name: "a comma too many in corrections.json",
    files: { ...schema({}), "corrections.json": '[\n{ "at": "Thing#/x-a", "is": 1, "because": "b", "see": "s" },]' },
    found: [["json-trailing-comma", "corrections.json", "},", ","]],
  },
  {
    name: "a member of YAML that stands twice",
    files: { "a.yaml": "title: Thing\ntype: object\nproperties:\n  a: {}\n  a: { type: string }\n" },
    found: [["json-duplicate-key", "a.yaml", "a: {}", "a: {"]],
  },
  {
    name: "a tag of YAML that is not known",
    files: { "a.yaml": "title: Thing\ntype: object\nproperties: !foo\n  a: {}\n" },
    found: [["yaml-tag-unknown", "a.yaml", "!foo"]],
  },
  { name: "an empty file of text", files: { "a.txt": "" }, found: [["source-unrecognised", "a.txt"]] },
  { name: "a blank file", files: { "a.txt": " \n\t\n" }, found: [["source-unrecognised", "a.txt"]] },
  { name: "a file that no reader knows", files: { "a.bin": "hello" }, found: [["source-unrecognised", "a.bin"]] },
  { name: "JSON that is no schema", files: { "a.json": '["type"]' }, found: [["source-unrecognised", "a.json"]] },
  {
    name: "an OpenAPI document without schemas",
    files: { "o.yaml": "openapi: 3.0.0\npaths: {}\nservers: []\npath: {}\n" },
    found: [
      ["openapi-without-data", "o.yaml", "openapi"],
      ["line-unaccounted", "o.yaml", "path:"],
    ],
  },
  ...unknownKeywords,
];

test.each(said)("what is no error is said: $name", async ({ files, found }) => {
  const output = await compiled(files);
  expect(findings(output).map((one) => asExpected(one, files, found))).toEqual(found.map((one) => place(files, one)));
  expect(findings(output, "error")).toEqual([]);
  expect(Object.keys(output.files)).toContain("package.json");
});

test.each(["a b", "-a", ".a", "é", "", "..", "formats", "__proto__"])("a vendor's folder called %j is an error", async (vendor) => {
  const output = await compile({ files: { [`${vendor}/a.json`]: '{ "title": "Thing", "type": "string" }' } });
  expect(output.diagnostics.map(({ slug }) => slug)).toContain("vendor-folder");
  expect(output.files).toEqual({});
});

test("what a YAML merge brings in is declared like the rest", async () => {
  const output = await compiled({
    "a.yaml":
      "title: Thing\nx-base: &base\n  A: { type: string }\ndefinitions:\n  <<: *base\n  B: { type: number }\ntype: object\nproperties: { a: { $ref: '#/definitions/A' } }\n",
  });
  expect(findings(output, "error")).toEqual([]);
  expect(output.contract.vendors[0]?.declarations.map(({ name }) => name)).toEqual(["A", "B", "Thing"]);
});

test("two documents that state one component in different ways are a finding", async () => {
  const document = (id: Json): string => JSON.stringify({ openapi: "3.0.0", components: { schemas: { Id: id } } });
  const output = await compiled({ "a.json": document({ type: "string" }), "b.json": document({ type: "number" }) });
  expect(findings(output)).not.toEqual([]);
});

test("bytes that are not UTF-8 are refused with their place, and the others are read", () => {
  const folder = mkdtempSync(join(tmpdir(), "hookwright-bytes-"));
  mkdirSync(join(folder, "v"));
  const bad: readonly (readonly [string, Buffer])[] = [
    ["latin1.json", Buffer.from('{"title":"é"}', "latin1")],
    ["utf16.json", Buffer.from('\uFEFF{"title":"x"}', "utf16le")],
    ["cut.json", Buffer.from("é").subarray(0, 1)],
    ["overlong.json", Buffer.from([0x22, 0xc0, 0x80, 0x22])],
    ["surrogate.json", Buffer.from([0xed, 0xa0, 0x80])],
  ];
  for (const [name, bytes] of bad) writeFileSync(join(folder, "v", name), bytes);
  writeFileSync(join(folder, "v", "good.json"), '\uFEFF{"title":"x"}');
  const { files, refused } = readSchemas(folder);
  rmSync(folder, { recursive: true });
  expect(Object.keys(files)).toEqual(["v/good.json"]);
  expect(refused.map(({ path }) => path)).toEqual(bad.map(([name]) => `v/${name}`).toSorted());
  for (const { reason } of refused) expect(reason).toMatch(/^is not UTF-8: byte \d+ /);
});

describe("compile() never throws", () => {
  const names = ["a.json", "a.yaml", "a.md", "a.txt", "source.json", "corrections.json", "supplement.openapi.yaml"];
  const words = fc.constantFrom(
    ...hostileStrings,
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    "\n",
    "  ",
    "- ",
    "# Foo\n",
    "## Fields\n",
    "| Field | Type |\n",
    "| --- | --- |\n",
    "openapi: 3.0.0\n",
    "components:\n",
    "  schemas:\n",
    "type: object\n",
    "$ref: '#'\n",
    '"$ref": "#"',
    '"type": "object"',
    "ElementTypeDescription\n",
    "JSON Schema\n",
    "Name Type Description\n",
    "&a ",
    "*a",
    "<<: ",
    "!!binary ",
    "? ",
    "---\n",
    "1e999",
    ".nan",
    "null",
    "5",
  );

  test("on texts made of pieces of documents", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(...names),
          fc.array(words, { maxLength: 12 }).map((parts) => parts.join("")),
          { minKeys: 1 },
        ),
        async (files) => {
          const output = await compiled(files);
          expect(output.diagnostics).toBeDefined();
        },
      ),
      { numRuns: 500 },
    );
  }, 120_000);

  test("on schemas made of keywords with any values", async () => {
    const keys = fc.constantFrom(...keywordNames, "definitions", "$defs", "$id", "nullable", "example", "x-a", "__proto__", "constructor");
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<Json>("string", "object", "#", "#/definitions/a", "a", 1, -1, 0.5, true, null),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.oneof(keys, fc.constantFrom("a", "b")), tie("value"), { maxKeys: 4 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(value, value, async (schema, properties) => {
        const output = await compiled({
          "a.json": JSON.stringify({ title: "Thing", type: "object", properties: { a: properties }, definitions: { a: schema } }),
        });
        expect(output.diagnostics).toBeDefined();
      }),
      { numRuns: 500 },
    );
  }, 120_000);
});
