// Tables whose cells stand one below the other, one line or paragraph a cell: name, type, description, and then the next name.
import { isBlankLine, type Line } from "./lines.ts";
import { cutRow } from "./glued-row.ts";
import { type Cell, cellPart, plainCell, stackCells } from "./prose-cell.ts";
import { gluedRoles, roleOf, type Role, tableRoles } from "./prose-columns.ts";
import { FIELD_NAME, type LaidPage, type LaidRow, type Layout, QUALIFIER } from "./prose-layout.ts";
import { isTypeCell } from "./prose-types.ts";
import { isValueLine } from "./prose-values.ts";

interface Header {
  readonly roles: readonly Role[];
  /** Index of the line after it. */
  readonly next: number;
}

export const stackedTable: Layout = (page, index) => {
  const header = headerAt(page, index);
  if (header === null) return null;
  const { cells, end: stop } = cellsFrom(page, header.next);
  const rows: LaidRow[] = [];
  const strays: Line[] = [];
  const stack = { cells, isKnown: page.isKnown };
  // Up to the last row that is whole, what is no row is damage.
  const last = cells.findLastIndex((_, index) => rowStart(stack, index) !== null);
  let at = 0;
  while (at < cells.length) {
    const row = rowAt(stack, at, header.roles, at < last);
    if (row === null) break;
    if (row.kind === "row") rows.push(row.row);
    else strays.push(...cells.slice(at, row.next).map(({ line }) => line));
    at = row.next;
  }
  const end = cells[at];
  return rows.length === 0 ? null : { rows, strays, next: end?.index ?? stop };
};

/** A header of which each cell has a line of its own, or of names and descriptions glued, whose types stand below the names. */
function headerAt({ lines, isKnown }: LaidPage, index: number): Header | null {
  const first = lines[index];
  if (first === undefined) return null;
  const glued = gluedRoles(first.text);
  if (glued !== null) {
    if (glued.includes("type") && cutBelow(lines, index, isKnown)) return null;
    return { roles: glued.includes("type") ? glued : [glued[0] ?? "name", "type", ...glued.slice(1)], next: index + 1 };
  }
  if (roleOf(first.text) !== "name") return null;
  const words: string[] = [];
  let next = index;
  for (let at = index; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || isBlankLine(line)) continue;
    const role = roleOf(line.text);
    // A field that is called like a column begins the rows.
    const isField = words.some((word) => roleOf(word) === role) || isCapital(line.text) !== isCapital(first.text);
    if (role === null || isField) break;
    words.push(line.text);
    next = at + 1;
  }
  const roles = tableRoles(words);
  // Of words alone, three make a header; two of them may be anything.
  return roles === null || (roles.length < 3 && !roles.includes("type")) ? null : { roles, next };
}

const isCapital = (text: string): boolean => /^\s*\p{Lu}/u.test(text);

const cutBelow = (lines: readonly Line[], index: number, isKnown: (name: string) => boolean): boolean => {
  const below = lines.slice(index + 1, index + 3).find((line) => !isBlankLine(line));
  return below !== undefined && cutRow(below, isKnown) !== null;
};

interface StackedCell extends Cell {
  readonly line: Line;
  readonly index: number;
  /** How many blank lines stand above. */
  readonly gap: number;
}

/** The lines that can be cells: up to JSON, the next header or a heading with a mark. */
function cellsFrom(page: LaidPage, from: number): { readonly cells: readonly StackedCell[]; readonly end: number } {
  const cells: StackedCell[] = [];
  let gap = 0;
  let index = from;
  for (; index < page.lines.length; index += 1) {
    const line = page.lines[index];
    if (line === undefined) break;
    if (isBlankLine(line)) {
      gap += 1;
      continue;
    }
    if (/^\s*(?:[[{]|["'“][^"'”]*["'”]\s*:|```|#{1,6} )/.test(line.text) && !isTypeCell(line.text.trim())) {
      // And what stands above an example may speak of it.
      let end = index;
      while (LABEL.test(cells.at(-1)?.text ?? "")) end = cells.pop()?.index ?? end;
      if (/\b(?:examples?|samples?|payload|json)\b|:$/i.test(cells.at(-1)?.text ?? "")) end = cells.pop()?.index ?? end;
      return { cells, end };
    }
    if (headerAt(page, index) !== null) {
      // What stands right above a header is its heading or the sentence that introduces it.
      const above = cells.pop();
      return { cells, end: above?.index ?? index };
    }
    cells.push({ ...plainCell(line.text, line.offset), line, index, gap });
    gap = 0;
  }
  return { cells, end: index };
}

/** What pages show above code. */
const LABEL = /^(?:copy(?: code| to clipboard)?|json)$/i;

interface Stack {
  readonly cells: readonly StackedCell[];
  readonly isKnown: (name: string) => boolean;
}

type RowRead = { readonly kind: "row"; readonly row: LaidRow; readonly next: number } | { readonly kind: "strays"; readonly next: number };

/** How many cells in a row may be names and types at once. */
const MOST_SHIFTED = 8;

/** Whether a row begins at a cell: a name, perhaps with what qualifies it, above a type. */
function rowStart(stack: Stack, at: number, depth = 0): { readonly typeAt: number } | null {
  const { cells, isKnown } = stack;
  const name = cells[at];
  if (name === undefined || splitName(name.text) === null) return null;
  let typeAt = at + 1;
  while (typeAt < at + 4 && QUALIFIER.test(cells[typeAt]?.text ?? "")) typeAt += 1;
  // A field may be called like a type: of "open", "date", "string" the last two begin a row, unless an example has the first.
  const isShifted =
    typeAt === at + 1 &&
    depth < MOST_SHIFTED &&
    !isKnown(name.text) &&
    !/^enum\b/i.test(cells[at + 2]?.text ?? "") &&
    rowStart(stack, at + 1, depth + 1) !== null;
  return isTypeCell(cells[typeAt]?.text ?? "") && !isShifted ? { typeAt } : null;
}

const splitName = (text: string): RegExpExecArray | null => {
  const found = /^(\S+?)(\*|\?)?(\s+\(?[\w -]+\)?)?$/.exec(text);
  return found !== null && FIELD_NAME.test(found[1] ?? "") && (found[3] === undefined || QUALIFIER.test(found[3].trim())) ? found : null;
};

function rowAt(stack: Stack, at: number, roles: readonly Role[], inside: boolean): RowRead | null {
  const { cells } = stack;
  const first = cells[at];
  if (first === undefined) return null;
  const start = rowStart(stack, at);
  if (start === null) return damagedRow(stack, at) ?? (inside ? { kind: "strays", next: at + 1 } : null);
  let end = start.typeAt + 1;
  const after: Cell[] = [];
  while (QUALIFIER.test(cells[end]?.text ?? "")) after.push(...cells.slice(end, (end += 1)));
  const told: Cell[] = [];
  // Further columns, a cell each: the last of them may go on with values or sentences.
  const further = roles.slice(2);
  const byRole: { [role in Role]?: Cell } = {};
  let lost: Role | undefined;
  for (const role of further) {
    const cell = cells[end];
    const isPresence = (role === "required" || role === "optional") && /^(?:yes|no|true|false)$/i.test(cell?.text ?? "");
    if (cell === undefined || (!isPresence && isRowThere(stack, end)) || cell.gap > usualGap(cells, at) + 1) {
      lost ??= role;
      continue;
    }
    end += 1;
    if (role === "description") told.push(cell);
    else byRole[role] = cell;
  }
  if (further.at(-1) === "description" && told.length > 0) {
    while (goesOn(stack, end, told)) told.push(...cells.slice(end, (end += 1)));
  }
  const name = stackCells([...cells.slice(at, start.typeAt), ...after]);
  const type = cells[start.typeAt];
  return {
    kind: "row",
    next: end,
    row: {
      cells: { ...byRole, name, ...(type === undefined ? {} : { type: cellPart(type, 0) }), description: stackCells(told) },
      offset: first.line.offset,
      ...(lost === undefined ? {} : { lost }),
    },
  };
}

const isRowThere = (stack: Stack, at: number): boolean => rowStart(stack, at) !== null;

/** Blank lines between the cells of a row. */
const usualGap = (cells: readonly StackedCell[], at: number): number => cells[at + 1]?.gap ?? 0;

/** Whether a cell belongs to the text above it: a value of a list, or a sentence right before the next row. */
function goesOn(stack: Stack, at: number, told: readonly Cell[]): boolean {
  const { cells } = stack;
  const cell = cells[at];
  if (cell === undefined || isRowThere(stack, at)) return false;
  const [first, ...values] = told.map(({ text }) => text);
  if (first?.endsWith(":") === true && isValueLine(cell.text) && values.every(isValueLine)) return cell.gap <= usualGap(cells, at - 2);
  return /[.!?]$/.test(cell.text) && isRowThere(stack, at + 1);
}

/** A row that has lost its name or its type; what is neither ends the table. */
function damagedRow(stack: Stack, at: number): RowRead | null {
  const { cells } = stack;
  const [first, second] = [cells[at], cells[at + 1]];
  if (first === undefined) return null;
  // type, description: the name is lost.
  if (isTypeCell(first.text) && second !== undefined && !isTypeCell(second.text)) {
    const next = isRowThere(stack, at + 1) ? at + 1 : at + 2;
    return { kind: "row", next, row: { cells: { type: first, description: second }, offset: first.line.offset, lost: "name" } };
  }
  // name, description, and then a row: the type is lost.
  if (
    second !== undefined &&
    splitName(first.text) !== null &&
    /\s/.test(second.text) &&
    (isRowThere(stack, at + 2) || cells.length === at + 2)
  )
    return { kind: "row", next: at + 2, row: { cells: { name: first, description: second }, offset: first.line.offset, lost: "type" } };
  return null;
}
