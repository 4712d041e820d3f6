// JSON text with positions: reads over the damage that examples in documentation have, and reports every repair.
import type { Json } from "../contract.ts";
import { cell, COLUMNS, END, KEY, NEXT, type Place, placesIn, type Spans, START } from "./json-places.ts";
import { plainJson } from "./json-spans.ts";
import { CLOSE_ARRAY, CLOSE_OBJECT, COLON, COMMA, OPEN_ARRAY, OPEN_OBJECT, QUOTE } from "./json-scanner.ts";
import { beginsValue, fail, failExpecting, isBlank, readString, readWord, skipBlank } from "./json-scanner.ts";
import type { Problem, Repair, Scanner } from "./json-scanner.ts";

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
  const plain = from === 0 ? plainJson(text, at, MOST_LEVELS) : null;
  if (plain !== null) {
    const { value, spans, end } = plain;
    return { ok: true, text: { value, start: cell(spans, 0, START), end, place: placesIn(text, spans) }, repairs: [] };
  }
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
