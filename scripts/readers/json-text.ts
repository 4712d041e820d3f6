// JSON text with positions: reads over the damage that examples in documentation have, and reports every repair.
import type { Json } from "../contract.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { CLOSE_ARRAY, CLOSE_OBJECT, COLON, COMMA, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from "./json-scanner.ts";
import { beginsValue, fail, failExpecting, isBlank, readString, readWord, skipBlank } from "./json-scanner.ts";
import type { Problem, Repair, Scanner } from "./json-scanner.ts";

/** Where a value stands: offsets and lengths in UTF-16 code units of the text. */
interface Place {
  readonly offset: number;
  readonly length: number;
  /** The member's key with its quotation marks. An item and the root have no key: then this is the value's own place. */
  readonly keyOffset: number;
  readonly keyLength: number;
}

/** A value with its places. */
export interface JsonValueText {
  readonly value: Json;
  /** Offset of the value's first code unit, after white space and comments. */
  readonly start: number;
  /** Offset after its last one. */
  readonly end: number;
  /** The place of the value that an RFC 6901 pointer names ("" is the root), or undefined when there is none. */
  readonly place: (pointer: string) => Place | undefined;
}

export type JsonRead = { readonly ok: true; readonly text: JsonValueText; readonly repairs: readonly Repair[] } | Problem;

/**
 * One row of numbers per value, in the order of the text, from which places are made when somebody asks: a table of numbers costs a large
 * document far less than an object per value.
 */
interface Spans {
  rows: Int32Array;
  count: number;
}

// What a row holds: offsets of the value and of its key (-1 for none), and the first row that is not of a value inside this one.
const START = 0;
const END = 1;
const KEY = 2;
const NEXT = 3;
const COLUMNS = 4;

interface Members {
  [key: string]: Json;
}

/** An array or object that is still being read; `span` is its row in {@link Spans}. */
type Container =
  | { readonly closer: "]"; readonly span: number; readonly items: Json[] }
  | { readonly closer: "}"; readonly span: number; readonly members: Members; key: string; keyStart: number };

/** Deeper values are refused: no document for people is, and everything after this recurses. */
export const MOST_LEVELS = 500;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads one JSON value (RFC 8259) that begins at `from`, after any white space and comments, and stops at its end: what follows is the
 * caller's business. Text that is JSON gives what `JSON.parse` gives. Read over and reported, in the order of the text: comments, a comma
 * before a closer, a missing comma where white space stands instead, a key that stands twice (the last one counts).
 */
export function readJson(text: string, from = 0): JsonRead {
  const at = from === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : from;
  const scanner: Scanner = { text, at, repairs: [], problem: undefined };
  const spans: Spans = { rows: new Int32Array(64 * COLUMNS), count: 0 };
  const value = readTree(scanner, spans);
  if (scanner.problem !== undefined) return scanner.problem;
  const repairs = scanner.repairs.toSorted((a, b) => a.offset - b.offset);
  return { ok: true, text: { value, start: cell(spans, 0, START), end: scanner.at, place: placesIn(text, spans) }, repairs };
}

/** Whether only white space of JSON (RFC 8259, section 2) follows an offset. */
export function restIsBlank(text: string, from: number): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at >= text.length;
}

/** Reads a value with all that it holds. A loop with a list of the open containers: deep data cannot overflow the stack. */
function readTree(scanner: Scanner, spans: Spans): Json {
  const open: Container[] = [];
  skipBlank(scanner);
  for (;;) {
    let span = beginSpan(scanner, spans, open.at(-1));
    const opened = openContainer(scanner, span);
    if (opened !== undefined && open.length === MOST_LEVELS) fail(scanner, scanner.at - 1, 1, "the value is more than 500 levels deep");
    if (opened !== undefined && toFirstValue(scanner, opened)) {
      open.push(opened);
      continue;
    }
    let value = opened === undefined ? readScalar(scanner) : contents(opened);
    // The value is complete; it may be the last one of the container around it, which is complete then too.
    for (;;) {
      endSpan(scanner, spans, span);
      const around = open.at(-1);
      if (around === undefined || scanner.problem !== undefined) return value;
      put(around, value);
      if (toNextValue(scanner, around)) break;
      open.pop();
      value = contents(around);
      span = around.span;
    }
  }
}

const contents = (container: Container): Json => (container.closer === "]" ? container.items : container.members);

const readScalar = (scanner: Scanner): Json => (scanner.text.charCodeAt(scanner.at) === QUOTE ? readString(scanner) : readWord(scanner));

/** Moves past the opener of an array or object. */
function openContainer(scanner: Scanner, span: number): Container | undefined {
  const unit = scanner.text.charCodeAt(scanner.at);
  if (unit !== OPEN_ARRAY && unit !== OPEN_OBJECT) return undefined;
  scanner.at += 1;
  return unit === OPEN_ARRAY ? { closer: "]", span, items: [] } : { closer: "}", span, members: {}, key: "", keyStart: 0 };
}

/** Adds a value to its container. `__proto__` becomes a member like any other. */
function put(container: Container, value: Json): void {
  if (container.closer === "]") container.items.push(value);
  else if (container.key !== "__proto__") container.members[container.key] = value;
  else Object.defineProperty(container.members, container.key, { value, writable: true, enumerable: true, configurable: true });
}

/** Moves from a container's opener to its first value: true; or past its closer, or to a problem: false. */
function toFirstValue(scanner: Scanner, container: Container): boolean {
  skipBlank(scanner);
  return !closes(scanner, container) && toValue(scanner, container);
}

/** Moves from the end of a value to the next one of its container: true; or past the closer, or to a problem: false. */
function toNextValue(scanner: Scanner, container: Container): boolean {
  const { text, at: end } = scanner;
  skipBlank(scanner);
  if (closes(scanner, container)) return false;
  const next = text.charCodeAt(scanner.at);
  if (next === COMMA) {
    const comma = scanner.at;
    scanner.at += 1;
    skipBlank(scanner);
    if (closes(scanner, container)) {
      scanner.repairs.push({ slug: "json-trailing-comma", offset: comma, length: 1, facts: { closer: container.closer } });
      return false;
    }
  } else if ((isBlank(text.charCodeAt(end)) || isBlank(text.charCodeAt(scanner.at - 1))) && begins(container, next)) {
    scanner.repairs.push({ slug: "json-missing-comma", offset: scanner.at, length: 1, facts: {} });
  } else failExpecting(scanner, `"," or "${container.closer}"`);
  return toValue(scanner, container);
}

/** Moves past the closer, if it is next. */
function closes(scanner: Scanner, container: Container): boolean {
  if (scanner.text.charCodeAt(scanner.at) !== (container.closer === "]" ? CLOSE_ARRAY : CLOSE_OBJECT)) return false;
  scanner.at += 1;
  return true;
}

/** Whether a member or an item can begin with a code unit. */
const begins = (container: Container, unit: number): boolean => (container.closer === "]" ? beginsValue(unit) : unit === QUOTE);

/** Moves past the key, if the container is an object, to a value. False when there is a problem. */
function toValue(scanner: Scanner, container: Container): boolean {
  if (!begins(container, scanner.text.charCodeAt(scanner.at)))
    failExpecting(scanner, container.closer === "]" ? "a value" : "a quoted member name");
  if (scanner.problem !== undefined) return false;
  if (container.closer === "]") return true;
  container.keyStart = scanner.at;
  container.key = readString(scanner);
  if (Object.hasOwn(container.members, container.key)) {
    const length = scanner.at - container.keyStart;
    scanner.repairs.push({ slug: "json-duplicate-key", offset: container.keyStart, length, facts: { key: container.key } });
  }
  skipBlank(scanner);
  if (scanner.text.charCodeAt(scanner.at) !== COLON) failExpecting(scanner, '":"');
  scanner.at += 1;
  skipBlank(scanner);
  return scanner.problem === undefined;
}

const cell = ({ rows }: Spans, span: number, column: number): number => rows[span * COLUMNS + column] ?? -1;

/** Notes where a value and its key begin; gives its row. */
function beginSpan(scanner: Scanner, spans: Spans, container: Container | undefined): number {
  const row = spans.count * COLUMNS;
  if (row === spans.rows.length) {
    const wider = new Int32Array(row * 2);
    wider.set(spans.rows);
    spans.rows = wider;
  }
  spans.rows[row + START] = scanner.at;
  spans.rows[row + KEY] = container?.closer === "}" ? container.keyStart : -1;
  spans.count += 1;
  return spans.count - 1;
}

function endSpan(scanner: Scanner, spans: Spans, span: number): void {
  spans.rows[span * COLUMNS + END] = scanner.at;
  spans.rows[span * COLUMNS + NEXT] = spans.count;
}

/** Looks places up by pointer. What a value holds is indexed when it is first passed through. */
function placesIn(text: string, spans: Spans): (pointer: string) => Place | undefined {
  const indexed = new Map<number, ReadonlyMap<string, number>>();
  const childrenOf = (span: number): ReadonlyMap<string, number> => {
    const children = indexed.get(span) ?? childSpans(text, spans, span);
    indexed.set(span, children);
    return children;
  };
  return (pointer) => {
    if (pointer !== "" && !pointer.startsWith("/")) return undefined;
    let span: number | undefined = 0;
    for (const key of pointerKeys(pointer)) span = span === undefined ? undefined : childrenOf(span).get(key);
    return span === undefined ? undefined : placeOf(text, spans, span);
  };
}

/** The row of each item or member, by its position or key. Of two members with one key the last one counts. */
function childSpans(text: string, spans: Spans, span: number): ReadonlyMap<string, number> {
  const children = new Map<string, number>();
  const next = cell(spans, span, NEXT);
  for (let child = span + 1; child < next; child = cell(spans, child, NEXT)) {
    const at = cell(spans, child, KEY);
    children.set(at === -1 ? String(children.size) : keyAt(text, at).key, child);
  }
  return children;
}

function placeOf(text: string, spans: Spans, span: number): Place {
  const offset = cell(spans, span, START);
  const length = cell(spans, span, END) - offset;
  const keyOffset = cell(spans, span, KEY);
  if (keyOffset === -1) return { offset, length, keyOffset: offset, keyLength: length };
  return { offset, length, keyOffset, keyLength: keyAt(text, keyOffset).end - keyOffset };
}

/** Reads a key once more. */
function keyAt(text: string, at: number): { readonly key: string; readonly end: number } {
  const scanner: Scanner = { text, at, repairs: [], problem: undefined };
  const key = readString(scanner);
  return { key, end: scanner.at };
}
