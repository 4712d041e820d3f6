// A table whose cells run together, one row a line, with the values of a cell on lines of their own.
import { cutRow } from "./glued-row.ts";
import { isBlankLine, type Line } from "./lines.ts";
import { type Cell, plainCell, stackCells } from "./prose-cell.ts";
import { gluedRoles } from "./prose-columns.ts";
import type { LaidRow, Layout } from "./prose-layout.ts";
import { isValueLine } from "./prose-values.ts";

/** From the header to a blank line, or to the next header. */
export const gluedTable: Layout = ({ lines, isKnown }, index) => {
  const roles = gluedRoles(lines[index]?.text ?? "");
  if (roles === null || !roles.includes("type")) return null;
  const rows: LaidRow[] = [];
  const strays: Line[] = [];
  let next = index + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || isBlankLine(line) || gluedRoles(line.text) !== null) break;
    const row = cutRow(line, isKnown, roles);
    const last = rows.at(-1);
    if (last !== undefined && isContinued(last) && (row === null || (isValueLine(line.text) && !isKnown(nameOf(row)))))
      rows[rows.length - 1] = withLine(last, plainCell(line.text, line.offset));
    else if (row !== null) rows.push(row);
    else strays.push(line);
  }
  return { rows, strays, next };
};

const nameOf = (row: LaidRow): string => row.cells.name?.text ?? "";

/** Whether a list of values goes on below a row: its text ends with a colon, or with such a value. */
const isContinued = ({ cells }: LaidRow): boolean =>
  /:\s*(\n[^\n]*)*$/.test(cells.description?.text ?? "") && (cells.description?.text ?? "").split("\n").slice(1).every(isValueLine);

const withLine = (row: LaidRow, line: Cell): LaidRow => ({
  ...row,
  cells: { ...row.cells, description: stackCells([...(row.cells.description === undefined ? [] : [row.cells.description]), line]) },
});
