// Tables whose cells are parted by pipes (GitHub's tables, and the same without the outer pipes), by tabs, or by two blanks and more.
import { markedCell } from "./inline-marks.ts";
import { isBlankLine, type Line } from "./lines.ts";
import { type Cell, plainCell, stackCells } from "./prose-cell.ts";
import { type Role, tableRoles } from "./prose-columns.ts";
import type { LaidRow, LaidTable, Layout } from "./prose-layout.ts";
import { isTypeCell } from "./prose-types.ts";

/** How the cells of a line are parted. */
interface Parting {
  readonly cellsOf: (line: Line) => readonly Cell[] | null;
}

const PIPES: Parting = {
  cellsOf: (line) => (line.text.includes("|") ? cut(line, /(?<!\\)\|/g, markedCell, true) : null),
};
const TABS: Parting = { cellsOf: (line) => (line.text.includes("\t") ? cut(line, /\t+/g, plainCell, false) : null) };
const BLANKS: Parting = { cellsOf: (line) => (/\S {2,}\S/.test(line.text) ? cut(line, / {2,}/g, plainCell, false) : null) };

const DELIMITERS = /^[\s|:-]*-[\s|:-]*$/;

export const partedTable: Layout = ({ lines }, index) => {
  const header = lines[index];
  if (header === undefined) return null;
  for (const parting of [PIPES, TABS, BLANKS]) {
    const roles = tableRoles((parting.cellsOf(header) ?? []).map(({ text }) => text));
    if (roles !== null) return tableBelow(lines, index, roles, parting);
  }
  return null;
};

/** A table of other things than fields: its header and all of its rows, so that they are no lines of text. */
export function otherTable(lines: readonly Line[], index: number): { readonly header: readonly Cell[]; readonly next: number } | null {
  const header = lines[index];
  const delimiters = lines[index + 1];
  if (header === undefined || delimiters === undefined || !header.text.includes("|")) return null;
  if (!DELIMITERS.test(delimiters.text) || !delimiters.text.includes("|")) return null;
  let next = index + 2;
  while (lines[next]?.text.includes("|") === true) next += 1;
  return { header: PIPES.cellsOf(header) ?? [], next };
}

function tableBelow(lines: readonly Line[], index: number, roles: readonly Role[], parting: Parting): LaidTable {
  const rows: LaidRow[] = [];
  const strays: Line[] = [];
  let next = index + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || isBlankLine(line)) break;
    if (next === index + 1 && DELIMITERS.test(line.text)) continue;
    const cells = parting.cellsOf(line);
    if (cells === null || cells.length === 1) strays.push(line);
    else rows.push(rowOf(line, cells, roles));
  }
  return { rows, strays, next };
}

/** A row by its columns. Where its type stands in another column than it should, a cell before it is lost, or one too many. */
function rowOf(line: Line, cells: readonly Cell[], roles: readonly Role[]): LaidRow {
  const typeAt = roles.indexOf("type");
  const offset = line.offset + line.text.length - line.text.trimStart().length;
  const isType = (index: number): boolean => isTypeCell(cells[index]?.text ?? "");
  // `| string | E-mail address |` below Name, Type, Description: the name is lost, and all moved to the left.
  const isShort = cells.length < roles.length || (cells[typeAt]?.text === "" && cells.at(-1)?.text === "");
  const moved = typeAt > 0 && isShort && !isType(typeAt) && isType(typeAt - 1);
  const shift = moved ? 1 : 0;
  const byRole: { [role in Role]?: Cell } = Object.fromEntries(
    roles.flatMap((role, index) => {
      const cell = cells[index - shift];
      return cell === undefined || (moved && index === 0) ? [] : [[role, cell] as const];
    }),
  );
  // A name that is struck out is one of the past.
  const { name } = byRole;
  if (name !== undefined && /^\s*\|?\s*~~/.test(line.text)) byRole.name = stackCells([name, { ...name, text: "deprecated" }]);
  const lost = moved ? "name" : cells.length < roles.length ? roles[cells.length] : undefined;
  return { cells: byRole, offset, ...(lost === undefined ? {} : { lost }) };
}

function cut({ text, offset }: Line, separator: RegExp, cellOf: (raw: string, offset: number) => Cell, outer: boolean): readonly Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    cells.push(cellOf(text.slice(from, match.index), offset + from));
    from = match.index + match[0].length;
  }
  cells.push(cellOf(text.slice(from), offset + from));
  if (outer && /^\s*\|/.test(text)) cells.shift();
  if (outer && /(?<!\\)\|\s*$/.test(text)) cells.pop();
  return cells;
}

/** Whether a line is the header of such a table. */
export const isPartedHeader = (text: string): boolean =>
  /[|\t]| {2}/.test(text) &&
  tableRoles(
    text
      .split(/\||\t+| {2,}/)
      .map(stripped)
      .filter((cell) => cell !== ""),
  ) !== null;

const stripped = (cell: string): string => cell.replace(/[*_`]/g, "").trim();
