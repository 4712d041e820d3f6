// The JSON examples of a page: where they stand, what was mended, and what stands around an event in all of them.
import type { Diagnostic, Json, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isObject } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { readJsonIn } from "./json-document.ts";
import { lineNumbers } from "./line-numbers.ts";
import { mendJson } from "./mend-json.ts";
import { cameFrom, type PageText } from "./page-text.ts";
import type { ValueText } from "./reader.ts";

/** One example. */
export interface PageExample {
  readonly text: ValueText;
  readonly origin: Origin;
  /** Offset of its first code unit in the page. */
  readonly offset: number;
  /** Whether something was left out of it. */
  readonly partial: boolean;
}

interface PageExamples {
  readonly examples: readonly PageExample[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the examples in a range of a page. `section` and the number of those before name them. */
export function pageExamples(page: PageText, from: number, to: number, section: string, before: number): PageExamples {
  const examples: PageExample[] = [];
  const diagnostics: Diagnostic[] = [];
  const joints: Origin[] = [];
  const text = page.text.slice(0, to);
  for (let next = skipBlank(text, from); next < to;) {
    const pointer = pointerBelow("", section, before + examples.length + 1);
    if (!/[[{"'“‘\w/.…\\&#]/.test(text.charAt(next))) {
      diagnostics.push(unread(page, next, pointer, "this is no JSON"));
      break;
    }
    const read = readExample(page, text, next, pointer);
    if ("diagnostic" in read) {
      diagnostics.push(read.diagnostic);
      break;
    }
    if (examples.length > 0) joints.push(read.example.origin);
    examples.push(read.example);
    diagnostics.push(...read.repairs);
    let end = skipBlank(text, Math.max(read.end, next + 1));
    // A comment by itself belongs to no example.
    for (let comment = COMMENT.exec(text.slice(end)); comment !== null; comment = COMMENT.exec(text.slice(end))) {
      diagnostics.push(diagnostic("json-comment", page.origin(end, pointer), {}, comment[0].length));
      end = skipBlank(text, end + comment[0].length);
    }
    // Another example begins like one; anything else that is left cannot be read.
    if (end < to && !/[[{"'“‘]/.test(text.charAt(end)) && lineNumbers(text, end, to).size === 0) {
      diagnostics.push(unread(page, end, pointer, "this stands behind the end of the example"));
      break;
    }
    next = end;
  }
  const count = String(examples.length);
  return { examples, diagnostics: [...diagnostics, ...joints.map((joint) => diagnostic("json-run-together", joint, { count }))] };
}

const COMMENT = /^(?:\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)/;

type ExampleRead =
  | { readonly example: PageExample; readonly repairs: readonly Diagnostic[]; readonly end: number }
  | { readonly diagnostic: Diagnostic };

/** As it stands, or else mended. */
function readExample(page: PageText, text: string, from: number, pointer: string): ExampleRead {
  const origin = page.origin(from, pointer);
  const asItStands = /[[{]/.test(text.charAt(from)) ? readJsonIn({ text, origin: page.origin }, from, pointer) : undefined;
  if (asItStands !== undefined && !("problem" in asItStands))
    return { example: { text: asItStands.text, origin, offset: from, partial: false }, repairs: asItStands.repairs, end: asItStands.end };
  const mended = mendJson(text, from, text.length);
  if (!mended.ok)
    return {
      diagnostic: diagnostic("example-unreadable", page.origin(mended.offset, pointer), { problem: mended.problem }, mended.length),
    };
  const whole: PageText = { text: mended.text, origin: (offset, at) => page.origin(cameFrom(mended.pieces, offset), at) };
  const read = readJsonIn(whole, 0, pointer);
  if ("problem" in read) return { diagnostic: diagnostic("example-unreadable", read.origin, { problem: read.problem }, read.length) };
  const repairs = mended.repairs.map(({ slug, facts, offset, length }) => diagnostic(slug, page.origin(offset, pointer), facts, length));
  const partial = mended.repairs.some(({ slug }) => slug === "json-ellipsis");
  return { example: { text: read.text, origin, offset: from, partial }, repairs: [...repairs, ...read.repairs], end: mended.end };
}

const unread = (page: PageText, offset: number, pointer: string, problem: string): Diagnostic =>
  diagnostic("example-unreadable", page.origin(offset, pointer), { problem });

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\uFEFF]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Where a table's object stands in the examples: at the root (""), or under a member of an envelope ("/data"). */
export function describedAt(values: readonly Json[], fields: readonly string[]): string {
  const known = new Set(fields);
  const fit = (value: Json): number => entries(value).filter(([name]) => known.has(name)).length;
  const members = [...new Set(values.flatMap((value) => entries(value).flatMap(([name, inner]) => (isObject(inner) ? [name] : []))))];
  const scored = members.map((name) => ({
    name,
    score: sum(values.map((value) => entries(value).reduce((most, [key, inner]) => (key === name ? fit(inner) : most), 0))),
  }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score > sum(values.map(fit)) ? pointerBelow("", best.name) : "";
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
