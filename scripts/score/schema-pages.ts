// The score of the reader for schema pages: each schema recovered, each false row of a table found and no true one, the tree of fields.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract, Json } from "../contract.ts";
import { entries, isObject, member, sameJson, stringMember } from "../lib/json.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { readVendor } from "../read-vendor.ts";
import { vendorSettings } from "../settings.ts";
import { vendorContract } from "../vendor-contract.ts";
import { fieldTree, sameTree } from "./field-tree.ts";
import type { Figure, Scorer } from "./figure.ts";

const FOLDER = "made/schemapages";
const VARIANTS = ["a", "b"] as const;

const parsed = (text: string): Json => JSON.parse(text);

export const scoreSchemaPages: Scorer = async (corpus) => {
  const folder = join(corpus, FOLDER);
  if (!existsSync(folder)) return [];
  const truths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".truth.json"))
    .toSorted()
    .map((path) => ({ page: path.slice(0, -".truth.json".length), truth: parsed(readFileSync(join(folder, path), "utf8")) }));
  const figures: Figure[] = [];
  for (const variant of VARIANTS) {
    const pages = truths.map(({ page, truth }) => {
      const file = `v/${(page.split("/").at(-1) ?? page).toLowerCase()}.txt`;
      return { page: `${page}.${variant}.txt`, file, truth, text: readFileSync(join(folder, `${page}.${variant}.txt`), "utf8") };
    });
    const files = new Map(pages.map(({ file, text }) => [file, text]));
    const specification = specificationOf(
      corpus,
      truths.map(({ truth }) => stringMember(truth, "name") ?? ""),
    );
    const alone = new Map<string, readonly Contract[]>();
    for (const { file, text } of pages) alone.set(file, await read(new Map([[file, text]])));
    const { contract } = await vendorContract("v", new Map([...files, ["v/supplement.openapi.yaml", specification]]), () => undefined);
    figures.push(
      figureOf(
        `schema pages ${variant}, schemas recovered`,
        pages.map(({ page, file, text }) => [page, recovered(text, alone.get(file) ?? [])]),
      ),
      figureOf(
        `schema pages ${variant}, lines accounted for`,
        pages.map(({ page, file }) => [
          page,
          (alone.get(file) ?? []).every((one) => one.diagnostics.every(({ slug }) => slug !== "line-unaccounted")),
        ]),
      ),
      ...rowFigures(variant, pages, contract),
      figureOf(
        `schema pages ${variant}, trees of fields`,
        pages.map(({ page, truth }) => [
          page,
          sameTree(fieldTree(contract, stringMember(truth, "name") ?? ""), member(truth, "tree") ?? null),
        ]),
      ),
    );
  }
  return figures;
};

/** The document that the pages were made from, which answers what a page leaves open: the one that has the most of their names. */
function specificationOf(corpus: string, names: readonly string[]): string {
  const texts = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml") && !path.startsWith("specs/"))
    .toSorted()
    .map((path) => readFileSync(join(corpus, path), "utf8"));
  const count = (text: string): number => names.filter((name) => text.includes(`\n    ${name}:\n`)).length;
  return texts.toSorted((a, b) => count(b) - count(a))[0] ?? "";
}

const read = async (files: ReadonlyMap<string, string>): Promise<readonly Contract[]> =>
  (await readVendor("v", files, vendorSettings("v", "v/source.json", undefined, files).settings)).contracts;

const figureOf = (name: string, results: readonly (readonly [string, boolean | string])[]): Figure => ({
  name,
  reached: results.filter(([, right]) => right === true).length,
  of: results.length,
  goal: 1,
  wrong: results.flatMap(([page, right]) => (right === true ? [] : [right === false ? page : `${page}: ${right}`])),
});

/** Whether the declarations of a page, put together again, are the value of the text that begins at its first brace on a line. */
function recovered(page: string, contracts: readonly Contract[]): boolean {
  const text = page.slice(page.search(/^\{/m));
  const whole = parsed(text.slice(0, text.lastIndexOf("}") + 1));
  const declarations = contracts[0]?.declarations ?? [];
  const id = stringMember(whole, "$id") ?? "#";
  const without = (schema: Json): Json =>
    isObject(schema) ? Object.fromEntries(entries(schema).filter(([key]) => !/^(\$schema|\$id|definitions|\$defs)$/.test(key))) : schema;
  const places = (schema: Json, address: string): readonly (readonly [string, Json])[] => [
    [address, without(schema)],
    ...entries(member(schema, "definitions")).flatMap(([key, inner]) => places(inner, `${address}/definitions/${key}`)),
  ];
  const all = places(whole, id);
  return (
    all.length === declarations.length &&
    all.every(([address, schema]) => declarations.some((one) => one.addresses[0] === address && sameJson(one.schema, schema)))
  );
}

interface Page {
  readonly page: string;
  readonly file: string;
  readonly truth: Json;
  readonly text: string;
}

/** False rows that are found, and findings at rows that are true. */
function rowFigures(variant: string, pages: readonly Page[], { diagnostics }: Contract): readonly Figure[] {
  const findings = new Map<string, string>();
  for (const { slug, origin } of diagnostics)
    if (origin.pointer.startsWith("/Properties/")) findings.set(`${origin.file}:${pointerKeys(origin.pointer)[1] ?? ""}`, slug);
  const rows = pages.flatMap(({ page, file, text, truth }) =>
    [...text.slice(0, text.search(/^\{/m)).matchAll(/^(?:\| )?(\S+)(?: \|)? (?:string|number|integer|boolean|object|array)\b/gm)].map(
      ([, name = ""]) => ({
        row: `${page}: ${name}`,
        isFalse: member(member(truth, "lies"), name) !== undefined,
        found: findings.get(`${file}:${name}`),
      }),
    ),
  );
  const lies = pages.flatMap(({ truth }) => entries(member(truth, "lies"))).length;
  const falseRows = rows.filter(({ isFalse }) => isFalse);
  return [
    {
      ...figureOf(
        `schema pages ${variant}, false rows found`,
        falseRows.map(({ row, found }) => [row, found !== undefined]),
      ),
      of: lies,
    },
    figureOf(
      `schema pages ${variant}, true rows left alone`,
      rows.filter(({ isFalse }) => !isFalse).map(({ row, found }) => [row, found ?? true]),
    ),
  ];
}
