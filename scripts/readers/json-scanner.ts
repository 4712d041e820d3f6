// The tokens of JSON (RFC 8259): white space and comments, strings, and the words that are numbers or literals.
import type { Json } from "../contract.ts";

/** A departure from JSON that was read over. The texts are in the catalogue (diagnostics.ts), under `slug`. */
export interface Repair {
  readonly slug:
    | "json-trailing-comma"
    | "json-missing-comma"
    | "json-comment"
    | "json-duplicate-key"
    | "json-fragment"
    | "json-unclosed"
    | "json-opener-missing"
    | "json-closer-stray"
    | "json-ellipsis"
    | "json-spelling"
    | "json-copied-along";
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** Why there is no value, and where: offset and length in UTF-16 code units, and words for a person. */
export interface Problem {
  readonly ok: false;
  readonly offset: number;
  readonly length: number;
  readonly problem: string;
}

/** A place in a text, moved on by the functions below. The first problem stays, and what is read after it means nothing. */
export interface Scanner {
  readonly text: string;
  at: number;
  readonly repairs: Repair[];
  problem: Problem | undefined;
}

// Code units with a meaning (RFC 8259, section 2). Constants and not an object of them: the engine then has the numbers at hand, which is 15 % of the time.
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
const SLASH = 0x2f;
export const BACKSLASH = 0x5c;

/** White space of JSON (RFC 8259, section 2). */
export const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Wider than numbers and literals, so that "01" and "nullable" are one wrong word and not a right one with a rest. */
const isWordUnit = (unit: number): boolean =>
  isDigit(unit) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  unit === 0x2e ||
  (unit >= 0x41 && unit <= 0x5a) ||
  unit === 0x2b ||
  unit === 0x2d ||
  unit === 0x5f;

/** Whether a value can begin with a code unit (RFC 8259, section 3). */
export const beginsValue = (unit: number): boolean =>
  unit === QUOTE ||
  unit === OPEN_OBJECT ||
  unit === OPEN_ARRAY ||
  unit === 0x2d ||
  isDigit(unit) ||
  unit === 0x74 ||
  unit === 0x66 ||
  unit === 0x6e;

function wordEnd(text: string, from: number): number {
  let at = from;
  while (isWordUnit(text.charCodeAt(at))) at += 1;
  return at;
}

/** Notes a problem, unless there is one already. */
export function fail(scanner: Scanner, offset: number, length: number, problem: string): void {
  scanner.problem ??= { ok: false, offset, length, problem };
}

const LONGEST_SHOWN = 40;

/** Notes that something else stands where `expected` should. */
export function failExpecting(scanner: Scanner, expected: string): void {
  const { text, at } = scanner;
  const point = text.codePointAt(at);
  if (point === undefined) return fail(scanner, at, 0, `expected ${expected}, found the end of the text`);
  if (text.startsWith("/*", at)) return fail(scanner, at, 2, "the text ends inside a comment");
  const word = text.slice(at, wordEnd(text, at)) || String.fromCodePoint(point);
  const shown =
    word.length > LONGEST_SHOWN
      ? `"${word.slice(0, LONGEST_SHOWN)}…"`
      : /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(word)
        ? `"${word}"`
        : unicodeName(point);
  fail(scanner, at, word.length, `expected ${expected}, found ${point === QUOTE ? "a string" : shown}`);
}

const unicodeName = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;

/** The offset after the comment that begins at `at`; `at` itself where none does, or none that ends. */
function commentEnd(text: string, at: number): number {
  if (text.startsWith("/*", at)) {
    const close = text.indexOf("*/", at + 2);
    return close === -1 ? at : close + 2;
  }
  if (!text.startsWith("//", at)) return at;
  let end = at + 2;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}

/** Moves past white space and comments. */
export function skipBlank(scanner: Scanner): void {
  const { text } = scanner;
  let { at } = scanner;
  for (let unit = text.charCodeAt(at); isBlank(unit) || unit === SLASH; unit = text.charCodeAt(at)) {
    const end = unit === SLASH ? commentEnd(text, at) : at + 1;
    if (end === at) break;
    if (unit === SLASH) scanner.repairs.push({ slug: "json-comment", offset: at, length: end - at, facts: {} });
    at = end;
  }
  scanner.at = at;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The length of the escape at `at` (RFC 8259, section 7), or 0 where it is none. */
function escapeLength(text: string, at: number): number {
  ESCAPE.lastIndex = at;
  return ESCAPE.test(text) ? ESCAPE.lastIndex - at : 0;
}

/** Reads the string whose quotation mark is next. Lone surrogates stay as they are. */
export function readString(scanner: Scanner): string {
  const { text, at: start } = scanner;
  let escaped = false;
  let at = start + 1;
  for (;;) {
    let unit = text.charCodeAt(at);
    while (unit >= 0x20 && unit !== QUOTE && unit !== BACKSLASH) unit = text.charCodeAt((at += 1));
    if (unit === QUOTE) break;
    const length = unit === BACKSLASH ? escapeLength(text, at) : 0;
    if (length === 0) return failInString(scanner, at);
    escaped = true;
    at += length;
  }
  scanner.at = at + 1;
  if (!escaped) return text.slice(start + 1, at);
  // The token is known to be a string of JSON, so the engine's own decoder is exact and fast.
  const decoded: string = JSON.parse(text.slice(start, at + 1));
  return decoded;
}

/** The offset behind the string that begins at `at`, which must be one. */
export function stringEnd(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    // An even number of backslashes escapes nothing but itself.
    if ((end - before) % 2 === 0) return end + 1;
  }
  return text.length;
}

/** Notes what is wrong at a place in the string that is next. */
function failInString(scanner: Scanner, at: number): string {
  const { text, at: start } = scanner;
  const unit = text.charCodeAt(at);
  if (unit < 0x20) fail(scanner, at, 1, `the string holds the control character ${unicodeName(unit)}, which JSON does not allow`);
  else if (at + 1 < text.length)
    fail(scanner, at, 2, `the string holds "${text.slice(at, at + 2)}", which begins no escape that JSON knows`);
  else fail(scanner, start, text.length - start, "the text ends inside a string");
  return "";
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads a number (RFC 8259, section 6) or a literal (section 3). */
export function readWord(scanner: Scanner): Json {
  const end = wordEnd(scanner.text, scanner.at);
  const word = scanner.text.slice(scanner.at, end);
  const value = word === "true" ? true : word === "false" ? false : word === "null" ? null : NUMBER.test(word) ? Number(word) : undefined;
  if (value === undefined) failExpecting(scanner, "a value");
  else scanner.at = end;
  return value ?? null;
}
