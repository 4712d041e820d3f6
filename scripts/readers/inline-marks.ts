// Takes the marks of Markdown and HTML out of a cell's text: emphasis, code, links, line breaks, escapes and character references.
import type { Piece } from "./page-text.ts";
import type { Cell } from "./prose-cell.ts";

const ENTITIES: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", nbsp: " " };

/** What is tried at a place, in this order. The first group of a pattern, or what `made` gives, is what a reader sees. */
const MARKS: readonly { readonly pattern: RegExp; readonly made?: (match: RegExpExecArray) => string }[] = [
  { pattern: /\\([!-/:-@[-`{-~])/y },
  { pattern: /``(?! )(.+?)``|`([^`\n]+)`/y, made: (match) => match[1] ?? match[2] ?? "" },
  { pattern: /<br\s*\/?>/iy, made: () => "\n" },
  { pattern: /<\/?(?!(?:string|integer|int|number|object|boolean|uuid|any)[\s,>])[a-z][^<>\n]*>/iy, made: () => "" },
  { pattern: /&(amp|lt|gt|quot|apos|#39|nbsp);/y, made: (match) => ENTITIES[match[1] ?? ""] ?? "" },
];

/** Marks around a text that may hold marks itself: its group is read once more. */
const AROUND: readonly RegExp[] = [
  /!?\[([^\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/y,
  /\*\*(?=\S)([^\n]+?)\*\*/y,
  /~~(?=\S)([^\n]+?)~~/y,
  /\*(?=[^\s*])([^*\n]+?)(?<=\S)\*/y,
  /(?<!\w)__(?=\S)([^\n]+?)(?<=\S)__(?!\w)/y,
  /(?<!\w)_(?=[^\s_])([^\n]+?)(?<=\S)_(?!\w)/y,
];

/** A cell from Markdown, without the space around it. `offset` is where `raw` stands in the page. */
export function markedCell(raw: string, offset: number): Cell {
  let text = "";
  const pieces: Piece[] = [];
  const add = (made: string, from: number): void => {
    // A cell begins with its first visible character.
    const shown = text === "" ? made.trimStart() : made;
    if (shown === "") return;
    pieces.push({ at: text.length, offset: offset + from + made.length - shown.length });
    text += shown;
  };
  const read = (from: number, to: number): void => {
    let at = from;
    let plain = from;
    while (at < to) {
      const found = /[\\`<&![*~_]/.test(raw.charAt(at)) ? markAt(raw, at, to) : null;
      if (found === null) {
        at += 1;
        continue;
      }
      add(raw.slice(plain, at), plain);
      if (found.inner === null) add(found.made, at);
      else read(...found.inner);
      at = plain = found.end;
    }
    add(raw.slice(plain, to), plain);
  };
  read(0, raw.length);
  return { text: text.trimEnd(), pieces: pieces.length > 0 ? pieces : [{ at: 0, offset }] };
}

interface Mark {
  readonly end: number;
  readonly made: string;
  /** The range of a text that is read on. */
  readonly inner: readonly [from: number, to: number] | null;
}

function markAt(raw: string, at: number, to: number): Mark | null {
  for (const { pattern, made } of MARKS) {
    pattern.lastIndex = at;
    const match = pattern.exec(raw);
    if (match !== null && pattern.lastIndex <= to)
      return { end: at + match[0].length, made: made === undefined ? (match[1] ?? "") : made(match), inner: null };
  }
  for (const pattern of AROUND) {
    pattern.lastIndex = at;
    const match = pattern.exec(raw);
    const inner = match?.[1];
    if (match === null || inner === undefined || pattern.lastIndex > to) continue;
    const from = at + match[0].indexOf(inner);
    return { end: at + match[0].length, made: "", inner: [from, from + inner.length] };
  }
  return null;
}
