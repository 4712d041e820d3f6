// The quick way through a text that is JSON: the engine makes the value, and one look at the text notes where its parts stand.
import type { Json } from "../contract.ts";
import { isArray } from "../lib/json.ts";
import { COLUMNS, END, KEY, NEXT, type Spans, START } from "./json-places.ts";
import { CLOSE_ARRAY, CLOSE_OBJECT, COLON, OPEN_ARRAY, OPEN_OBJECT, QUOTE, stringEnd } from "./json-scanner.ts";

/** A value and its rows, when a text from an offset on is JSON (RFC 8259) of so many levels in which no key stands twice; null otherwise. */
export function plainJson(
  text: string,
  from: number,
  mostLevels: number,
): { readonly value: Json; readonly spans: Spans; readonly end: number } | null {
  let value: Json;
  try {
    value = JSON.parse(from === 0 ? text : text.slice(from));
  } catch {
    return null;
  }
  const scanned = scan(text, from, mostLevels);
  // A key that stands twice has two rows and one value.
  return scanned === null || scanned.spans.count !== countOf(value) ? null : { value, ...scanned };
}

/** How many values a value is made of. */
function countOf(value: Json): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const inner of isArray(value) ? value : Object.values(value)) count += typeof inner === "object" ? countOf(inner) : 1;
  return count;
}

/** The rows of a text that is known to be JSON. */
function scan(text: string, from: number, mostLevels: number): { readonly spans: Spans; readonly end: number } | null {
  // A value takes some twenty code units of most documents.
  let rows = new Int32Array(Math.max(64, (text.length - from) >> 4) * COLUMNS);
  let count = 0;
  const open: number[] = [];
  let key = -1;
  let end = from;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // White space, commas, and the colons behind keys.
    if (unit <= 0x20 || unit === 0x2c || unit === COLON) continue;
    if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      const row = open.pop() ?? 0;
      end = at + 1;
      rows[row + END] = end;
      rows[row + NEXT] = count;
      continue;
    }
    const start = at;
    if (unit === QUOTE) {
      at = stringEnd(text, at) - 1;
      const around = open.at(-1);
      if (key === -1 && around !== undefined && text.charCodeAt(rows[around + START] ?? 0) === OPEN_OBJECT) {
        key = start;
        continue;
      }
    } else if (unit !== OPEN_OBJECT && unit !== OPEN_ARRAY) at = wordEnd(text, at) - 1;
    const row = count * COLUMNS;
    if (row === rows.length) {
      const wider = new Int32Array(row * 2);
      wider.set(rows);
      rows = wider;
    }
    rows[row + START] = start;
    rows[row + KEY] = key;
    key = -1;
    count += 1;
    if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      if (open.length === mostLevels) return null;
      open.push(row);
    } else {
      end = at + 1;
      rows[row + END] = end;
      rows[row + NEXT] = count;
    }
  }
  return { spans: { rows, count }, end };
}

/** The offset behind the number or literal that begins at `at`. */
function wordEnd(text: string, at: number): number {
  let end = at + 1;
  for (let unit = text.charCodeAt(end); unit > 0x20 && unit !== 0x2c && unit !== CLOSE_OBJECT && unit !== CLOSE_ARRAY;)
    unit = text.charCodeAt((end += 1));
  return end;
}
