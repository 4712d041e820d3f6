// Pages in every layout: a model that is written down as a vendor would is read back as it was.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Contract, Json } from "../scripts/contract.ts";
import { entries, isArray, isObject, member, stringMember } from "../scripts/lib/json.ts";
import { located } from "../scripts/lib/origin.ts";
import { prosePage } from "../scripts/readers/prose-page.ts";
import { DAMAGES, exampleOf, factsOf, LAYOUTS, models, pageOf } from "./support/made-pages.ts";

async function read(text: string, file = "v/page.txt"): Promise<Contract> {
  const [contract] = await prosePage.read({ vendor: "v", source: located(file, text), supplement: false });
  if (contract === undefined) throw new Error("no contract");
  return contract;
}

/** What the object says that holds no other by reference, in the spelling of the models. */
function factsTold({ declarations }: Contract): readonly string[] {
  const facts: string[] = [];
  const visit = (schema: Json, path: string): void => {
    const required = member(schema, "required");
    for (const [name, field] of entries(member(schema, "properties"))) {
      const at = path + name;
      facts.push(`${at} ${stringMember(field, "type") ?? ""}`);
      const [constant, values, items] = [stringMember(field, "const"), member(field, "enum"), member(field, "items")];
      if (constant !== undefined) facts.push(`${at} = ${constant}`);
      if (isArray(values)) facts.push(`${at} in ${values.join("|")}`);
      if (isArray(required) && required.includes(name)) facts.push(`${at} required`);
      if (isObject(items)) {
        facts.push(`${at}[] ${stringMember(items, "type") ?? ""}`);
        visit(items, `${at}[].`);
      } else visit(field, `${at}.`);
    }
  };
  const object = declarations.find(({ schema }) =>
    entries(member(schema, "properties")).every(([, field]) => stringMember(field, "$ref") === undefined),
  );
  visit(object?.schema ?? {}, "");
  return facts.toSorted();
}

describe.each(LAYOUTS)("a page with tables that are %s", (layout) => {
  test("is recognised and read back as its model", async () => {
    await fc.assert(
      fc.asyncProperty(models, async (model) => {
        const page = pageOf(model, layout, "none");
        expect(prosePage.recognises(page, "v/page.txt")).toBe(true);
        const contract = await read(page);
        expect(factsTold(contract)).toEqual(factsOf(model, layout));
        expect(contract.examples.map(({ value }) => value)).toEqual([exampleOf(model)]);
        expect(contract.events.map(({ names }) => names)).toEqual([["thing.made"]]);
        const slugs = contract.diagnostics.map(({ slug }) => slug).filter((slug) => slug !== "envelope-from-examples");
        expect(slugs).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test.each(DAMAGES)("gives its example back, or says why not: %s", async (damage) => {
    await fc.assert(
      fc.asyncProperty(models, async (model) => {
        const contract = await read(pageOf(model, layout, damage));
        const expected = exampleOf(model);
        const shown = contract.examples.map(({ value }) => value);
        const told = contract.diagnostics.filter(({ slug }) => /^(?:json-|example-)/.test(slug));
        expect(factsTold(contract)).toEqual(factsOf(model, layout));
        if (damage === "none" || damage === "flat" || damage === "tabs") expect(told).toEqual([]);
        else expect(told.length).toBeGreaterThan(0);
        if (damage === "two") expect(shown).toEqual([expected, expected]);
        else if (damage === "single quotes") expect(JSON.stringify(shown)).toBe(JSON.stringify([expected]).replaceAll("'", ""));
        else if (damage !== "no brace lines" && damage !== "ellipsis") expect(shown).toEqual([expected]);
      }),
      { numRuns: 6 },
    );
  });
});

const STRAY = "%% nobody reads this %%";
const TELLING = new Set(["line-unaccounted", "example-unreadable"]);

test.each(["glued", "glued with blanks", "piped", "gfm", "tabs", "stacked", "attribute over type"] as const)(
  "a line that is no row is found between the rows of tables that are %s",
  async (layout) => {
    await fc.assert(
      fc.asyncProperty(models, fc.nat(), async (model, at) => {
        const lines = pageOf(model, layout, "none").split("\n");
        const [from, to] = [lines.findIndex((line) => line.includes("thing.made")), lines.findIndex((line) => line.includes("Ref"))];
        // Behind a cell that is the last of its row.
        const places = lines.flatMap((line, index) =>
          index >= from && index < to && /[.\w] ?\|?$/.test(line) && line.includes(" ") ? [index + 1] : [],
        );
        const place = places[at % places.length] ?? from + 1;
        const { diagnostics } = await read([...lines.slice(0, place), STRAY, ...lines.slice(place)].join("\n"));
        expect(diagnostics.filter(({ slug }) => TELLING.has(slug)).map(({ origin }) => origin.line)).toContain(place + 1);
      }),
      { numRuns: 20 },
    );
  },
);

/** The paths of the first declaration's properties, to any depth. */
function pathsIn(schema: Json, path = ""): readonly string[] {
  const items = member(schema, "items");
  if (items !== undefined) return pathsIn(items, `${path}[]`);
  return entries(member(schema, "properties")).flatMap(([name, inner]) => {
    const own = path === "" ? name : `${path}.${name}`;
    return [own, ...pathsIn(inner, own)];
  });
}

test.each<readonly [what: string, lines: readonly string[], paths: readonly string[]]>([
  [
    "a list that is called like what lists hold",
    [
      "NameTypeDescription",
      "idstringThe key",
      "itemsarrayThe lines",
      "",
      "items (array of objects)",
      "",
      "NameTypeDescription",
      "skustringThe article",
    ],
    ["id", "items", "items[].sku"],
  ],
  [
    "a list whose items are told below it",
    [
      "NameTypeDescription",
      "idstringThe key",
      "datalistThe lines",
      "",
      "Each item in data has:",
      "",
      "NameTypeDescription",
      "skustringThe article",
    ],
    ["id", "data", "data[].sku"],
  ],
  [
    "the label of an example below cells",
    ["Name", "Type", "Description", "id", "string", "The key", "ids", "[string]", "The keys", "Example", "JSON", "Copy", '{ "id": "1" }'],
    ["id", "ids"],
  ],
  [
    "types in brackets in brackets",
    ["- `id` (string (uuid), required): The key.", "- `ids` (array[string]): The keys.", "- `at` (string<date-time>): When."],
    ["id", "ids", "at"],
  ],
  [
    "a sentence below a field",
    ["- `id` (string): The key.", "  - Human-readable text (in English).", "- `no` (integer): The number."],
    ["id", "no"],
  ],
  [
    "an answer to whether a field is required above values that look like a type",
    [
      "Name",
      "Type",
      "Required",
      "Description",
      "id",
      "string",
      "Yes",
      "The key",
      "kind",
      "string",
      "No",
      'Enum: "a", "b"',
      "no",
      "integer",
      "No",
      "It.",
    ],
    ["id", "kind", "no"],
  ],
  [
    "an object of one field",
    [
      "# Event",
      "- `id` (string): The key.",
      "- `who` (object): The buyer.",
      "",
      "## The who object",
      "",
      "- `name` (string): The name.",
      "",
    ],
    ["id", "who", "who.name"],
  ],
])("is read: %s", async (_, lines, paths) => {
  const { declarations } = await read(lines.join("\n"));
  expect(pathsIn(declarations[0]?.schema ?? null)).toEqual(paths);
  expect(declarations).toHaveLength(1);
});

test("thousands of cells that could be names as well as types are read without an exception", async () => {
  const { declarations } = await read(`Name\nType\nDescription\nid\nstring\nThe key\n${"JSON\n".repeat(20_000)}`);
  expect(declarations).toHaveLength(1);
});

test("an example that leaves something out shows names and types, and is no example of the package", async () => {
  const page = "# Order events\n\n| Name | Type | Description |\n|---|---|---|\n| id | string | The id. |\n| total | | The total. |\n\n";
  const { declarations, examples, diagnostics } = await read(`${page}\`\`\`json\n{ "id": "o1", "total": 5, ... }\n\`\`\`\n`);
  expect(member(member(declarations[0]?.schema, "properties"), "total")).toEqual({ type: "number", description: "The total." });
  expect(examples).toEqual([]);
  expect(diagnostics.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["type-from-examples", "json-ellipsis"]));
});

test("fields that stand in no table are reported", async () => {
  const { diagnostics } = await read('Order event\n\namount integer optional\n\nIn cents.\n\n{ "event": "order.paid", "amount": 1 }\n');
  expect(diagnostics.filter(({ slug }) => slug === "line-unaccounted").map(({ origin }) => origin.line)).toEqual([3]);
});

test("a request in a fence is read without its headers, and so is an object in JavaScript", async () => {
  const example = '{\n  "event": "order.paid",\n  "id": 1\n}';
  const text = `# Event\n\n\`\`\`http\nPOST /hooks HTTP/1.1\nHost: example.com\n\n${example}\n\`\`\`\n\n\`\`\`js\n${example}\n\`\`\`\n`;
  const { examples } = await read(text);
  expect(examples.map(({ value }) => value)).toEqual([
    { event: "order.paid", id: 1 },
    { event: "order.paid", id: 1 },
  ]);
});

test("whatever lines a page is made of, it is read without an exception, the same each time, with places that it has", async () => {
  const line = fc.constantFrom(
    "",
    "ElementTypeDescription",
    "idstringThe key",
    "| Name | Type |",
    "|---|---|",
    "| a | string |",
    "Element",
    "Type",
    "Description",
    "name",
    "string",
    "- `id` (string): The key.",
    "  - more",
    "AttributeDescription",
    "{",
    "}",
    '"a": 1,',
    "[",
    "```json",
    "```",
    "# Heading",
    "---",
    "title: x",
    "Event Object",
    "The a object",
    "...",
    "a: b",
    "'",
    "\\",
    "Name\tType",
    "a\tstring",
    "<table>",
    "<p>",
    "%%",
    "One of a or b.",
    "\u2028",
    "\ud800",
    "__proto__stringOdd",
    '"__proto__": {',
    "constructor | object | Odd |",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\n\n"), async (lines, joint) => {
      const text = lines.join(joint);
      const contract = await read(text);
      expect(await read(text)).toEqual(contract);
      const count = text.split(/\r\n|\n|\r/).length;
      for (const { origin } of contract.diagnostics) expect(origin.line).toBeLessThanOrEqual(count);
      const recognised = prosePage.recognises(text, "v/page.txt");
      expect(typeof recognised).toBe("boolean");
    }),
    { numRuns: 200 },
  );
});
