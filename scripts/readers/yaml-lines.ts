// Keys and scalars of the fast reader of YAML.
import type { Json } from "../contract.ts";
import { afterSpaces, type Cursor, giveUp, isBlank, lineEnd, toContent } from "./yaml-cursor.ts";
import { foldedBlock, foldedFlow, plainValue, unescaped } from "./yaml-scalar.ts";

/** Longer keys are mistakes (YAML 1.2.2, section 7.4). */
const LONGEST_KEY = 1000;
/** Plain scalars begin with these rarely or never (section 7.3.3). */
export const INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

/** The offset after the quote that closes the scalar at `start`, before `limit`. */
export function quoteEnd(c: Cursor, start: number, limit: number): number | undefined {
  const quote = c.text[start];
  for (let at = start + 1; at < limit; at += 1) {
    if (quote === '"' && c.text[at] === "\\") at += 1;
    else if (c.text[at] === quote) {
      if (quote === '"' || c.text[at + 1] !== "'") return at + 1;
      at += 1;
    }
  }
  return undefined;
}

/** Lines after the first must stand further in than `parent`. */
export function quoted(c: Cursor, start: number, end: number, parent: number): string | undefined {
  const raw = c.text.slice(start + 1, end - 1);
  const lines = raw.split("\n");
  const isAstray = lines.some((line, index) => {
    const indent = line.length - line.trimStart().length;
    return index > 0 && indent <= parent && (indent < line.length || index === lines.length - 1);
  });
  if (isAstray || /\\[ \n]/.test(raw)) return giveUp(c);
  const whole = foldedFlow(lines);
  if (whole === undefined) return giveUp(c);
  return c.text[start] === '"' ? (unescaped(whole) ?? giveUp(c)) : whole.replaceAll("''", "'");
}

export function plain(c: Cursor, source: string): Json | undefined {
  const value = plainValue(source);
  if ((typeof value === "number" || typeof value === "boolean") && String(value) !== source) c.written.set(c.owner, source);
  return value === undefined ? giveUp(c) : value;
}

/** A key is known by its text, and only a text is written as it is. */
export const plainKey = (c: Cursor, key: string): string | undefined =>
  key.length > LONGEST_KEY || key === "" || key === "<<" || key === "null" || key.includes("\t") || String(plainValue(key)) !== key
    ? giveUp(c)
    : key;

/** The key at `pos`, which is left behind its colon; null when there is none. */
export function readKey(c: Cursor): string | null | undefined {
  const start = c.pos;
  const unit = c.text[start] ?? "\n";
  if (unit === '"' || unit === "'") {
    const end = quoteEnd(c, start, lineEnd(c, start));
    const colon = afterSpaces(c, end ?? start);
    if (end === undefined || c.text[colon] !== ":" || !isBlank(c, colon + 1)) return null;
    c.keyLength = end - start;
    c.pos = colon + 1;
    return c.keyLength > LONGEST_KEY ? giveUp(c) : quoted(c, start, end, -1);
  }
  if (INDICATORS.includes(unit)) return null;
  const stop = lineEnd(c, start);
  let at = c.text.indexOf(":", start);
  while (at !== -1 && at < stop && !isBlank(c, at + 1)) at = c.text.indexOf(":", at + 1);
  if (at === -1 || at >= stop) return null;
  const key = c.text.slice(start, at).trimEnd();
  if (key.includes(" #")) return null;
  c.keyLength = key.length;
  c.pos = at + 1;
  return plainKey(c, key);
}

export function isKey(c: Cursor): boolean {
  const start = c.pos;
  const key = readKey(c);
  c.pos = start;
  return key !== null;
}

/** A plain scalar, which may go on on lines that stand further in than `parent`. */
export function plainScalar(c: Cursor, parent: number): Json | undefined {
  let end = lineEnd(c, c.pos);
  const comment = c.text.slice(c.pos, end).indexOf(" #");
  const lines = [c.text.slice(c.pos, comment === -1 ? end : c.pos + comment).trimEnd()];
  let empty = 0;
  for (let start = end + 1; start < c.text.length; start = lineEnd(c, start) + 1) {
    const at = afterSpaces(c, start);
    if (c.text[at] === "\n") empty += 1;
    else if (at >= c.text.length || at - start <= parent || c.text[at] === "#") break;
    else {
      if (comment !== -1 || c.text[at] === "\t") return giveUp(c);
      for (; empty > 0; empty -= 1) lines.push("");
      end = lineEnd(c, at);
      lines.push(c.text.slice(at, end).trimEnd());
    }
  }
  if (lines.some((line) => line.includes(": ") || line.endsWith(":") || line.includes(" #") || line.includes("\t"))) return giveUp(c);
  const whole = foldedFlow(lines);
  const value = whole === undefined ? giveUp(c) : plain(c, whole);
  if (value === undefined) return undefined;
  toContent(c, end + 1);
  return value;
}

/** A scalar in literal or folded style, whose lines stand further in than `parent`. */
export function blockScalar(c: Cursor, parent: number): string | undefined {
  const headerEnd = lineEnd(c, c.pos);
  const [header, explicit = "", chomping = ""] = /^[|>]([1-9]?)([-+]?) *$/.exec(c.text.slice(c.pos, headerEnd)) ?? [];
  const lines: string[] = [];
  let indent = explicit === "" ? -1 : Math.max(parent, 0) + Number(explicit);
  let start = headerEnd + 1;
  for (; start < c.text.length; start = lineEnd(c, start) + 1) {
    const at = afterSpaces(c, start);
    const isEmpty = at >= c.text.length || c.text[at] === "\n";
    if (!isEmpty && indent === -1) indent = at - start;
    if (!isEmpty && (indent <= parent || at - start < indent)) {
      if (at - start > parent) return giveUp(c);
      break;
    }
    if ((isEmpty && indent === -1 && at > start) || c.text[at] === "\t") return giveUp(c);
    lines.push(indent === -1 ? "" : c.text.slice(start + indent, lineEnd(c, at)));
  }
  const last = lines.findLastIndex((line) => line !== "");
  if (header === undefined || start > c.text.length || lines.every((line) => line.trim() === "")) return giveUp(c);
  const content = lines.slice(0, last + 1);
  const body = header.startsWith("|") ? content.join("\n") : foldedBlock(content);
  if (body === undefined) return giveUp(c);
  toContent(c, start);
  return body + (chomping === "-" ? "" : chomping === "+" ? "\n".repeat(lines.length - last) : "\n");
}
