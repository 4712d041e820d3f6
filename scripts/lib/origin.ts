// Places in a text: from an offset to line and column, and back.
import type { Origin } from "../contract.ts";

/** A text with the starts of its lines. */
export interface Located {
  readonly file: string;
  readonly text: string;
  /** Offset of each line's first code unit. */
  readonly lineStarts: readonly number[];
}

/** Prepares a text for {@link originAt}. Lines end at LF, CRLF or CR. */
export function located(file: string, text: string): Located {
  const lineStarts = [0];
  let feed = text.indexOf("\n");
  let back = text.indexOf("\r");
  // The next line feed and the next carriage return are looked for apart: most texts have no carriage return, and are searched once for one.
  while (feed !== -1 || back !== -1) {
    const isBack = back !== -1 && (feed === -1 || back < feed);
    const end = isBack && feed !== back + 1 ? back : feed;
    lineStarts.push(end + 1);
    if (feed !== -1 && feed <= end) feed = text.indexOf("\n", end + 1);
    if (back !== -1 && back <= end) back = text.indexOf("\r", end + 1);
  }
  return { file, text, lineStarts };
}

/** The place of an offset (UTF-16 code units from the start). */
export function originAt({ file, lineStarts }: Located, offset: number, pointer: string): Origin {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, pointer };
}

/** The text of a 1-based line, without its end. */
export function lineText({ text, lineStarts }: Located, line: number): string {
  const start = lineStarts[line - 1] ?? text.length;
  return text.slice(start, lineStarts[line] ?? text.length).replace(/[\r\n]+$/, "");
}

/** Orders origins by file, then line, then column. */
export const compareOrigins = (a: Origin, b: Origin): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

/** Whether a fact or anything else is an origin. */
export const isOrigin = (value: string | Origin): value is Origin => typeof value !== "string";
