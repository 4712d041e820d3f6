// Lines and table rows of a Markdown page (GitHub's tables), with exact offsets.
import type { Line } from "./lines.ts";

/** A cell of a table: its text as it is written, without the blanks around it. */
export interface Cell {
  readonly text: string;
  /** Offset of its text in the document. */
  readonly offset: number;
}

/** The lines of a page. A lone carriage return ends a line only in a page that has no other line ends: inside a table it is a blank. */
export function markdownLines(text: string): readonly Line[] {
  const ends = text.includes("\n") ? /\r?\n/g : /\r/g;
  const lines: Line[] = [];
  let offset = 0;
  for (const end of text.matchAll(ends)) {
    lines.push({ text: text.slice(offset, end.index), offset, number: lines.length + 1 });
    offset = end.index + end[0].length;
  }
  return [...lines, { text: text.slice(offset), offset, number: lines.length + 1 }];
}

/** Whether a line is the row of dashes below a table's header. */
export const isDashes = ({ text }: Line): boolean => text.includes("-") && /^[ \t]*\|?[ \t]*:?-+:?[ \t|:-]*$/.test(text);

export const isRow = ({ text }: Line): boolean => /^[ \t]*\|/.test(text);

/** The cells of a row. A bar behind a backslash divides none. */
export function cellsOf({ text, offset }: Line): readonly Cell[] {
  const cells: Cell[] = [];
  const last = text.trimEnd().length;
  let start = text.indexOf("|") + 1;
  while (start > 0 && start < last) {
    let end = text.indexOf("|", start);
    while (end > 0 && text.charAt(end - 1) === "\\") end = text.indexOf("|", end + 1);
    if (end === -1) end = last;
    const written = text.slice(start, end);
    const blank = written.length - written.trimStart().length;
    cells.push({ text: written.trim(), offset: offset + start + (blank === written.length ? 0 : blank) });
    start = end + 1;
  }
  return cells;
}

/** What a cell shows: `<br/>` ends a line, and `\|` is a bar. Other marks stay as they are written. */
export const cellText = (text: string): string =>
  text
    .replace(/\r/g, "")
    .replace(/<br\s*\/?>/gi, "\n")
    .replaceAll("\\|", "|")
    .trim();

/** A text without emphasis and code marks around it: "~~`link`~~" is "link". */
export const bareText = (text: string): string => {
  const bare = text.replace(/^(?:~~|\*\*|`)+|(?:~~|\*\*|`)+$/g, "").trim();
  return bare.replace(/\\([!-/:-@[-`{-~])/g, "$1");
};
