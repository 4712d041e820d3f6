// YAML text as a value with places. The only file that knows the package `yaml`.
import type { Document, Node } from "yaml";
import type { Json, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { ValueRead } from "./json-document.ts";
import { readBlockYaml } from "./yaml-block.ts";
import { placeFinder, type Range, writtenByPointer } from "./yaml-places.ts";
import { MOST_LEVELS } from "./json-text.ts";

type Yaml = typeof import("yaml");

/** What stands in the way of reading, and where. */
interface Fault {
  readonly problem: string;
  readonly range: Range;
}

/** What is read all the same: a key that stands twice, a tag that says nothing. */
interface Oddity {
  readonly slug: "json-duplicate-key" | "yaml-tag-unknown";
  readonly facts: { readonly [name: string]: string };
  readonly range: Range;
}

/** Reads YAML 1.2 with its core schema, and merge keys. Anchors are expanded up to 100 times. */
export async function readYaml(source: Located): Promise<ValueRead> {
  const plainly = readBlockYaml(source.text);
  if (plainly === undefined) return readAnyYaml(source);
  const { place, memberPlace } = placeFinder(plainly);
  const text = {
    value: plainly.value,
    origin: (pointer: string): Origin | undefined => {
      const found = place(pointer);
      return found && originAt(source, found[0], pointer);
    },
    length: (pointer: string): number => place(pointer)?.[1] ?? 1,
    memberOrigin: (holder: Json, key: string, pointer: string): Origin | undefined => {
      const found = memberPlace(holder, key);
      return found === undefined ? text.origin(pointer) : originAt(source, found[0], pointer);
    },
    written: writtenByPointer(plainly),
  };
  return { text, diagnostics: [] };
}

/** The same through the package that knows all of YAML. It is slow to load and to read with, and says what is wrong with a text. */
export async function readAnyYaml(source: Located): Promise<ValueRead> {
  const yaml = await import("yaml");
  const document = parse(source.text, yaml);
  const rangeOf = ([from, to]: readonly [number, number, ...unknown[]]): Range => [from, Math.max(1, to - from)];
  const isTag = ({ code }: { readonly code: string }): boolean => code === "TAG_RESOLVE_FAILED";
  const faults =
    "problem" in document
      ? [document]
      : [...document.errors, ...document.warnings.filter((warning) => !isTag(warning))].map(({ code, message, pos }) => ({
          problem: code === "MULTIPLE_DOCS" ? "the file holds more than one document" : message.replace(/\n[\s\S]*/, ""),
          range: rangeOf(pos),
        }));
  const oddities: Oddity[] =
    "problem" in document
      ? []
      : document.warnings.filter(isTag).map(({ pos }) => {
          return { slug: "yaml-tag-unknown", facts: { tag: source.text.slice(pos[0], pos[1]) }, range: rangeOf(pos) };
        });
  const places = new Map<string, Range>();
  const written = new Map<string, string>();
  if (!("problem" in document) && faults.length === 0) faults.push(...visit(document, { places, written, oddities }, yaml));
  const value = "problem" in document || faults.length > 0 ? null : valueOf(document);
  if (value === null || "problem" in value) {
    const all = value === null ? faults : [value];
    return {
      text: null,
      diagnostics: all.map(({ problem, range }) => diagnostic("yaml-syntax", originAt(source, range[0], ""), { problem }, range[1])),
    };
  }
  const text = {
    value: value.value,
    origin: (pointer: string): Origin | undefined => {
      const place = places.get(pointer);
      return place && originAt(source, place[0], pointer);
    },
    length: (pointer: string): number => places.get(pointer)?.[1] ?? 1,
    written,
  };
  return {
    text,
    diagnostics: oddities.map(({ slug, facts, range }) => diagnostic(slug, originAt(source, range[0], ""), facts, range[1])),
  };
}

/** How often aliases may be expanded: they can multiply. */
const MOST_ALIASES = 10_000;

/** A key as a text; the parser gives the merge key as a symbol, and what is not there becomes the empty text. */
const keyText = (value: unknown): string => (typeof value === "symbol" ? (value.description ?? "") : value === null ? "" : String(value));

const TOO_DEEP: Fault = { problem: "the document is nested too deep", range: [0, 1] };

function parse(text: string, { parseDocument }: Yaml): Document.Parsed | Fault {
  try {
    const document = parseDocument(text, { merge: true, prettyErrors: false, uniqueKeys: false });
    return document.errors.some(({ message }) => message.includes("call stack")) ? TOO_DEEP : document;
  } catch {
    return TOO_DEEP;
  }
}

function valueOf(document: Document.Parsed): { readonly value: Json } | Fault {
  try {
    const value: Json = document.toJS({ maxAliasCount: 100 });
    return { value };
  } catch (error) {
    return {
      problem: error instanceof RangeError ? TOO_DEEP.problem : error instanceof Error ? error.message : String(error),
      range: [0, 1],
    };
  }
}

/** What a visit notes. */
interface Notes {
  readonly places: Map<string, Range>;
  readonly written: Map<string, string>;
  readonly oddities: Oddity[];
}

/** Notes the place of every member and item; gives what no JSON value can be. */
function visit(
  document: Document.Parsed,
  { places, written, oddities }: Notes,
  { isAlias, isMap, isPair, isScalar, isSeq }: Yaml,
): readonly Fault[] {
  const faults: Fault[] = [];
  let expanded = 0;
  const rangeOf = (node: Node): Range => [node.range?.[0] ?? 0, 1];
  const walk = (node: unknown, pointer: string, range: Range, around: readonly unknown[]): void => {
    if (faults.length > 0) return;
    places.set(pointer, range);
    if (isAlias(node)) {
      expanded += 1;
      const target = node.resolve(document);
      const problem =
        target === undefined
          ? `no anchor is called ${node.source}`
          : around.includes(target)
            ? "an anchor holds itself"
            : expanded > MOST_ALIASES
              ? "anchors hold each other too often"
              : null;
      if (problem === null) walk(target, pointer, range, around);
      else faults.push({ problem, range: rangeOf(node) });
      return;
    }
    if (around.length > MOST_LEVELS) {
      faults.push({ ...TOO_DEEP, range });
      return;
    }
    const inner = [...around, node];
    if (isMap(node)) {
      const keys = new Set<string>();
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        const key = isScalar(pair.key) ? keyText(pair.key.value) : null;
        if (!isScalar(pair.key) || key === null)
          faults.push({
            problem: "a key must be a text",
            range: pair.key !== null && typeof pair.key === "object" && "range" in pair.key && isSeq(pair.key) ? rangeOf(pair.key) : range,
          });
        else if (key === "<<") {
          const sources = isSeq(pair.value) ? pair.value.items : [pair.value];
          const maps = sources.map((source) => (isAlias(source) ? source.resolve(document) : source));
          if (maps.some((map) => inner.includes(map))) faults.push({ problem: "an anchor holds itself", range: rangeOf(pair.key) });
          else if (!maps.every(isMap)) faults.push({ problem: "only a map can be merged", range: rangeOf(pair.key) });
          // What a merge brings in stands where it is written; the map's own members come later and take their own places.
          else for (const map of maps.toReversed()) walk(map, pointer, range, inner);
        } else {
          const keyRange: Range = pair.key.range ? [pair.key.range[0], pair.key.range[1] - pair.key.range[0]] : range;
          if (keys.has(key)) oddities.push({ slug: "json-duplicate-key", facts: { key }, range: keyRange });
          keys.add(key);
          walk(pair.value, pointerBelow(pointer, key), keyRange, inner);
        }
      }
    } else if (isSeq(node))
      node.items.forEach((item, index) =>
        walk(
          item,
          pointerBelow(pointer, index),
          isScalar(item) || isMap(item) || isSeq(item) || isAlias(item) ? rangeOf(item) : range,
          inner,
        ),
      );
    else if (isScalar(node) && (typeof node.value === "number" || typeof node.value === "boolean")) {
      if (node.source !== undefined && node.source !== String(node.value)) written.set(pointer, node.source);
    } else if (isScalar(node) && typeof node.value === "object" && node.value !== null)
      faults.push({ problem: "this is no JSON value", range: rangeOf(node) });
  };
  walk(document.contents, "", [0, 1], []);
  return faults;
}
