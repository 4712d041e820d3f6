// Finds where a text stops being JSON (RFC 8259).

/** Where a text stops being JSON. */
export interface JsonSyntaxError {
  /** 1-based line. Lines end at LF, CRLF or CR. */
  readonly line: number;
  /** 1-based column, in UTF-16 code units. */
  readonly column: number;
  /** UTF-16 code units before the place. */
  readonly offset: number;
  readonly message: string;
}

/** A token that was read over gives the offset after it. */
type Scan = number | JsonSyntaxError;

/**
 * Finds the first place where a text is not JSON (RFC 8259), or undefined when it is JSON: with what stands before the place a JSON text
 * could still begin. Called only after JSON.parse has thrown, because engines word the error differently and not all of them give the place.
 */
export function jsonSyntaxError(text: string): JsonSyntaxError | undefined {
  // A list instead of recursion: deep data must not overflow the stack.
  const closers: string[] = [];
  let at = skipSpace(text, 0);
  let expected = "a value";
  for (;;) {
    // A value begins here, or a member of an object with its name.
    if (closers.at(-1) === "}") {
      const value = scanName(text, at, expected);
      if (typeof value !== "number") return value;
      at = value;
      expected = "a value";
    }
    const opened = text[at] === "{" ? "}" : text[at] === "[" ? "]" : undefined;
    if (opened !== undefined) {
      closers.push(opened);
      at = skipSpace(text, at + 1);
      expected = opened === "}" ? 'a member name or "}"' : 'a value or "]"';
      if (text[at] !== opened) continue;
    } else {
      const end = scanScalar(text, at, expected);
      if (typeof end !== "number") return end;
      at = skipSpace(text, end);
    }
    // A value has ended, or the last one of some containers, which end with it.
    while (closers.length > 0 && text[at] === closers.at(-1)) {
      closers.pop();
      at = skipSpace(text, at + 1);
    }
    const closer = closers.at(-1);
    if (closer === undefined) return at === text.length ? undefined : unexpected(text, at, "the end of the text");
    if (text[at] !== ",") return unexpected(text, at, `"," or "${closer}"`);
    at = skipSpace(text, at + 1);
    expected = closer === "}" ? "a member name" : "a value";
  }
}

/** A member's name and its colon; the value comes next. */
function scanName(text: string, from: number, expected: string): Scan {
  const end = text[from] === '"' ? scanString(text, from) : unexpected(text, from, expected);
  if (typeof end !== "number") return end;
  const colon = skipSpace(text, end);
  return text[colon] === ":" ? skipSpace(text, colon + 1) : unexpected(text, colon, '":"');
}

function scanScalar(text: string, from: number, expected: string): Scan {
  const first = text[from];
  if (first === '"') return scanString(text, from);
  if (first === "-" || isDigit(first)) return scanNumber(text, from);
  const word = ["true", "false", "null"].find((literal) => literal[0] === first);
  if (word === undefined) return unexpected(text, from, expected);
  const wrong = [...word].findIndex((letter, index) => text[from + index] !== letter);
  return wrong === -1 ? from + word.length : unexpected(text, from + wrong, `"${word}"`);
}

function scanString(text: string, from: number): Scan {
  let at = from + 1;
  while (at < text.length) {
    const unit = text.charAt(at);
    if (unit === '"') return at + 1;
    if (unit < " ") return errorAt(text, at, `a string holds ${shown(unit)}, which must be escaped`);
    const end = unit === "\\" ? scanEscape(text, at + 1) : at + 1;
    if (typeof end !== "number") return end;
    at = end;
  }
  return errorAt(text, text.length, "the text ends inside a string");
}

/** What follows a backslash. Where the text ends there, the string says so. */
function scanEscape(text: string, from: number): Scan {
  if (text[from] !== "u") return '"\\/bfnrt'.includes(text.charAt(from)) ? from + 1 : unexpected(text, from, 'an escape such as "\\n"');
  const digits = text.slice(from + 1, from + 5);
  const wrong = digits.search(/[^0-9a-fA-F]/);
  return wrong === -1 ? from + 1 + digits.length : unexpected(text, from + 1 + wrong, "a hexadecimal digit");
}

function scanNumber(text: string, from: number): Scan {
  const whole = text[from] === "-" ? from + 1 : from;
  let end: Scan = text[whole] === "0" ? whole + 1 : scanDigits(text, whole);
  if (typeof end === "number" && text[end] === ".") end = scanDigits(text, end + 1);
  if (typeof end !== "number" || (text[end] !== "e" && text[end] !== "E")) return end;
  return scanDigits(text, text[end + 1] === "+" || text[end + 1] === "-" ? end + 2 : end + 1);
}

/** One digit or more. */
function scanDigits(text: string, from: number): Scan {
  let at = from;
  while (isDigit(text[at])) at += 1;
  return at === from ? unexpected(text, at, "a digit") : at;
}

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= "0" && unit <= "9";

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return at;
}

function unexpected(text: string, at: number, expected: string): JsonSyntaxError {
  const point = text.codePointAt(at);
  return errorAt(text, at, `expected ${expected} but ${point === undefined ? "the text ends" : `found ${shown(String.fromCodePoint(point))}`}`);
}

/** A character in quotation marks, or its number where it cannot be seen. */
function shown(character: string): string {
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return character === '"' ? "'\"'" : `"${character}"`;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function errorAt(text: string, offset: number, message: string): JsonSyntaxError {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1, offset, message };
}
