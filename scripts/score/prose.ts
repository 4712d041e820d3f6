// The score of the reader for prose pages: pages that were made from known models, each with its truth beside it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../compile.ts";
import type { Contract, Json } from "../contract.ts";
import { entries, isArray, isObject, isString, member, stringMember } from "../lib/json.ts";
import { located } from "../lib/origin.ts";
import { prosePage } from "../readers/prose-page.ts";
import type { Figure, Scorer } from "./figure.ts";

const ASPECTS = ["fields", "kinds", "enums", "constants", "formats", "nested objects", "examples"] as const;

/** What a page says, in one spelling for the truth and for what was read: "status kind string". */
type Facts = { readonly [aspect in (typeof ASPECTS)[number]]: ReadonlySet<string> };

/** One page with both sides, and what was said of it. */
interface Scored {
  readonly page: string;
  readonly truth: Facts;
  readonly told: Facts;
  /** Damaged examples: whether each came out whole, and whether something was reported. */
  readonly damaged: readonly { readonly kind: string; readonly recovered: boolean; readonly reported: boolean }[];
  /** Whether a field that table and example spell in two ways is reported; null when there is none. */
  readonly mismatch: boolean | null;
}

export const scoreProse: Scorer = async (corpus) => {
  const made = join(corpus, "made", "prose");
  if (!existsSync(made)) return [];
  const splits = readdirSync(made).toSorted();
  const scored = await Promise.all(splits.map((split) => scoreSplit(join(made, split), split)));
  return splits.flatMap((split, index) => figuresOf(split, scored[index] ?? []));
};

async function scoreSplit(folder: string, split: string): Promise<readonly Scored[]> {
  const scored: Scored[] = [];
  const pages = readdirSync(folder).filter((name) => /\.(?:txt|md|html)$/.test(name));
  for (const name of pages.toSorted()) {
    const base = name.replace(/\.\w+$/, "");
    const truth: Json = JSON.parse(readFileSync(join(folder, `${base}.truth.json`), "utf8"));
    scored.push(await scorePage(`${split}/${name}`, readFileSync(join(folder, name), "utf8"), truth));
  }
  return scored;
}

async function scorePage(page: string, text: string, truth: Json): Promise<Scored> {
  const [contract] = await prosePage.read({ vendor: "v", source: located("v/page.txt", text), supplement: false });
  const told = factsTold(contract);
  const slugs = contract?.diagnostics.map(({ slug }) => slug) ?? [];
  const reported = slugs.some((slug) => /^(?:json-|example-unreadable)/.test(slug));
  const expected = numbered(list(member(truth, "examples")).map((example) => member(example, "value") ?? null));
  const damaged = list(member(truth, "examples")).flatMap((example, index) => {
    const kind = stringMember(example, "damage") ?? "valid";
    // JSON without indentation or with tabs is JSON.
    return kind === "valid"
      ? []
      : [{ kind, recovered: told.examples.has(expected[index] ?? ""), reported: reported || /^(?:flat|tabs)$/.test(kind) }];
  });
  const other = stringMember(member(truth, "mismatch"), "example");
  const recognised = prosePage.recognises(text, page);
  return {
    page,
    truth: factsTrue(truth),
    told: recognised ? told : factsTold(undefined),
    damaged,
    mismatch: other === undefined ? null : await isReported(text, other),
  };
}

async function isReported(text: string, field: string): Promise<boolean> {
  const { diagnostics } = await compile({ files: { "v/page.txt": text } });
  return diagnostics.some(({ slug, facts }) => slug === "example-field-unknown" && facts["field"] === field);
}

const list = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

/** Facts while they are gathered. */
type Gathered = { readonly [aspect in keyof Facts]: Set<string> };

const nothing = (): Gathered => ({
  fields: new Set(),
  kinds: new Set(),
  enums: new Set(),
  constants: new Set(),
  formats: new Set(),
  "nested objects": new Set(),
  examples: new Set(),
});

function addField(facts: Gathered, path: string, kind: string, schema: Json): void {
  facts.fields.add(path);
  facts.kinds.add(`${path} ${kind}`);
  const [values, constant, format] = [member(schema, "enum"), member(schema, "const"), stringMember(schema, "format")];
  if (isArray(values)) facts.enums.add(`${path} ${values.map(String).toSorted().join("|")}`);
  if (constant !== undefined) facts.constants.add(`${path} ${String(constant)}`);
  if (format !== undefined) facts.formats.add(`${path} ${format}`);
}

/** The truth names objects, and fields refer to them by those names; here each field has its path from the root. */
function factsTrue(truth: Json): Facts {
  const facts = nothing();
  const objects = new Map(entries(member(truth, "objects")));
  const root = stringMember(truth, "root") ?? "";
  const reached = new Set<string>();
  const visit = (object: string, path: string): void => {
    reached.add(object);
    for (const [name, field] of entries(objects.get(object))) {
      const steps = name.split(".");
      steps.slice(0, -1).forEach((_, index) => {
        const outer = path + steps.slice(0, index + 1).join(".");
        facts["nested objects"].add(outer);
        addField(facts, outer, "object", {});
      });
      const own = path + name;
      addField(facts, own, stringMember(field, "kind") ?? "", field);
      const items = stringMember(field, "items");
      if (items !== undefined) facts.kinds.add(`${own}[] ${objects.has(items) ? "object" : items}`);
      const reference = member(field, "ref");
      if (isString(reference)) refer(reference, stringMember(field, "kind") === "array" ? `${own}[]` : own);
      for (const [inner, target] of entries(reference)) {
        const isList = isString(target) && target.endsWith("[]");
        facts["nested objects"].add(own);
        addField(facts, `${own}.${inner}`, isList ? "array" : "object", {});
        if (isList) facts.kinds.add(`${own}.${inner}[] object`);
        if (isString(target)) refer(target, `${own}.${inner}${isList ? "[]" : ""}`);
      }
    }
  };
  const refer = (object: string, path: string): void => {
    facts["nested objects"].add(path);
    visit(object, `${path}.`);
  };
  visit(root, "");
  for (const object of objects.keys()) if (!reached.has(object)) visit(object, `${object}: `);
  const envelope = stringMember(truth, "envelope");
  if (envelope !== undefined) facts["nested objects"].add(`envelope ${envelope}`);
  for (const example of numbered(list(member(truth, "examples")).map((one) => member(one, "value") ?? null))) facts.examples.add(example);
  return facts;
}

/** What a contract says: of its first object that holds no other by reference, and of further ones by their names. */
function factsTold(contract: Contract | undefined): Facts {
  const facts = nothing();
  if (contract === undefined) return facts;
  const visit = (schema: Json, path: string): void => {
    for (const [name, field] of entries(member(schema, "properties"))) visitField(field, path + name);
  };
  const visitField = (field: Json, path: string): void => {
    addField(facts, path, kindOf(field), field);
    let [own, at] = [field, path];
    for (let items = member(own, "items"); isObject(items); items = member(own, "items")) {
      at = `${at}[]`;
      if (kindOf(items) !== "") facts.kinds.add(`${at} ${kindOf(items)}`);
      own = items;
    }
    if (entries(member(own, "properties")).length === 0) return;
    facts["nested objects"].add(at);
    visit(own, `${at}.`);
  };
  let first = true;
  for (const { name, schema } of contract.declarations) {
    const inner = entries(member(schema, "properties")).find(([, field]) => stringMember(field, "$ref") !== undefined);
    if (inner === undefined) visit(schema, first ? "" : `${name}: `);
    else facts["nested objects"].add(`envelope ${inner[0]}`);
    first = first && inner !== undefined;
  }
  for (const example of numbered(contract.examples.map(({ value }) => value))) facts.examples.add(example);
  return facts;
}

const kindOf = (schema: Json): string => {
  const type = member(schema, "type");
  return isArray(type) ? type.filter((one) => one !== "null").join("|") : isString(type) ? type : "";
};

/** Values as texts that are equal when the values are; the second of the same has another number. */
function numbered(values: readonly Json[]): readonly string[] {
  const counts = new Map<string, number>();
  return values.map((value) => {
    const text = canonical(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    return `example ${counts.get(text) ?? 1}: ${text}`;
  });
}

const canonical = (value: Json): string =>
  isArray(value)
    ? `[${value.map(canonical).join(",")}]`
    : isObject(value)
      ? `{${entries(value)
          .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
          .toSorted()
          .join(",")}}`
      : JSON.stringify(value);

function figuresOf(split: string, scored: readonly Scored[]): readonly Figure[] {
  const aspects = ASPECTS.flatMap((aspect): readonly Figure[] => {
    const compare = (from: "truth" | "told", to: "truth" | "told", verb: string): Omit<Figure, "name" | "goal"> => {
      const missing = scored.flatMap((page) =>
        [...page[from][aspect]].filter((fact) => !page[to][aspect].has(fact)).map((fact) => `${page.page}: ${verb} ${fact}`),
      );
      const of = scored.reduce((total, page) => total + page[from][aspect].size, 0);
      return { reached: of - missing.length, of, wrong: missing };
    };
    return [
      { name: `prose ${split}, ${aspect}, recall`, goal: 0.99, ...compare("truth", "told", "missing") },
      { name: `prose ${split}, ${aspect}, precision`, goal: 0.99, ...compare("told", "truth", "invented") },
    ];
  });
  const damaged = scored.flatMap(({ page, damaged: all }) => all.map((one) => ({ page, ...one })));
  const lost = damaged.filter(({ recovered, reported }) => !recovered && !reported);
  const silent = damaged.filter(({ reported }) => !reported);
  const spelt = scored.filter(({ mismatch }) => mismatch !== null);
  const unsaid = spelt.filter(({ mismatch }) => mismatch === false);
  const kinds = [...new Set(damaged.map(({ kind }) => kind))].toSorted();
  const apart = Object.fromEntries(
    kinds.map((kind) => [`${kind}, recovered`, damaged.filter((one) => one.kind === kind && one.recovered).length]),
  );
  const rest = (name: string, of: number, wrong: readonly string[]): Figure => ({
    name: `prose ${split}, ${name}`,
    goal: 1,
    reached: of - wrong.length,
    of,
    wrong,
  });
  return [
    ...aspects,
    {
      ...rest(
        "damaged examples recovered or reported",
        damaged.length,
        lost.map(({ page, kind }) => `${page}: ${kind}`),
      ),
      apart,
    },
    rest(
      "repairs reported",
      damaged.length,
      silent.map(({ page, kind }) => `${page}: ${kind}`),
    ),
    rest(
      "spelling differences reported",
      spelt.length,
      unsaid.map(({ page }) => page),
    ),
  ];
}
