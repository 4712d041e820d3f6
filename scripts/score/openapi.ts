// The score of the reader for OpenAPI documents: what they state is in the contract, the package compiles, and examples pass or are reported.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type Output } from "../compile.ts";
import type { Json } from "../contract.ts";
import { isError } from "../diagnostics.ts";
import { stage } from "../files.ts";
import { entries, isArray, isObject, member, stringMember } from "../lib/json.ts";
import { located } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { readValue } from "../readers/value-text.ts";
import { verify } from "../verify.ts";
import type { Figure, Scorer } from "./figure.ts";

/** One figure while it is counted. */
interface Tally {
  readonly name: string;
  reached: number;
  of: number;
  readonly wrong: string[];
  readonly apart: { [kind: string]: number };
}

const tally = (name: string): Tally => ({ name: `openapi, ${name}`, reached: 0, of: 0, wrong: [], apart: {} });

export const scoreOpenapi: Scorer = async (corpus) => {
  const tallies = {
    components: tally("components declared"),
    webhooks: tally("webhooks that are events"),
    compiles: tally("packages that compile"),
    webhookExamples: tally("webhook examples proven"),
    schemaExamples: tally("schema examples proven or reported"),
    references: tally("references resolved"),
  };
  for (const path of documentsOf(corpus)) {
    const text = readFileSync(join(corpus, path), "utf8");
    const { text: read } = await readValue(located(path, text));
    const output = await compile({ files: { "vendor/api.yaml": text } });
    const truth = read?.value ?? null;
    const note = (one: Tally, holds: boolean, what: string): void => {
      one.of += 1;
      if (holds) one.reached += 1;
      else one.wrong.push(`${path}: ${what}`);
    };
    scoreStated(truth, output, tallies, note);
    for (const problem of [await problemOf(output)]) note(tallies.compiles, problem === null, problem ?? "");
    scoreExamples(truth, output, tallies, note);
  }
  return Object.values(tallies).map((one): Figure => ({ ...one, goal: 1 }));
};

type Note = (one: Tally, holds: boolean, what: string) => void;
type Tallies = Readonly<Record<"components" | "webhooks" | "webhookExamples" | "schemaExamples" | "references", Tally>>;

/** The OpenAPI documents of the corpus. */
function documentsOf(corpus: string): readonly string[] {
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((path) => /(\/yaml\/[^/]*|\/schema)\.yaml$/.test(path))
    .toSorted();
}

const isJson = (media: string): boolean => /json/.test(media);

/** Components that hold a schema, with its place; a schema that is only a reference is where that leads. */
function* schemasIn(truth: Json): Generator<readonly [string, Json]> {
  const components = member(truth, "components");
  for (const [key, schema] of entries(member(components, "schemas"))) yield [pointerBelow("/components/schemas", key), schema];
  for (const kind of ["parameters", "headers"])
    for (const [key, one] of entries(member(components, kind)))
      yield [pointerBelow("/components", kind, key, "schema"), member(one, "schema") ?? {}];
  for (const kind of ["responses", "requestBodies"])
    for (const [key, one] of entries(member(components, kind)))
      for (const [media, body] of entries(member(one, "content")).filter(([name]) => isJson(name)))
        yield [pointerBelow("/components", kind, key, "content", media, "schema"), member(body, "schema") ?? {}];
}

function scoreStated(truth: Json, output: Output, { components, webhooks, references }: Tallies, note: Note): void {
  const contract = output.contract.vendors[0];
  const declared = new Set(contract?.declarations.flatMap(({ origins }) => origins.map(({ pointer }) => pointer)));
  for (const [pointer, schema] of schemasIn(truth)) {
    const reference = stringMember(schema, "$ref");
    const isOther = reference !== undefined && !pointer.startsWith("/components/schemas/");
    note(components, declared.has(pointer) || isOther, `${pointer} has no declaration`);
  }
  // A key may be a title, and the event be called by the name that its example shows: the place says which one it is.
  const events = new Set(contract?.events.map(({ origin }) => origin.pointer));
  for (const [key] of webhooksOf(truth)) note(webhooks, events.has(pointerBelow(`/${webhooksKeyword(truth)}`, key)), `${key} is no event`);
  const dangling = output.diagnostics.filter(({ slug }) => /^reference-(dangling|unresolved|escapes)$/.test(slug));
  for (const { origin, facts } of dangling) note(references, false, `${origin.pointer}: ${String(facts["reference"])}`);
  for (let count = countReferences(truth) - dangling.length; count > 0; count -= 1) note(references, true, "");
}

const webhooksKeyword = (truth: Json): string => (member(truth, "webhooks") === undefined ? "x-webhooks" : "webhooks");

const webhooksOf = (truth: Json): readonly (readonly [string, Json])[] => entries(member(truth, webhooksKeyword(truth)));

function countReferences(value: Json): number {
  let count = 0;
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (stringMember(next, "$ref") !== undefined) count += 1;
    if (typeof next === "object" && next !== null) open.push(...Object.values(next));
  }
  return count;
}

/** What keeps a package from being written, or null. */
async function problemOf(output: Output): Promise<string | null> {
  const error = output.diagnostics.find(isError);
  if (error !== undefined) return `${error.slug} at ${error.origin.line}:${error.origin.column}`;
  const folder = mkdtempSync(join(tmpdir(), "hookwright-score-"));
  try {
    const files = new Map(Object.entries(output.files));
    const directory = stage(join(folder, "out"), files);
    const found = await verify({ directory, files, contracts: output.contract.vendors });
    return found.length === 0
      ? null
      : found.map(({ slug, origin, facts }) => `${slug} ${origin.pointer} ${JSON.stringify(facts)}`).join("; ");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scoreExamples(truth: Json, output: Output, { webhookExamples, schemaExamples }: Tallies, note: Note): void {
  const proven = new Set(output.contract.vendors[0]?.examples.map(({ origin }) => origin.pointer));
  const reported = output.diagnostics
    .filter(({ slug }) => slug.startsWith("example-") || slug.startsWith("text-"))
    .map(({ origin }) => origin.pointer);
  for (const [key, item] of webhooksOf(truth))
    for (const pointer of bodyExamples(item))
      note(webhookExamples, proven.has(pointerBelow(`/${webhooksKeyword(truth)}`, key) + pointer), `${key}${pointer} is not proven`);
  for (const pointer of schemaExamplePlaces(member(member(truth, "components"), "schemas") ?? null, "/components/schemas")) {
    const isTold = proven.has(pointer) || reported.some((place) => place === pointer || place.startsWith(`${pointer}/`));
    note(schemaExamples, isTold, `${pointer} is neither proven nor reported`);
  }
}

/** The examples of the JSON bodies that a webhook brings. */
function bodyExamples(item: Json): readonly string[] {
  return entries(item).flatMap(([method, operation]) =>
    entries(member(member(operation, "requestBody"), "content")).flatMap(([media, body]) => {
      const at = pointerBelow("", method, "requestBody", "content", media);
      const named = entries(member(body, "examples")).flatMap(([name, example]) =>
        member(example, "value") === undefined ? [] : [`${pointerBelow(at, "examples", name)}/value`],
      );
      return member(body, "example") === undefined ? named : [`${at}/example`, ...named];
    }),
  );
}

/** Maps of schemas by name: an `example` in them is a name. */
const MAPS: ReadonlySet<string> = new Set(["properties", "definitions", "$defs", "patternProperties"]);
const DATA: ReadonlySet<string> = new Set(["enum", "const", "default"]);

/** The places of `example` and of the items of `examples` in schemas. */
function schemaExamplePlaces(value: Json, pointer: string, isMap = true): readonly string[] {
  if (isArray(value)) return value.flatMap((item, index) => schemaExamplePlaces(item, pointerBelow(pointer, index), false));
  if (!isObject(value)) return [];
  return entries(value).flatMap(([key, inner]): readonly string[] => {
    const at = pointerBelow(pointer, key);
    if (isMap) return schemaExamplePlaces(inner, at, false);
    if (key === "example") return [at];
    if (key === "examples") return isArray(inner) ? inner.map((_, index) => pointerBelow(at, index)) : [];
    return DATA.has(key) || key.startsWith("x-") ? [] : schemaExamplePlaces(inner, at, MAPS.has(key));
  });
}
