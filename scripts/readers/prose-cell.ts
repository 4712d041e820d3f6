// A cell of a table on a page: its text without marks, and where each part of it stands.
import { cameFrom, type Piece } from "./page-text.ts";

/** Lines of a cell are parted by "\n". */
export interface Cell {
  readonly text: string;
  /** From the cell's text to the page's. */
  readonly pieces: readonly Piece[];
}

/** Where a place of a cell stands in the page. */
export const cellOffset = ({ pieces }: Cell, at = 0): number => cameFrom(pieces, at);

/** A cell from a text as it stands on the page, without the space around it. */
export function plainCell(text: string, offset: number): Cell {
  const trimmed = text.trim();
  return { text: trimmed, pieces: [{ at: 0, offset: offset + (trimmed === "" ? 0 : text.indexOf(trimmed)) }] };
}

/** A part of a cell, without the space around it. */
export function cellPart(cell: Cell, from: number, to = cell.text.length): Cell {
  const part = cell.text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const text = part.trim();
  const later = cell.pieces
    .filter(({ at }) => at > start && at < start + text.length)
    .map(({ at, offset }) => ({ at: at - start, offset }));
  return { text, pieces: [{ at: 0, offset: cellOffset(cell, start) }, ...later] };
}

/** Cells one below the other as one. Empty ones add nothing. */
export function stackCells(cells: readonly Cell[]): Cell {
  const told = cells.filter(({ text }) => text !== "");
  let text = "";
  const pieces: Piece[] = [];
  for (const cell of told) {
    const start = text === "" ? 0 : text.length + 1;
    pieces.push(...cell.pieces.map(({ at, offset }) => ({ at: at + start, offset })));
    text = text === "" ? cell.text : `${text}\n${cell.text}`;
  }
  return { text, pieces: pieces.length > 0 ? pieces : (cells[0]?.pieces ?? []) };
}
