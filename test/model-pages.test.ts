// SDK model pages: types of seven languages, cells, parts of pages, and names whose spelling on the wire is open.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, type Json } from "../scripts/compile.ts";
import { located } from "../scripts/lib/origin.ts";
import { isOpenSpelling, otherSpellings, otherSpellingsPattern, spellingKey } from "../scripts/lib/spelling.ts";
import { checksOf } from "../scripts/validators/made-functions.ts";
import { cellExamples } from "../scripts/readers/model-page-examples.ts";
import { modelPage } from "../scripts/readers/model-page.ts";
import { readType } from "../scripts/readers/type-cell.ts";

const DATE = { type: "string", format: "date" };
const INSTANT = { type: "string", format: "date-time" };
const listOf = (items: Json): Json => ({ type: "array", items });
const mapOf = (additionalProperties: Json): Json => ({ type: "object", additionalProperties });
const page = { $ref: "../shared/item.md" };

describe("a type cell", () => {
  const cells: readonly (readonly [given: string, schema: Json])[] = [
    // TypeScript
    ["*string*", { type: "string" }],
    ["*string*[]", listOf({ type: "string" })],
    ["[shared.Item](../shared/item.md)[]", listOf(page)],
    ["[shared.Item](../shared/item.md#fields)", page],
    ["*shared.Item*", { $ref: "shared/Item.md" }],
    ["Record<string, *any*>", mapOf(true)],
    ["Record<string, [shared.Item](../shared/item.md)[]>", mapOf(listOf(page))],
    ['*"a \\"quoted\\" | text"*', { const: 'a "quoted" | text' }],
    ["`string | number`", { anyOf: [{ type: "string" }, { type: "number" }] }],
    ["*string* | *any*", {}],
    ['"a" \\| "b"', { enum: ["a", "b"] }],
    ["[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)", INSTANT],
    ["[RFCDate](../../types/rfcdate.md)", DATE],
    ["[shared.Date](../../shared/date.md)", { $ref: "../../shared/date.md" }],
    ["{ [k: string]: any }[]", listOf(mapOf(true))],
    ["Uint8Array | *string*", { type: "string" }],
    ["ReadableStream<Uint8Array>", { type: "string" }],
    // Python
    ["List[[shared.Item](../shared/item.md)]", listOf(page)],
    ["Dict[str, List[*int*]]", mapOf(listOf({ type: "integer" }))],
    ["[OptionalNullable[shared.Item]](../shared/item.md)", { anyOf: [page, { type: "null" }] }],
    ["*Nullable[Any]*", {}],
    ["*Nullable[float]*", { type: ["number", "null"] }],
    ["*Nullable[Union[str, int]]*", { anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] }],
    ["*Literal[False]*", { const: false }],
    ["*List[Optional[str]]*", listOf({ type: ["string", "null"] })],
    ["*Optional[Union[bytes, IO[bytes], io.BufferedReader]]*", { type: "string" }],
    ["*Literal['a', 2]*", { enum: ["a", 2] }],
    ["[date](https://docs.python.org/3/library/datetime.html#date-objects)", { type: "string" }],
    // Go
    ["**string*", { type: "string" }],
    ["[][shared.Item](../shared/item.md)", listOf(page)],
    ["map[string]*string*", mapOf({ type: "string" })],
    ["map[string][][shared.Item](../shared/item.md)", mapOf(listOf(page))],
    ["*[]byte*", { type: "string" }],
    ["*[][]byte*", listOf({ type: "string" })],
    ["*interface{}*", {}],
    ["map[string]interface{}", mapOf(true)],
    ["[*types.Date](../../types/date.md)", DATE],
    ["[time.Time](https://pkg.go.dev/time#Time)", INSTANT],
    ["[*big.Int](https://pkg.go.dev/math/big#Int)", { type: "integer" }],
    // C#
    ["Dictionary<String, List<[Item](../shared/item.md)>>", mapOf(listOf(page))],
    ["*decimal*", { type: "number" }],
    ["*byte[]*", { type: "string" }],
    ["[LocalDate](https://nodatime.org/3.1.x/api/NodaTime.LocalDate.html)", DATE],
    // Java
    ["List\\<[Item](../shared/item.md)>", listOf(page)],
    ["*JsonNullable\\<String>*", { type: ["string", "null"] }],
    ["[Optional\\<? extends Item>](../shared/item.md)", page],
    ["Map\\<String, *Object*>", mapOf(true)],
    ["[OffsetDateTime](https://docs.oracle.com/javase/8/docs/api/java/time/OffsetDateTime.html)", INSTANT],
    // Ruby
    ["*T.nilable(::String)*", { type: "string" }],
    ["*T.nilable(T::Boolean)*", { type: "boolean" }],
    ["T::Array<[Models::Shared::Item](../shared/item.md)>", listOf(page)],
    ["T::Hash[Symbol, *::Integer*]", mapOf({ type: "integer" })],
    ["*T.any(::String, ::Float)*", { anyOf: [{ type: "string" }, { type: "number" }] }],
    // PHP
    ["*?string*", { type: "string" }],
    ["[?Shared\\Item](../shared/item.md)", page],
    ["array<string, *mixed*>", mapOf(true)],
    ["array<[Shared\\Item](../shared/item.md)>", listOf(page)],
    ["[\\DateTime](https://www.php.net/manual/en/class.datetime.php)", INSTANT],
  ];
  test.each(cells)("%s", (given, schema) =>
    expect({ ...readType(given), maybe: undefined }).toEqual({ schema, open: false, unread: null, maybe: undefined }),
  );

  test.each(["**string*", "[*shared.Item](../shared/item.md)", "`*int64`", "*Optional[str]*", "*?string*", "*T.nilable(::String)*"])(
    "%s may be missing or null",
    (given) => expect(readType(given).maybe).toBe(true),
  );

  test.each(["*string*", "[]*string*", "[shared.Item](../shared/item.md)", "map[string]*string*", "List\\<*String*>", "`string`"])(
    "%s may not",
    (given) => expect(readType(given).maybe).toBe(false),
  );

  test.each([
    "[http.Response](https://pkg.go.dev/net/http#Response)",
    "a kind of text",
    "List[",
    "Record<string",
    "",
    "%%",
    "[",
    "Promise<*string*>",
    "{ a: string }",
  ])("%s says nothing of JSON", (given) => {
    const { schema, unread } = readType(given);
    expect(unread).not.toBeNull();
    expect(schema).toEqual({});
  });
});

describe("an example cell", () => {
  const text = { type: "string" };
  const cases: readonly (readonly [given: string, schema: { readonly [keyword: string]: Json }, expected: Json])[] = [
    ["a \\| b", text, ["value", "a | b"]],
    ["{1}", text, ["value", "{1}"]],
    ["1.50", { type: "number" }, ["value", 1.5]],
    ["True", { type: "boolean" }, ["value", true]],
    ["2", { type: ["integer", "null"] }, ["value", 2]],
    ["two", { type: "integer" }, ["unreadable", null]],
    ["perhaps", { type: "boolean" }, ["unreadable", null]],
    ["letter", page, ["value", "letter"]],
    ['{<br/>"a": [1]<br/>}', page, ["value", { a: [1] }]],
    ["one", { type: "array", items: text }, ["item", "one"]],
    ['[<br/>"one"<br/>]', { type: "array", items: text }, ["value", ["one"]]],
    ["one", { type: "object" }, ["unreadable", null]],
    ['{"a": ', page, ["unreadable", null]],
    ["{} {}", page, ["unreadable", null]],
    ["2026-03-01 08:00:00 +0000 UTC", text, ["rendered", null]],
    ["<nil>", text, ["rendered", null]],
    ["3.14159265358979344719667586", { type: "number" }, ["value", "3.14159265358979344719667586"]],
    ["1.2345678901234567", { type: "number" }, ["value", 1.2345678901234567]],
    ["8821239038968084", { type: "integer" }, ["value", 8821239038968084]],
    ["9223372036854775808", { type: "integer" }, ["value", "9223372036854775808"]],
    ["1e3", { type: "number" }, ["value", 1000]],
    ["-0.50", { type: "number" }, ["value", -0.5]],
    ["true", {}, ["value", true]],
  ];
  test.each(cases)("%s of %j", (given, schema, expected) => {
    const [one, ...others] = cellExamples({ text: given, offset: 100 }, schema);
    expect(others).toEqual([]);
    expect(one === undefined ? null : [one.kind, "value" in one ? one.value : null]).toEqual(expected);
  });

  test("numbers its examples, and each keeps its place", () => {
    const cell = "**Example 1:** a<br/>b<br/>**Example 2:** c";
    expect(
      cellExamples({ text: cell, offset: 10 }, text).map((one) =>
        "value" in one ? [one.value, cell.slice(one.offset - 10).charAt(0)] : one,
      ),
    ).toEqual([
      ["a\nb", "a"],
      ["c", "c"],
    ]);
  });
});

const CASES = join(import.meta.dirname, "cases");
const pages = readdirSync(CASES, { recursive: true, encoding: "utf8" }).filter((path) => /^model-pages-.*\.mdx?$/.test(path));

const ROWS = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
const pageOf = (...rows: readonly string[]): string => `# Alert\n\n\n## Fields\n\n${ROWS}${rows.map((row) => `| ${row} |`).join("\n")}`;

describe("a page", () => {
  test.each([
    ["a model", pageOf("`id` | *string* | :heavy_check_mark: | N/A"), true],
    ["CRLF line ends", pageOf("`id` | *string* | :heavy_check_mark: | N/A").replaceAll("\n", "\r\n"), true],
    ["a byte-order mark and settings", `\uFEFF---\ntitle: x\n---\n${pageOf("`id` | *string* | | N/A")}`, true],
    ["a table of other columns", "# Alert\n\n## Fields\n\n| Name | Kind |\n| --- | --- |\n| a | b |\n", false],
    ["no title", ROWS, false],
    ["no section of a model", "# Alert\n\nProse.\n\n## Usage\n\nMore.\n", false],
    ["values under a heading, and no list of them", "# Alert\n\n## Values\n\nWe value honesty.\n", false],
  ])("with %s: %#", (_, text, expected) => expect(modelPage.recognises(text, "v/a.md")).toBe(expected));

  test("states a field once, and lists values in columns that it knows", async () => {
    const twice = pageOf("`id` | *string* | | N/A", "`id` | *number* | | N/A");
    const values = "# Kind\n\n## Values\n\n| Name | Value | Since |\n| --- | --- | --- |\n| `A` | a | 2 |\n";
    const { diagnostics, contract } = await compile({ files: { "v/alert.md": twice, "v/kind.md": values } });
    expect(diagnostics.map(({ slug, origin }) => [slug, origin.file, origin.line])).toEqual([
      ["line-unaccounted", "v/alert.md", 9],
      ["line-unaccounted", "v/kind.md", 5],
    ]);
    expect(contract.vendors[0]?.declarations.map(({ schema }) => schema)).toEqual([
      { type: "object", properties: { id: { type: "string" } } },
      { type: "string", enum: ["a"] },
    ]);
  });

  test("that is damaged is never more than a finding", async () => {
    const texts = pages.map((path) => readFileSync(join(CASES, path), "utf8"));
    const damage = fc.tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat(60),
      fc.constantFrom("", "|", "`", "[", "\n", "```\n", "## Fields\n", "<br/>", "**Example 1:**"),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ([text, at, length, by]) => {
        const start = at % (text.length + 1);
        const damaged = text.slice(0, start) + by + text.slice(start + length);
        const { diagnostics } = await compile({ files: { "v/a.md": damaged } });
        const last = damaged.split(/\r\n|\n|\r/).length;
        expect(diagnostics.filter(({ slug }) => slug === "json-syntax" || slug === "generated-does-not-compile")).toEqual([]);
        for (const { origin } of diagnostics) expect(origin.line).toBeLessThanOrEqual(last);
      }),
      { numRuns: 150 },
    );
  });

  // Each line of a section that states a model: a stray one before it is found, and is the only one.
  test.each(pages)("%s: every line is accounted for", async (path) => {
    const text = readFileSync(join(CASES, path), "utf8");
    const found = async (one: string): Promise<readonly number[]> => {
      const [contract] = await modelPage.read({ vendor: "v", source: located("v/a.md", one), supplement: false });
      return (contract?.diagnostics ?? []).filter(({ slug }) => slug === "line-unaccounted").map(({ origin }) => origin.line);
    };
    const lines = text.split("\n");
    const heading = lines.findLastIndex((line) => /^## (Fields|Values|Supported Types)\r?$/.test(line));
    const own = await found(text);
    let fence = false;
    for (let number = heading + 2; number <= lines.length; number += 1) {
      fence = (lines[number - 2] ?? "").startsWith("```") ? !fence : fence;
      // In code of a use, anything may stand.
      if (fence && !lines.slice(heading).join("\n").startsWith("## Values")) continue;
      if (lines[heading]?.startsWith("## Supported") === true && lines.slice(0, number - 1).some((line) => line.startsWith("## Union")))
        continue;
      const stray = await found([...lines.slice(0, number - 1), "%% nobody reads this %%", ...lines.slice(number - 1)].join("\n"));
      // In a list of values, all lines of the list are then in doubt; a finding stands for lines that follow each other.
      const added = stray.filter((line) => !own.includes(line) && !own.includes(line - 1));
      expect({ number, found: added.length > 0 || own.some((line) => Math.abs(line - number) <= 2) }).toEqual({ number, found: true });
    }
  });
});

describe("the spelling of a name", () => {
  test.each([
    ["alertId", ["AlertId", "alert_id", "ALERT_ID", "alert-id", "Alert-Id", "alertid"]],
    ["CompanyID", ["companyId", "companyID", "CompanyId", "company_id", "COMPANY_ID", "company-id", "Company-Id", "companyid"]],
    ["line_1", ["line1", "Line1", "LINE_1", "line-1", "Line-1"]],
    ["Type", ["type", "TYPE"]],
    ["date_", ["date", "Date", "DATE"]],
  ])("%s has others", (printed, others) => {
    expect(otherSpellings(printed)).toEqual(others);
    expect(others.filter((name) => spellingKey(name) !== spellingKey(printed))).toEqual([]);
  });

  test("is looked for together with that of others, none of which it is", () => {
    const pattern = new RegExp(otherSpellingsPattern(["alertId", "AlertId", "line_1"]), "u");
    expect(["alert_id", "Line-1"].filter((name) => !pattern.test(name))).toEqual([]);
    expect(["alertId", "AlertId", "line_1", "alertIds", "alert"].filter((name) => pattern.test(name))).toEqual([]);
  });

  test.each([
    ["status", false],
    ["line1", false],
    ["banking-accounts", false],
    ["@type", false],
    ["Status", true],
    ["alertId", true],
    ["alert_id", true],
  ])("%s is open: %s", (name, expected) => expect(isOpenSpelling(name)).toBe(expected));

  const rows = [
    "`alertId` | *string* | :heavy_check_mark: | N/A",
    "`id` | *string* | :heavy_check_mark: | N/A",
    "`ruleCount` | *number* | | N/A",
  ];

  test("is open where only the page speaks: every spelling passes, and what does not fit is refused in each", async () => {
    const { contract, files, diagnostics } = await compile({ files: { "v/alert.md": pageOf(...rows) } });
    const check = checksOf(contract.vendors[0]?.declarations ?? []).get("Alert");
    const verdict = (value: Json): boolean => check?.(value).length === 0;
    const values: readonly (readonly [Json, boolean])[] = [
      [{ alertId: "a", id: "i" }, true],
      [{ AlertId: "a", id: "i", rule_count: 3 }, true],
      [{ alert_id: "a", id: "i", RuleCount: 3 }, true],
      [{ id: "i" }, false],
      [{ alertId: "a" }, false],
      [{ alertId: "a", ID: "i" }, false],
      [{ AlertId: 5, id: "i" }, false],
      [{ alertId: "a", id: "i", rule_count: "3" }, false],
      [{ alertId: 5, AlertId: "a", id: "i" }, false],
    ];
    expect(values.map(([value]) => [value, verdict(value)])).toEqual(values);
    // What is wrong is said once.
    expect(check?.({ alertId: 5, id: "i" }).map(({ message }) => message)).toEqual(["alertId must be a string"]);
    expect(check?.({ id: "i" }).map(({ message }) => message)).toEqual(["alertId must be present"]);
    expect(files["src/v/types.ts"]).toContain("  alertId?: string;\n  id: string;\n  ruleCount?: number;\n");
    expect(diagnostics.map(({ slug, facts }) => [slug, facts["fields"]])).toEqual([["spelling-open", "alertId, ruleCount"]]);
  });

  test("is what an example of the model shows, wherever that stands", async () => {
    const alerts =
      "# Alerts\n\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n" +
      '| `results` | [Alert](alert.md)[] | :heavy_check_mark: | N/A | [{"AlertId": "a", "id": "i", "ruleCount": 1}] |\n';
    const { contract, files, diagnostics } = await compile({ files: { "v/alert.md": pageOf(...rows), "v/alerts.md": alerts } });
    expect(files["src/v/types.ts"]).toMatch(/ AlertId: string;\n +id: string;\n +ruleCount\?: number;\n/);
    expect(diagnostics.map(({ slug }) => slug)).toEqual(["spelling-settled"]);
    const parts = contract.vendors[0]?.declarations.find(({ name }) => name === "Alert")?.parts ?? {};
    expect(Object.keys(parts)).toContain("/properties/AlertId");
  });

  test("is settled by an example in corrections.json", async () => {
    const correction = {
      at: "Alert#/examples",
      is: [{ alertId: "a", id: "i", ruleCount: 2 }],
      because: "a body that we got",
      see: "https://v.example",
    };
    const { files, diagnostics } = await compile({
      files: { "v/alert.md": pageOf(...rows), "v/corrections.json": JSON.stringify([correction]) },
    });
    expect(diagnostics).toEqual([]);
    expect(files["src/v/types.ts"]).toContain("  alertId: string;\n  id: string;\n  ruleCount?: number;\n");
  });

  test("stays open where examples show several", async () => {
    const alerts =
      "# Alerts\n\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n" +
      '| `results` | [Alert](alert.md)[] | | N/A | [{"AlertId": "a", "id": "i"}, {"alert_id": "a", "id": "i"}] |\n';
    const { diagnostics } = await compile({ files: { "v/alert.md": pageOf(...rows), "v/alerts.md": alerts } });
    expect(diagnostics.map(({ slug, facts }) => [slug, facts["fields"]])).toContainEqual(["spelling-open", "alertId, ruleCount"]);
  });
});

describe("a link", () => {
  const withLink = (link: string): string => pageOf(`\`kind\` | [Kind](${link}) | | N/A`);
  const kind = (value: string): string => `# Kind\n\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| \`A\` | ${value} |\n| \`B\` | b |\n`;
  const reference = async (files: { readonly [path: string]: string }): Promise<Json> => {
    const { contract } = await compile({ files });
    const declarations = contract.vendors[0]?.declarations ?? [];
    const target = declarations.find(({ name }) => name === "Alert")?.schema;
    return JSON.stringify(target);
  };
  test.each([
    ["to the page beside it", { "v/a/alert.md": withLink("kind.md"), "v/a/kind.md": kind("x") }, "Kind"],
    ["to a page in another folder", { "v/a/alert.md": withLink("../b/kind.md"), "v/b/kind.md": kind("x") }, "Kind"],
    [
      "to a page that was taken out of its folder",
      { "v/alert.md": withLink("../../models/shared/kind.md"), "v/kind.md": kind("x") },
      "Kind",
    ],
    ["to a page whose name is written otherwise", { "v/alert.md": withLink("../Models/KIND.mdx"), "v/kind.md": kind("x") }, "Kind"],
  ])("%s is the model's name", async (_, files, expected) => expect(await reference(files)).toContain(`"$ref":"${expected}"`));

  test.each([
    ["[Kind](../kind.md)", "unknown"],
    ["[Kind](../kind.md)[]", "unknown[]"],
    ["Record<string, [Kind](../kind.md)>", "{ [key: string]: unknown }"],
    ["*shared.Kind*", "unknown"],
  ])("to a page that is not there says so, and lets any value pass: %s", async (type, expected) => {
    const { diagnostics, files } = await compile({ files: { "v/alert.md": pageOf(`\`kind\` | ${type} | | N/A`) } });
    expect(diagnostics.map(({ slug, origin }) => [slug, origin.line, origin.column])).toEqual([["linked-page-missing", 8, 12]]);
    expect(files["src/v/types.ts"]).toContain(`kind?: ${expected};`);
  });
});
