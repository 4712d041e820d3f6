// The score of the reader for model pages: what it reads, against the documents that the pages were made from.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Declaration, Json, JsonObject } from "../contract.ts";
import { entries, isArray, isObject, isString, member, sameJson, stringMember } from "../lib/json.ts";
import { located } from "../lib/origin.ts";
import { absoluteReference } from "../passes/resolve-reference.ts";
import { modelPage } from "../readers/model-page.ts";
import type { Figure, Scorer } from "./figure.ts";

/** A figure while it is counted. */
interface Count {
  reached: number;
  of: number;
  readonly wrong: string[];
  readonly apart: { [kind: string]: number };
}

const newCount = (): Count => ({ reached: 0, of: 0, wrong: [], apart: {} });

type Counts = { readonly [name in "found" | "invented" | "required" | "kinds" | "values" | "prose" | "examples"]: Count };

export const scoreModelPages: Scorer = async (corpus) => {
  const counts: Counts = {
    found: newCount(),
    invented: newCount(),
    required: newCount(),
    kinds: newCount(),
    values: newCount(),
    prose: newCount(),
    examples: newCount(),
  };
  const truths = readdirSync(join(corpus, "truth")).filter((file) => file.endsWith(".json"));
  for (const file of truths) {
    const truth: Json = JSON.parse(readFileSync(join(corpus, "truth", file), "utf8"));
    const sdk = stringMember(member(truth, "meta"), "sdk") ?? "";
    for (const [page, model] of entries(member(truth, "models"))) {
      const path = `${sdk}/${page}`;
      const { text, declaration } = await read(corpus, path);
      if (declaration === undefined) miss(counts.found, `${path}: no model`);
      else score({ path, sdk, model, declaration, text }, counts);
    }
  }
  const lines = newCount();
  for (const sdk of readdirSync(corpus).filter((name) => name.includes("+")))
    for (const path of pagesBelow(corpus, sdk)) {
      const { text, unaccounted, declaration } = await read(corpus, path);
      const count = text.split("\n").length;
      lines.of += count;
      lines.reached += declaration === undefined ? 0 : count - unaccounted.length;
      lines.wrong.push(...(declaration === undefined ? [path] : unaccounted.map((line) => `${path}:${line}`)));
    }
  const figure = (name: string, goal: number, { reached, of, wrong, apart }: Count): Figure => ({
    name: `model pages, ${name}`,
    reached,
    of,
    goal,
    wrong,
    ...(Object.keys(apart).length === 0 ? {} : { apart }),
  });
  return [
    figure("fields found", 1, counts.found),
    figure("fields that are stated, not invented", 1, counts.invented),
    figure("required", 1, counts.required),
    figure("kinds of types", 0.999, counts.kinds),
    figure("values of lists", 1, counts.values),
    figure("descriptions", 0.99, counts.prose),
    figure("examples", 0.99, counts.examples),
    figure("lines accounted for", 1, lines),
  ];
};

interface PageRead {
  readonly text: string;
  readonly declaration: Declaration | undefined;
  readonly unaccounted: readonly number[];
}

async function read(corpus: string, path: string): Promise<PageRead> {
  const text = readFileSync(join(corpus, path), "utf8");
  const contracts = modelPage.recognises(text, path)
    ? await modelPage.read({ vendor: "corpus", source: located(path, text), supplement: false })
    : [];
  const [contract] = contracts;
  return {
    text,
    declaration: contract?.declarations[0],
    unaccounted: (contract?.diagnostics ?? []).filter(({ slug }) => slug === "line-unaccounted").map(({ origin }) => origin.line),
  };
}

const pagesBelow = (corpus: string, folder: string): readonly string[] =>
  readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.mdx?$/.test(path) && /(^|\/)models\//i.test(path))
    .map((path) => `${folder}/${path}`)
    .toSorted();

interface Page {
  readonly path: string;
  readonly sdk: string;
  readonly model: Json;
  readonly declaration: Declaration;
  readonly text: string;
}

const miss = (count: Count, what: string): void => {
  count.of += 1;
  count.wrong.push(what);
};

const hit = (count: Count, right: boolean, what: string): void => {
  if (!right) return miss(count, what);
  count.of += 1;
  count.reached += 1;
};

const setApart = (count: Count, kind: string): void => {
  count.apart[kind] = (count.apart[kind] ?? 0) + 1;
};

function score(page: Page, counts: Counts): void {
  const { path, model, declaration } = page;
  const { schema } = declaration;
  const properties = member(schema, "properties");
  const required = member(schema, "required");
  const values = member(model, "enum");
  if (isArray(values)) {
    const read = member(schema, "enum");
    const right = isArray(read) && sameJson(read, values);
    // Two schemas of one title: the truth has the one, and the page lists the values of the other.
    const own = ownValues(page.text);
    if (!right && sameJson(read, own) && listed(values).some((value) => !own.some((one) => one === value)))
      setApart(counts.values, "page whose own values are not those of the schema that it was matched with");
    else hit(counts.values, right, `${path}: ${JSON.stringify(read)} for ${JSON.stringify(values)}`);
  }
  // A page around a response: what it holds beside the response's content type, status and bytes.
  const bodies = entries(member(model, "bodies")).flatMap(([name, stated]) => (stated === "plumbing" ? [] : [name]));
  const truths = entries(member(model, "fields"));
  const printed = new Set([...bodies, ...truths.map(([, truth]) => stringMember(truth, "doc") ?? "")].map(withoutUnderscore));
  for (const name of printed) hit(counts.found, member(properties, name) !== undefined, `${path}: ${name}`);
  for (const [name] of entries(properties)) hit(counts.invented, printed.has(name), `${path}: ${name}`);
  for (const [, truth] of truths) {
    const name = withoutUnderscore(stringMember(truth, "doc") ?? "");
    const field = member(properties, name);
    if (!isObject(field)) continue;
    const at = `${path}: ${name}`;
    if (stringMember(truth, "wire") !== name) setApart(counts.found, "name on the wire that the page does not print");
    const isRequired = isArray(required) && required.includes(name);
    // Such a field is printed as optional: the SDK fills it in.
    if (!isRequired && member(truth, "required") === true && member(truth, "default") !== undefined)
      setApart(counts.required, "required with a default, and printed as optional");
    else hit(counts.required, isRequired === member(truth, "required"), at);
    scoreKind(field, member(truth, "type"), at, page, counts.kinds);
    const description = stringMember(truth, "docDescription") ?? "";
    const told = stringMember(field, "description") ?? "";
    if (member(truth, "where") === undefined) hit(counts.prose, blank(description) === blank(told), `${at}\n${told}\n${description}`);
    const shown = member(field, "examples");
    const wanted = member(truth, "docExamples");
    if (isArray(shown) && isArray(wanted) && wanted.length > 0)
      hit(
        counts.examples,
        shown.every((one) => wanted.some((other) => sameText(one, other))),
        `${at}: ${JSON.stringify(shown).slice(0, 200)} for ${JSON.stringify(wanted).slice(0, 200)}`,
      );
  }
}

/** The values of a page's rows or union, without the reader's help. */
const ownValues = (text: string): readonly string[] => {
  const body = text.slice(text.lastIndexOf("\n## Values"));
  return [...body.matchAll(/^\| *`[^`]*` *\| *(.*?) *\|$|"([^"]*)"/gm)].map(([, cell, literal]) => cell ?? literal ?? "");
};

const blank = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A list of texts prints its values as texts. */
const sameText = (a: Json, b: Json): boolean => sameJson(a, b) || JSON.stringify(a) === JSON.stringify(b) || String(a) === String(b);

/** Generators put a low line behind names that their language has taken. */
const withoutUnderscore = (name: string): string => name.replace(/_$/, "");

function scoreKind(schema: JsonObject, truth: Json | undefined, at: string, page: Page, count: Count): void {
  const lost = { nullable: 0, integer: 0, file: 0, other: 0 };
  const right = sameKind(schema, truth, page, lost);
  hit(count, right, `${at}: ${JSON.stringify({ ...schema, description: undefined, examples: undefined })} for ${JSON.stringify(truth)}`);
  if (!right) return;
  for (const [kind, words] of [
    ["nullable", "null that the page does not show"],
    ["integer", "integer printed as a number"],
    ["file", "file printed as a model"],
    ["other", "page that links another model than the one that the truth has"],
  ] as const)
    for (let times = lost[kind]; times > 0; times -= 1) setApart(count, words);
}

type Lost = { nullable: number; integer: number; file: number; other: number };

/** Whether a schema says what the truth says, as far as the page can show it; what it cannot is counted. */
function sameKind(schema: Json | undefined, truth: Json | undefined, page: Page, lost: Lost): boolean {
  const kind = stringMember(truth, "k");
  const mayBeNull = member(truth, "nullable") === true;
  const { schema: inner, isNullable } = withoutNull(schema);
  if (isNullable && !mayBeNull) return false;
  if (!isNullable && mayBeNull) lost.nullable += 1;
  if (!isObject(inner)) return kind === "any" && inner === true;
  const reference = stringMember(inner, "$ref");
  const type = member(inner, "type");
  if (reference !== undefined) {
    if (kind === "string" && member(truth, "format") === "binary") {
      lost.file += 1;
      return true;
    }
    const target = absoluteReference(reference, page.path)?.replace(/#$/, "");
    const pages = [member(truth, "page"), ...listed(member(truth, "pages"))].filter(isString);
    if (kind !== "object" && kind !== "enum") return false;
    if (pages.length === 0 || pages.some((one) => `${page.sdk}/${one}` === target)) return true;
    // The page itself links another model, and the truth's one nowhere.
    const isOther = page.text.includes(`](${reference})`) && !pages.some((one) => page.text.includes(`/${one.split("/").at(-1)})`));
    if (isOther) lost.other += 1;
    return isOther;
  }
  if (kind === "any") return type === undefined && member(inner, "anyOf") === undefined;
  if (kind === "array") return type === "array" && sameKind(member(inner, "items"), member(truth, "of"), page, lost);
  if (kind === "map") return type === "object" && sameKind(member(inner, "additionalProperties"), member(truth, "of"), page, lost);
  if (kind === "integer" && type === "number") {
    lost.integer += 1;
    return true;
  }
  return type === kind;
}

const listed = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

function withoutNull(schema: Json | undefined): { readonly schema: Json | undefined; readonly isNullable: boolean } {
  const type = member(schema, "type");
  const forms = member(schema, "anyOf");
  if (isArray(type) && isObject(schema))
    return { schema: { ...schema, type: type.find((one) => one !== "null") ?? "null" }, isNullable: true };
  const others = listed(forms).filter((form) => member(form, "type") !== "null");
  const [only] = others;
  return others.length === 1 && listed(forms).length === 2 ? { schema: only, isNullable: true } : { schema, isNullable: false };
}
