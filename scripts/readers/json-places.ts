// Where the values of a JSON text stand: a row of numbers a value, from which places are made when somebody asks.
import { pointerKeys } from "../lib/pointer.ts";
import { BACKSLASH, QUOTE, readString, type Scanner, stringEnd } from "./json-scanner.ts";

/** Where a value stands: offsets and lengths in UTF-16 code units of the text. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  /** The member's key with its quotation marks. An item and the root have no key: then this is the value's own place. */
  readonly keyOffset: number;
  readonly keyLength: number;
}

/**
 * One row of numbers per value, in the order of the text, from which places are made when somebody asks: a table of numbers costs a large
 * document far less than an object per value.
 */
export interface Spans {
  rows: Int32Array;
  count: number;
}

// What a row holds: offsets of the value and of its key (-1 for none), and the first row that is not of a value inside this one.
export const START = 0;
export const END = 1;
export const KEY = 2;
export const NEXT = 3;
export const COLUMNS = 4;

export const cell = ({ rows }: Spans, span: number, column: number): number => rows[span * COLUMNS + column] ?? -1;

/** Looks places up by pointer, from the last one on. */
export function placesIn(text: string, spans: Spans): (pointer: string) => Place | undefined {
  const wide = new Map<number, ReadonlyMap<string, number>>();
  const childOf = (span: number, key: string): number | undefined => {
    const index = wide.get(span);
    if (index !== undefined) return index.get(key);
    const next = cell(spans, span, NEXT);
    const position = INDEX.test(key) ? Number(key) : -1;
    let found: number | undefined;
    let count = 0;
    for (let child = span + 1; child < next; child = cell(spans, child, NEXT)) {
      const at = cell(spans, child, KEY);
      if (at === -1 ? count === position : isKeyAt(text, at, key)) found = child;
      count += 1;
    }
    if (count >= WIDE) wide.set(span, childSpans(text, spans, span));
    return found;
  };
  const path: Step[] = [{ key: "", span: 0 }];
  return (pointer) => {
    if (pointer !== "" && !pointer.startsWith("/")) return undefined;
    const keys = pointerKeys(pointer);
    let depth = 0;
    while (depth < keys.length && path[depth + 1]?.key === keys[depth]) depth += 1;
    path.length = depth + 1;
    for (const key of keys.slice(depth)) {
      const span = childOf(path.at(-1)?.span ?? 0, key);
      if (span === undefined) return undefined;
      path.push({ key, span });
    }
    return placeOf(text, spans, path.at(-1)?.span ?? 0);
  };
}

/** A value on the way to the last one that was looked up: the next one is mostly near it. */
interface Step {
  readonly key: string;
  readonly span: number;
}

const INDEX = /^(0|[1-9]\d*)$/;

/** What holds so many values is indexed when it was looked through once; others are read again, which is cheap and takes no memory. */
const WIDE = 32;

/** The row of each item or member, by its position or key. Of two members with one key the last one counts. */
function childSpans(text: string, spans: Spans, span: number): ReadonlyMap<string, number> {
  const children = new Map<string, number>();
  const next = cell(spans, span, NEXT);
  for (let child = span + 1; child < next; child = cell(spans, child, NEXT)) {
    const at = cell(spans, child, KEY);
    children.set(at === -1 ? String(children.size) : keyAt(text, at), child);
  }
  return children;
}

function placeOf(text: string, spans: Spans, span: number): Place {
  const offset = cell(spans, span, START);
  const length = cell(spans, span, END) - offset;
  const keyOffset = cell(spans, span, KEY);
  if (keyOffset === -1) return { offset, length, keyOffset: offset, keyLength: length };
  return { offset, length, keyOffset, keyLength: stringEnd(text, keyOffset) - keyOffset };
}

/** Whether the key that begins at an offset is `key`. */
function isKeyAt(text: string, at: number, key: string): boolean {
  if (text.charCodeAt(at + 1 + key.length) === QUOTE && text.startsWith(key, at + 1) && !key.includes("\\")) return true;
  const first = text.charCodeAt(at + 1);
  // A key that begins with another character is another one, unless that is an escape.
  if (first !== key.charCodeAt(0) && first !== BACKSLASH) return false;
  return text.slice(at, stringEnd(text, at)).includes("\\") && keyAt(text, at) === key;
}

/** Reads a key once more. */
function keyAt(text: string, at: number): string {
  const scanner: Scanner = { text, at, repairs: [], problem: undefined };
  return readString(scanner);
}
