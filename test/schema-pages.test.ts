// Schema pages: the schema is recovered whatever stands around it, every row of the table is read in every layout, and false rows are found.
import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { isMissed } from "../scripts/score/figure.ts";
import { scoreSchemaPages } from "../scripts/score/schema-pages.ts";

const CORPUS = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
}

/** How a table is written: a header and rows, from columns in some order. */
interface Layout {
  readonly name: string;
  readonly write: (columns: readonly Column[], fields: readonly Field[]) => readonly string[];
}

type Column = "name" | "type" | "description" | "required";

const WORDS: { readonly [column in Column]: readonly string[] } = {
  name: ["Name", "Property", "Field", "Attribute", "Key"],
  type: ["Type", "Data type"],
  description: ["Description", "Details"],
  required: ["Required", "Mandatory"],
};

const cell = (column: Column, field: Field): string => (column === "required" ? (field.required ? "Yes" : "No") : field[column]);

const rows =
  (between: string): Layout["write"] =>
  (columns, fields) => [
    columns.map((column) => WORDS[column][0] ?? column).join(between),
    ...fields.map((field) => columns.map((column) => cell(column, field)).join(between)),
  ];

const LAYOUTS: readonly Layout[] = [
  {
    name: "between bars",
    write: (columns, fields) =>
      rows(" | ")(columns, fields).flatMap((line, at) => [`| ${line} |`, ...(at === 0 ? [`|${" --- |".repeat(columns.length)}`] : [])]),
  },
  { name: "between bars without outer ones", write: rows(" | ") },
  { name: "between tabs", write: rows("\t") },
  { name: "apart by blanks", write: rows("   ") },
  { name: "apart by one blank", write: rows(" ") },
  { name: "glued", write: rows("") },
  {
    name: "a cell a line",
    write: (columns, fields) => [
      ...columns.map((column) => WORDS[column][0] ?? column),
      ...fields.flatMap((field) => columns.map((column) => cell(column, field)).filter((text) => text !== "")),
    ],
  },
];

/** Orders that leave no doubt where a cell ends when nothing stands between cells: a description goes last, a name first. */
const ORDERS: { readonly [layout: string]: readonly (readonly Column[])[] } = {
  glued: [
    ["name", "type", "description"],
    ["name", "type", "required", "description"],
    ["name", "type"],
  ],
  "apart by one blank": [
    ["name", "type", "description"],
    ["type", "name", "description"],
    ["required", "name", "type", "description"],
    ["name", "description", "type"],
    ["name", "type"],
  ],
  "a cell a line": [
    ["name", "type", "description"],
    ["name", "type", "required", "description"],
  ],
};
const ANY_ORDER: readonly (readonly Column[])[] = [
  ["name", "type", "description"],
  ["type", "name", "description"],
  ["description", "name", "type"],
  ["required", "description", "type", "name"],
  ["name", "required", "type", "description"],
  ["name", "type"],
];

const TYPES = ["string", "integer", "number", "boolean", "object", "array"];
const SENTENCES = ["What it is.", "Unique identifier of the event, as sent.", "Set to `True` if so.", "A name | or two names."];

const fields = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(
      "id",
      "amount",
      "string",
      "createdOn",
      "type",
      "name",
      "required",
      "typeName",
      "description",
      "integerValue",
      "_links",
      "a-b",
      "properties",
    ),
    type: fc.constantFrom(...TYPES),
    description: fc.constantFrom(...SENTENCES.slice(0, 3)),
    required: fc.boolean(),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 6 },
);

const schemaOf = (all: readonly Field[]): string =>
  JSON.stringify(
    {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "#/components/schemas/Thing",
      type: "object",
      required: all.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(all.map(({ name, type }) => [name, { type }])),
    },
    null,
    2,
  );

const page = (table: readonly string[], schema: string): string =>
  `Shop · Schema\n\nThing\n\nProperties\n\n${table.join("\n")}\nView JSON Schema on GitHub\n\nJSON Schema\n\n${schema}\n`;

const LIES: { readonly [type: string]: string } = {
  string: "boolean",
  integer: "string",
  number: "array",
  boolean: "object",
  object: "string",
  array: "number",
};

describe.each(LAYOUTS)("a table $name", ({ name, write }) => {
  test.each(ORDERS[name] ?? ANY_ORDER)(
    "with columns %s, %s, %s, %s: each false row is found at its line, and no true one",
    async (...order) => {
      const columns = order.filter((column) => typeof column === "string");
      await fc.assert(
        fc.asyncProperty(fields, fc.infiniteStream(fc.boolean()), async (all, lies) => {
          const shown = all.map((field) => ({ ...field, lie: lies.next().value === true }));
          const table = write(
            columns,
            shown.map((field) => (field.lie ? { ...field, type: LIES[field.type] ?? "string" } : field)),
          );
          const text = page(table, schemaOf(all));
          const { diagnostics, contract } = await compile({ files: { "v/thing.txt": text } });
          const lines = text.split("\n");
          const found = diagnostics
            .filter(({ slug }) => slug !== "fragment-id")
            .map(({ slug, origin, length }) => `${slug} ${lines[origin.line - 1]?.slice(origin.column - 1, origin.column - 1 + length)}`);
          expect(found.toSorted()).toEqual(
            shown
              .filter(({ lie }) => lie)
              .map((field) => `kinds-differ ${field.name}`)
              .toSorted(),
          );
          expect(contract.vendors[0]?.declarations.map((one) => one.name)).toEqual(["Thing"]);
        }),
        { numRuns: 15 },
      );
    },
  );
});

interface Written {
  readonly table: readonly string[];
  readonly found: readonly string[];
}

/** Tables as people write them, above a schema with `id` (a string, required), `count` (an integer) and `tags` (a list of strings). */
const TABLES: readonly Written[] = [
  { table: ["Property name\tValue type\tRemarks", "id\tString\tWhat it is.", "tags\tstring[]\t"], found: ["field-not-in-table count"] },
  {
    table: ["NameTypeRequiredDescription", "idstringrequiredWhat it is.", "countinttrueHow many.", "tagsarray of stringsfalse"],
    found: ["required-differs count"],
  },
  {
    table: [
      "| Field | Type | Required? |",
      "|:--|:-:|--:|",
      "| **id** | `string` | ✓ |",
      "| count | number | ✗ |",
      "| tags | array<integer> | |",
    ],
    found: ["kinds-differ each item of tags"],
  },
  { table: ["Name | Type | Optional", "id | string | no", "count | int32 | yes", "tags | list of string | yes"], found: [] },
  {
    table: ["Name Type Description", "id* string What it is.", "count integer (int64) How many.", "tags array"],
    found: ["rule-kept-out count"],
  },
  { table: ["Name Type Description", "id string or null", "count integer", "tags array"], found: ["null-differs id"] },
  {
    table: ["Name Type Description", "id string", "count Counter How many.", "tags array"],
    found: ["field-not-in-table count", "line-unaccounted"],
  },
  { table: ["Field  Type     Description", "id     string   What it is.", "count  integer", "tags   array    What for."], found: [] },
  {
    table: ["| Name | Type |", "|---|---|", "| id | string, required |", "| count | integer |", "| tags | [Tag](tag.md)[] |"],
    found: [],
  },
  { table: ["| Name | Type |", "|---|---|"], found: ["field-not-in-table id, count, tags"] },
  { table: [], found: [] },
];

test.each(TABLES)("the table $table", async ({ table, found }) => {
  const properties = { id: { type: "string" }, count: { type: "integer" }, tags: { type: "array", items: { type: "string" } } };
  const text = page(table, JSON.stringify({ $id: "#/components/schemas/Thing", type: "object", required: ["id"], properties }, null, 2));
  const { diagnostics } = await compile({ files: { "v/thing.txt": text } });
  const told = diagnostics
    .filter(({ slug }) => slug !== "fragment-id")
    .map(({ slug, facts }) => `${slug} ${String(facts["field"] ?? "")}`.trim());
  expect(told.toSorted()).toEqual(found);
});

test("a description that is cut, one that goes on over lines, and one in the schema are no disagreement", async () => {
  const long = "It goes on and on, and is cut somewhere in the middle of a word by the page that shows it.";
  const schema = JSON.stringify({
    $id: "#/components/schemas/Thing",
    type: "object",
    description: long,
    properties: { id: { type: "string", description: long }, at: { type: "string" } },
  });
  const text = `Thing\n\n${long.slice(0, 60)}\n\nNameTypeDescription\nidstring${long.slice(0, 50)}\natstringThe first line\nand the second.\n\nJSON Schema\n${schema}\n`;
  const { diagnostics, contract } = await compile({ files: { "v/thing.txt": text } });
  expect(diagnostics.map(({ slug }) => slug)).toEqual(["fragment-id"]);
  expect(contract.vendors[0]?.declarations[0]?.schema).toMatchObject({
    description: long,
    properties: { id: { description: long }, at: { description: "The first line and the second." } },
  });
});

test.each<readonly [how: string, change: (schema: string) => string]>([
  ["on one line", (schema) => JSON.stringify(JSON.parse(schema))],
  ["indented as code", (schema) => schema.replace(/^/gm, "    ")],
  ["with tabs", (schema) => schema.replace(/^ +/gm, "\t")],
  ["with blanks that do not break", (schema) => schema.replace(/^ +/gm, "\u00a0\u00a0")],
])("a schema that links to pages is recovered %s", async (_, change) => {
  const properties = { id: { type: "string", description: "See [keys](https://example.com/keys)." } };
  const schema = JSON.stringify({ $id: "#/components/schemas/Thing", type: "object", properties }, null, 2);
  const text = page(["Name Type Description", "id string See keys."], change(schema));
  const { contract } = await compile({ files: { "v/thing.txt": text } });
  expect(contract.vendors[0]?.declarations[0]?.schema).toMatchObject({ properties });
});

describe("the corpus", () => {
  test.runIf(existsSync(CORPUS))("is read as its truth says", { timeout: 300_000 }, async () => {
    const figures = await scoreSchemaPages(CORPUS);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(isMissed).map(({ name, wrong }) => [name, wrong.slice(0, 5)])).toEqual([]);
  });

  test.skipIf(existsSync(CORPUS))("is left out: set HOOKWRIGHT_CORPUS to the folder that holds it", () => {
    expect(existsSync(CORPUS)).toBe(false);
  });
});
