// What each document is taken for: the first reader that recognises it has it, and what none recognises is a finding.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { formats, readerOf } from "../scripts/readers/registry.ts";

const SCHEMA = '{ "type": "object", "properties": { "id": { "type": "string" } } }';
const PAGE = "Thing\n\nName Type Description\nid string The thing.\n\nJSON Schema\n\n";

interface Row {
  readonly file: string;
  readonly text: string;
  readonly format: string | null;
}

const ROWS: readonly Row[] = [
  { file: "a.json", text: SCHEMA, format: "json-schema" },
  { file: "a.json", text: `\uFEFF${SCHEMA}`, format: "json-schema" },
  { file: "a.json", text: SCHEMA.replaceAll(" ", "\r\n"), format: "json-schema" },
  { file: "a.yaml", text: "type: object\nproperties:\n  id: { type: string }\n", format: "json-schema" },
  { file: "a.yml", text: 'openapi: "3.0.3"\ninfo: {}\n', format: "openapi" },
  { file: "a.json", text: '{ "openapi": "3.1.0" }', format: "openapi" },
  { file: "a.json", text: `\uFEFF{\r\n "openapi": "3.1.0" }`, format: "openapi" },
  { file: "a.txt", text: PAGE + SCHEMA, format: "schema-page" },
  { file: "a.md", text: `# Thing\r\n\r\n## JSON Schema\r\n\r\n\`\`\`json\r\n${SCHEMA}\r\n\`\`\`\r\n`, format: "schema-page" },
  { file: "a.txt", text: `\uFEFF${PAGE}${SCHEMA}`, format: "schema-page" },
  {
    file: "a.md",
    text: "# Thing\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `id` | *string* | :heavy_check_mark: | |\n",
    format: "model-page",
  },
  { file: "a.txt", text: "Things\n\nNameTypeDescription\nidstringThe thing.\n", format: "prose-page" },
  // Events have members that are called like keywords.
  { file: "a.json", text: '{ "type": "invoice.created", "data": { "id": "1" } }', format: "json-example" },
  { file: "a.json", text: '{ "id": "1", "items": [{ "sku": "a" }], "properties": { "colour": "red" } }', format: "json-example" },
  { file: "a.json", text: '[{ "id": "1" }, { "id": "2" }]', format: "json-example" },
  { file: "a.ndjson", text: '{"id":"1"}\n{"id":"2"}\n', format: "json-example" },
  { file: "a.jsonl", text: '\uFEFF{"id":"1"}\r\n', format: "json-example" },
  { file: "a.json", text: '{ "type": "sting" }', format: "json-schema" },
  { file: "a.json", text: "[1, 2]", format: null },
  { file: "a.json", text: "5", format: null },
  { file: "a.json", text: '{ "id": ', format: null },
  { file: "a.txt", text: "", format: null },
  { file: "a.json", text: "", format: null },
  { file: "a.txt", text: "\u0000\u0001\u0002 binary \uFFFD", format: null },
  { file: "a.txt", text: "Just a sentence about nothing.\n", format: null },
  { file: "a.txt", text: `JSON Schema\n\nA page that speaks of schemas and shows none: { "type": "object" }\n`, format: null },
];

describe.each(ROWS)("$file that begins $text", ({ file, text, format }) => {
  test(`is taken for ${String(format)}`, async () => {
    expect((await readerOf(`v/${file}`, text, null))?.format ?? null).toBe(format);
    const { diagnostics } = await compile({ files: { [`v/${file}`]: text } });
    const told = diagnostics.filter(
      ({ slug, origin }) => /^(source-unrecognised|json-syntax|yaml-syntax)$/.test(slug) && origin.file === `v/${file}`,
    );
    expect(told.length > 0).toBe(format === null);
  });
});

const CORPUS = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";

/** What the documents of a folder are; the first pattern that a path has counts. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\.ya?ml$/, "openapi"],
  [/^made\/schemapages\/.*\.txt$/, "schema-page"],
  [/^made\/prose\/.*\.txt$/, "prose-page"],
  [/\.json$/, "json-example"],
  [/\/models?\/.*\.mdx?$/i, "model-page"],
];

test.each(formats)("the format %s has its reader", async (format) => {
  expect((await readerOf("", "", format))?.format).toBe(format);
});

describe("the corpus", () => {
  test.runIf(existsSync(CORPUS))("is taken for what it is, or for nothing", async () => {
    const paths = readdirSync(CORPUS, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const wrong: string[] = [];
    for (const path of paths) {
      const file = path.slice(CORPUS.length + 1);
      const text = readFileSync(path, "utf8");
      const format = (await readerOf(file, text, null))?.format ?? null;
      const expected = KINDS.find(([pattern]) => pattern.test(file))?.[1];
      if (expected !== undefined && format !== expected && !(format === null && expected === "model-page"))
        wrong.push(`${file} is taken for ${String(format)}`);
    }
    expect(paths.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test.skipIf(existsSync(CORPUS))("is left out: set HOOKWRIGHT_CORPUS to the folder that holds it", () => {
    expect(existsSync(CORPUS)).toBe(false);
  });
});
