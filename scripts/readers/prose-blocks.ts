// A page of text or Markdown as a list of blocks: headings, lines of text, tables of fields in any layout, and regions of JSON.
import { isBlankLine, type Line } from "./lines.ts";
import { numberedLines } from "./line-numbers.ts";
import { markedCell } from "./inline-marks.ts";
import { cutRow } from "./glued-row.ts";
import { jsonRegion } from "./json-region.ts";
import { bulletList } from "./prose-bullets.ts";
import type { Cell } from "./prose-cell.ts";
import { fieldLines, isFieldLine } from "./prose-field-lines.ts";
import { gluedTable } from "./prose-glued.ts";
import { FIELD_NAME, type LaidPage, type LaidTable, type Layout } from "./prose-layout.ts";
import { pairList } from "./prose-pairs.ts";
import { otherTable, partedTable } from "./prose-piped.ts";
import { stackedTable } from "./prose-stacked.ts";
import { isTypeCell } from "./prose-types.ts";

export type Block =
  | { readonly kind: "heading"; readonly text: string; readonly depth: number; readonly line: Line }
  | { readonly kind: "text"; readonly text: string; readonly line: Line }
  | { readonly kind: "table"; readonly table: LaidTable; readonly line: Line }
  | { readonly kind: "other table"; readonly header: readonly Cell[]; readonly line: Line }
  /** Text that states something and that no layout reads. */
  | { readonly kind: "stray"; readonly line: Line }
  /** JSON, whole or damaged, in a range of the page. */
  | { readonly kind: "json"; readonly from: number; readonly to: number; readonly line: Line };

const LAYOUTS: readonly Layout[] = [partedTable, gluedTable, stackedTable, bulletList, pairList, fieldLines];

/** A heading without a mark stands below all that have one. */
const UNMARKED = 9;

const MARKED_HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const FENCE = /^\s*(`{3,}|~{3,})\s*([\w+-]*)/;
const JSON_LANGUAGES = /^(?:json[5c]?|jsonc|hjson|)$/i;
/** Languages in which an object of JSON can be written as it is. */
const LITERAL_LANGUAGES = /^(?:js|javascript|ts|typescript|http|text|txt|plaintext|plain|python|py|yaml|ruby|php)$/i;
const REQUEST = /^\s*(?:(?:GET|POST|PUT|PATCH|DELETE)\s+\S|HTTP\/\d)/;
/** Lines that structure a page and say nothing: tags by themselves, imports, admonitions, rules, comments. */
const FURNITURE =
  /^\s*(?:<\/?[\w.]+(?:\s[^<>]*)?\/?>\s*|<!--.*-->\s*|import\s.*\bfrom\s+["'].*|export\s.*|:::.*|[-*_=]{3,}\s*|copy(?: code| to clipboard)?\s*|JSON\s*)$/i;

/** Reads lines into blocks; what is blank or only structure is none. */
export function pageBlocks(page: LaidPage): readonly Block[] {
  const { lines } = page;
  const blocks: Block[] = [];
  // Where headings have marks, lines without one are text.
  const isMarked = lines.some(({ text }) => MARKED_HEADING.test(text));
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    const taken = (index === 0 ? frontMatter(lines) : null) ?? blockAt(page, index, line, isMarked);
    blocks.push(...taken.blocks);
    index = Math.max(taken.next, index + 1);
  }
  return blocks;
}

interface Taken {
  readonly blocks: readonly Block[];
  readonly next: number;
}

function blockAt(page: LaidPage, index: number, line: Line, isMarked: boolean): Taken {
  const { lines } = page;
  const one = (...blocks: readonly Block[]): Taken => ({ blocks, next: index + 1 });
  if (isBlankLine(line)) return one();
  const fence = FENCE.exec(line.text);
  if (fence !== null) return fenced(lines, index, fence[1] ?? "", fence[2] ?? "");
  const heading = MARKED_HEADING.exec(line.text);
  if (heading !== null) return one({ kind: "heading", text: markedCell(heading[2] ?? "", 0).text, depth: heading[1]?.length ?? 1, line });
  for (const layout of LAYOUTS) {
    const table = layout(page, index);
    if (table !== null) return { blocks: [{ kind: "table", table, line }], next: table.next };
  }
  const other = otherTable(lines, index);
  if (other !== null) return { blocks: [{ kind: "other table", header: other.header, line }], next: other.next };
  const region = jsonRegion(lines, index);
  if (region !== null) return { blocks: [{ kind: "json", from: line.offset, to: region.to, line }], next: region.next };
  if (FURNITURE.test(line.text)) return one();
  const { text } = markedCell(line.text, 0);
  // A line underlined by signs, and one in bold, are headings.
  if (/^\s*(?:=+|-{3,})\s*$/.test(lines[index + 1]?.text ?? "") && text.length < 80) return one({ kind: "heading", text, depth: 2, line });
  if (isUnreadRow(line, page)) return one({ kind: "stray", line });
  const isNamed = isMarked ? /^\*\*[^*]+\*\*:?\s*$/.test(line.text) : isHeading(text);
  return one(isNamed ? { kind: "heading", text: text.trim().replace(/:$/, ""), depth: UNMARKED, line } : { kind: "text", text, line });
}

/** A line that names what follows: short, and no sentence. */
const isHeading = (line: string): boolean => line.length < 80 && !/[.!?:;,]\s*$/.test(line) && !/^\s*[-*+•]\s/.test(line);

/** A line that looks like a field's and stands in no table: a glued row, or a bullet that begins with a name as code. */
function isUnreadRow(line: Line, page: LaidPage): boolean {
  const { isKnown } = page;
  const bullet = /^\s*[-*+•]\s+`([^`]+)`/.exec(line.text)?.[1];
  if (bullet !== undefined) return FIELD_NAME.test(bullet);
  const [, name = "", type = ""] = /^\s*([\w.$-]+)\s+(\S.{0,60})$/.exec(line.text) ?? [];
  // "amount integer optional": a field by itself, without a table around it.
  if (/^(?:string|integer|number|boolean|float|decimal|uuid|timestamp|datetime)\b/i.test(type) && isKnown(name) && isTypeCell(type))
    return true;
  if (isFieldLine(page, line)) return true;
  const cut = /^\S*[a-z](?:string|integer|number|boolean|object|array)[A-Z]/.test(line.text) ? cutRow(line, isKnown) : null;
  return cut !== null;
}

function fenced(lines: readonly Line[], index: number, fence: string, language: string): Taken {
  let next = index + 1;
  const closes = (text: string): boolean => text.trimStart().startsWith(fence) || text.trimEnd().endsWith(fence);
  while (next < lines.length && !closes(lines[next]?.text ?? "")) next += 1;
  const shown = lines.slice(index + 1, next).filter((line) => !isBlankLine(line));
  // The body of a request stands below its headers.
  const body = REQUEST.test(shown[0]?.text ?? "")
    ? Math.max(
        0,
        shown.findIndex(({ text }) => /^\s*[[{]/.test(text)),
      )
    : 0;
  const told = shown.slice(body);
  const [first] = told;
  const begins = told.find(({ text }) => !/^\s*(?:\/\/|\/\*|\*|#)/.test(text))?.text ?? "";
  const last = lines[next];
  // A fence may be closed at the end of a line.
  const to = last === undefined ? endOf(lines) : last.offset + Math.max(0, last.text.lastIndexOf(fence));
  const isObject = /^\s*\{\s*$/.test(first?.text ?? "") && /^\s*"[^"]*"\s*:/.test(told[1]?.text ?? "");
  const isJson =
    first !== undefined &&
    ((LITERAL_LANGUAGES.test(language) && isObject) || JSON_LANGUAGES.test(language)) &&
    (language !== "" || /^\s*(?:[[{]|"[^"]*"\s*:)/.test(begins) || numberedLines(lines, lines.indexOf(first)) > 0);
  return { blocks: isJson ? [{ kind: "json", from: first.offset, to, line: first }] : [], next: next + 1 };
}

const endOf = (lines: readonly Line[]): number => {
  const last = lines.at(-1);
  return last === undefined ? 0 : last.offset + last.text.length;
};

/** YAML between two rules at the top of a page: its title is the page's. */
function frontMatter(lines: readonly Line[]): Taken | null {
  if (!/^---\s*$/.test(lines[0]?.text ?? "")) return null;
  const end = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line.text));
  if (end === -1) return null;
  const line = lines.slice(1, end).find(({ text }) => text.startsWith("title:"));
  const title =
    line?.text
      .replace(/^title:\s*/, "")
      .replace(/^(["'])(.*)\1\s*$/, "$2")
      .trim() ?? "";
  return { blocks: line === undefined || title === "" ? [] : [{ kind: "heading", text: title, depth: 1, line }], next: end + 1 };
}
