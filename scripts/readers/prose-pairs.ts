// Fields as lines "name: text", where the page's JSON shows the names.
import { isBlankLine, type Line } from "./lines.ts";
import { markedCell } from "./inline-marks.ts";
import { cellPart } from "./prose-cell.ts";
import type { LaidPage, LaidRow, Layout } from "./prose-layout.ts";
import { isTypeCell } from "./prose-types.ts";

const PAIR = /^\s{0,3}[`*_]*([\w$@.[\]-]+)[`*_]*\s*(?:\(([^()]*)\))?[`*_]*\s*(?::|—|–|=|\s-)\s+\S/;

/** At least two such lines, with blank ones between them or none. */
export const pairList: Layout = (page, index) => {
  if (!isPair(page, page.lines[index])) return null;
  const rows: LaidRow[] = [];
  let next = index;
  for (let at = index; at < page.lines.length; at += 1) {
    const line = page.lines[at];
    if (line === undefined) break;
    if (isBlankLine(line)) continue;
    // Right below such a line, one whose name no example has is one too.
    if (!isPair(page, line) && !(at === next && PAIR.test(line.text))) break;
    rows.push(rowOf(line));
    next = at + 1;
  }
  return rows.length < 2 ? null : { rows, strays: [], next };
};

function isPair({ isKnown }: LaidPage, line: Line | undefined): boolean {
  const name = line === undefined ? undefined : PAIR.exec(line.text)?.[1];
  return name !== undefined && isKnown(name.split(".").at(-1) ?? name);
}

function rowOf(line: Line): LaidRow {
  const cell = markedCell(line.text, line.offset);
  const [head = "", name = "", inner] = /^([\w$@.[\]-]+)\s*(?:\(([^()]*)\))?\s*(?::|—|–|=|-)\s+/.exec(cell.text) ?? [];
  const isType = inner !== undefined && isTypeCell(inner);
  const at = head.indexOf("(") + 1;
  return {
    cells: {
      name: cellPart(cell, 0, inner === undefined || isType ? name.length : head.lastIndexOf(")") + 1),
      ...(isType ? { type: cellPart(cell, at, at + inner.length) } : {}),
      description: cellPart(cell, head.length),
    },
    offset: cell.pieces[0]?.offset ?? line.offset,
  };
}
