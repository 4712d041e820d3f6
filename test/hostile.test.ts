// A vendor's text in every place where a text can stand: it is refused with a place, or it stays a text in all that is generated.
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, type Json } from "../scripts/compile.ts";
import { entries, isArray, member } from "../scripts/lib/json.ts";
import { batch, type Batch } from "./support/batch.ts";
import { type BuiltPackage, builtPackage } from "./support/built-package.ts";
import { clashes } from "./support/clashing-names.ts";
import { positions, type Position } from "./support/hostile-positions.ts";
import { CANARY, hostileNames, hostileStrings, hostileTexts } from "./support/hostile-strings.ts";
import { tableFaults } from "./support/table-faults.ts";

/** Every tenth text is put into samples too, another one at each position: they hold what other modules hold, and thousands take their time. */
const placed = (position: Position, index: number) =>
  (position.names ? hostileStrings : hostileTexts).map((text, at) => {
    const { files, ...told } = position.place(text);
    const settings: { readonly [path: string]: string } = (at + index) % 10 === 0 ? {} : { "source.json": '{ "fixtures": false }' };
    return { vendor: `p${index}-${at}`, text, position, ...told, files: { ...settings, ...files } };
  });

const cases = positions.flatMap(placed);
const named = clashes.map((clash, index) => ({ vendor: `c${index}`, ...clash }));
const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

let all: Batch;
let built: BuiltPackage | undefined;
let loaded: { readonly [vendor: string]: readonly string[] };
let contractJson: Json;
let rows: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  all = await batch([...cases, ...named]);
  built = await builtPackage(all.files);
  const good = [...cases, ...named].filter(({ vendor }) => all.contracts.has(vendor));
  const texts = (values: readonly Json[] = []): readonly string[] => values.map((value) => JSON.stringify(value));
  const schemas = (vendor: string): { readonly [name: string]: string } =>
    Object.fromEntries(
      (all.contracts.get(vendor)?.declarations ?? []).flatMap(({ name, schema }) =>
        typeof schema === "boolean" ? [] : [[name, JSON.stringify(schema)]],
      ),
    );
  const questions = good.map(
    ({ vendor, accepts, refuses }) => [vendor, { accepts: texts(accepts), refuses: texts(refuses), schemas: schemas(vendor) }] as const,
  );
  loaded = await built.load(Object.fromEntries(questions), CANARY);
  contractJson = JSON.parse(all.files["contract.json"] ?? "null");
  rows = tableFaults(all.files["CONTRACT.md"] ?? "");
}, 300_000);

afterAll(() => built?.remove(), 300_000);

/** Everything that is wrong with one vendor's output. */
function faultsOf({
  vendor,
  keeps,
  text,
}: {
  readonly vendor: string;
  readonly keeps?: boolean;
  readonly text?: string;
}): readonly string[] {
  const thrown = all.thrown.get(vendor);
  if (thrown !== undefined) return [`compile() throws ${thrown}`];
  const errors = all.errors.get(vendor);
  if (errors !== undefined)
    return errors.filter(({ origin }) => origin.line < 1 || origin.column < 1).map(({ slug }) => `${slug} has no place`);
  const json = member(member(contractJson, "vendors"), vendor) ?? null;
  const declarations = all.contracts.get(vendor)?.declarations ?? [];
  return [
    ...(built?.errors.get(vendor) ?? []),
    ...(loaded[vendor] ?? []),
    ...(rows.get(vendor) ?? []),
    ...declarations
      .filter(
        ({ name, schema }) =>
          !isDeepStrictEqual(member(member(member(json, "declarations"), name), "schema"), JSON.parse(JSON.stringify(schema))),
      )
      .map(({ name }) => `contract.json holds another schema of ${name}`),
    ...(keeps === true && text !== undefined && !holds(json, text) ? ["contract.json does not hold the text"] : []),
  ];
}

/** Whether a text stands somewhere in a value, by itself or as a part of another text. */
const holds = (value: Json, text: string): boolean =>
  typeof value === "string"
    ? value.includes(text)
    : isArray(value)
      ? value.some((item) => holds(item, text))
      : entries(value).some(([key, inner]) => key.includes(text) || holds(inner, text));

describe("a hostile text stays a text", () => {
  test.each(positions)("as $name", (position) => {
    const faults = cases
      .filter((one) => one.position === position)
      .flatMap((one) => faultsOf(one).map((fault) => `${shown(one.text)}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test("and nothing is said of the package as a whole", () => {
    expect([...(built?.errors.get("") ?? []), ...(loaded[""] ?? []), ...(rows.get("") ?? [])]).toEqual([]);
    expect(all.contracts.size).toBeGreaterThan(cases.length * 0.9);
  });
});

describe("names that clash become names of their own", () => {
  test.each(named)("$name", (clash) => {
    expect(faultsOf(clash)).toEqual([]);
    const found = all.contracts.get(clash.vendor)?.diagnostics.map(({ slug }) => slug) ?? [];
    if (clash.found) expect(found).toContain("name-changed");
  });
});

describe("the package's own texts", () => {
  const schema = { "v/thing.json": '{ "title": "Thing", "type": "string" }' };

  test.each(hostileStrings.filter((text) => text.trim() !== "").map((text) => [shown(text), text]))(
    "a description %s reaches package.json as it is",
    async (_, description) => {
      const { files } = await compile({ files: { ...schema, "source.json": JSON.stringify({ package: { description } }) } });
      expect(JSON.parse(files["package.json"] ?? "null").description).toBe(description);
      expect(tableFaults(files["README.md"] ?? "")).toEqual(new Map());
    },
  );

  test.each(hostileStrings.map((text) => [shown(text), text]))(
    "a package's name %s is one that npm allows, or an error",
    async (_, name) => {
      const { files, diagnostics } = await compile({ files: { ...schema, "source.json": JSON.stringify({ package: { name } }) } });
      if (diagnostics.length > 0) return expect(diagnostics.map(({ slug }) => slug)).toEqual(["source-json"]);
      expect(name).toMatch(/^[a-z0-9._~-]+$/);
      return expect(JSON.parse(files["package.json"] ?? "null").name).toBe(name);
    },
  );

  test.each(
    [...hostileStrings, "formats", "FORMATS", "samples", "issue.ts", "package.json", "contract.json", "con", "a.", ".."].map((text) => [
      shown(text),
      text,
    ]),
  )("a vendor's folder %s stays below src/, or is an error", async (_, vendor) => {
    const { files, diagnostics } = await compile({ files: { [`${vendor}/thing.json`]: '{ "title": "Thing", "type": "string" }' } });
    if (Object.keys(files).length === 0) return expect(diagnostics.map(({ slug }) => slug)).toContain("vendor-folder");
    const paths = Object.keys(files).filter((path) => path.startsWith("src/"));
    for (const path of paths) expect(path).toMatch(/^src(\/[A-Za-z0-9][\w.-]*)+\.ts$/);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(paths.filter((path) => paths.some((other) => other.toLowerCase().startsWith(`${path.toLowerCase()}/`)))).toEqual([]);
    expect(vendor).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$|\.$/i);
    const keys = [...(files["package.json"] ?? "").matchAll(/^ {4}("\.\/[^"]*"):/gm)].map(([, key]) => key);
    return expect(new Set(keys).size).toBe(keys.length);
  });

  test("two vendors' folders that differ by letter case only are an error", async () => {
    const { files, diagnostics } = await compile({
      files: { "abc/thing.json": '{ "title": "Thing" , "type": "string" }', "ABC/thing.json": '{ "title": "Thing", "type": "string" }' },
    });
    expect(diagnostics.map(({ slug }) => slug)).toContain("vendor-folder");
    expect(files).toEqual({});
  });
});

test("names do not depend on the order of what is named", async () => {
  const schema = (names: readonly string[]): string =>
    JSON.stringify({
      title: "Thing",
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, { enum: [`${name}1`, `${name}2`] }])),
      definitions: Object.fromEntries(names.map((name) => [name, { enum: [`${name}3`, `${name}4`] }])),
    });
  const tried = ["a b", "a-b", "A_B", ...hostileNames];
  const naming = async (names: readonly string[]): Promise<Json> => {
    const { contract } = await compile({ files: { "v/thing.json": schema(names) } });
    return contract.vendors.flatMap(({ declarations }) =>
      declarations.flatMap(({ name, schema: own }) => (name === "Thing" ? [] : [[name, member(own, "enum") ?? null]])),
    );
  };
  expect(await naming(tried.toReversed())).toEqual(await naming(tried));
});
