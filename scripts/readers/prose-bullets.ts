// Fields as bullets, their parts behind the name or as bullets below it: "- `amount` (integer, required): In cents."
import { markedCell } from "./inline-marks.ts";
import { isBlankLine, type Line } from "./lines.ts";
import { type Cell, cellPart, stackCells } from "./prose-cell.ts";
import { FIELD_NAME, type LaidPage, type LaidRow, type Layout, QUALIFIER } from "./prose-layout.ts";
import { partsOf } from "./prose-parts.ts";
import { allows, typeCell } from "./prose-types.ts";

const BULLET = /^(\s*)(?:[-*+•◦‣▪]|\d{1,2}[.)])\s+(?=\S)/;
interface Item {
  readonly line: Line;
  readonly index: number;
  readonly depth: number;
  readonly cell: Cell;
  /** Whether its first word is spelt as code, or otherwise marked. */
  readonly marked: boolean;
}

export const bulletList: Layout = (page, index) => {
  // A list is tried where it begins.
  if (BULLET.test(page.lines[index - 1]?.text ?? "")) return null;
  const items = itemsFrom(page.lines, index);
  const [first] = items;
  if (first === undefined) return null;
  const rows: LaidRow[] = [];
  const strays: Line[] = [];
  const open: { readonly depth: number; readonly path: string; readonly row: number }[] = [];
  // The items of a list stand below it; its type may be told after its name.
  const below = ({ path, row }: { readonly path: string; readonly row: number }): string => {
    const type = rows[row]?.cells.type;
    const schema = type === undefined ? undefined : typeCell(type.text)?.schema;
    return schema !== undefined && allows(schema, "array") && !path.endsWith("[]") ? `${path}[]` : path;
  };
  for (const [at, item] of items.entries()) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= item.depth) open.pop();
    const owner = open.at(-1);
    const next = items[at + 1];
    const row = owner === undefined ? undefined : rows[owner.row];
    // The first thing below a field without a type may be its type, even where another field is called so.
    const isType = row !== undefined && row.cells.type === undefined && !item.marked && partsOf(item.cell, 0).type !== null;
    const field = isType ? null : fieldOf(item, next !== undefined && next.depth > item.depth ? next : null, page);
    if (field !== null) {
      const path = owner === undefined ? "" : below(owner);
      const offset = item.cell.pieces[0]?.offset ?? item.line.offset;
      rows.push({ cells: cellsOf(field), offset, ...(owner === undefined ? {} : { below: path }) });
      open.push({ depth: item.depth, path: path === "" ? field.name.text : `${path}.${field.name.text}`, row: rows.length - 1 });
    } else if (owner !== undefined && row !== undefined) rows[owner.row] = withDetail(row, item.cell);
    else strays.push(item.line);
  }
  // A list of other things holds no field, or hardly one; a single field is spelt as code and has its type beside it.
  const isSingle = first.marked && strays.length === 0 && rows[0]?.cells.type !== undefined;
  return rows.length < (isSingle ? 1 : 2) || strays.length > rows.length
    ? null
    : { rows, strays, next: (items.at(-1)?.index ?? index) + 1 };
};

/** The items of a list, to the first line that is none and stands at its margin. A line below an item goes on with it. */
function itemsFrom(lines: readonly Line[], index: number): readonly Item[] {
  const items: Item[] = [];
  for (let at = index; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const bullet = BULLET.exec(line.text);
    if (bullet === null) {
      const last = items.at(-1);
      if (last === undefined) break;
      if (isBlankLine(line)) continue;
      // Indented text goes on with its item.
      if (!/^\s+[^\s[{"`]/.test(line.text) || line.offset === 0) break;
      items[items.length - 1] = { ...last, cell: stackCells([last.cell, markedCell(line.text, line.offset)]), index: at };
      continue;
    }
    const raw = line.text.slice(bullet[0].length);
    items.push({
      line,
      index: at,
      depth: (bullet[1] ?? "").replace(/\t/g, "    ").length,
      cell: markedCell(raw, line.offset + bullet[0].length),
      marked: /^[`*_]/.test(raw),
    });
  }
  return items;
}

interface Field {
  readonly name: Cell;
  readonly qualifiers: readonly Cell[];
  readonly type: Cell | null;
  readonly description: Cell;
}

/** Reads an item as a field; null when nothing shows that it is one. */
function fieldOf({ cell, marked }: Item, below: Item | null, { isKnown }: LaidPage): Field | null {
  const [, word = "", sign = ""] = /^([^\s:,(—–]+?)([*?]?)(?=$|[\s:,(—–])/.exec(cell.text) ?? [];
  if (!FIELD_NAME.test(word) || /^\d+$/.test(word)) return null;
  const end = word.length + sign.length;
  const name = cellPart(cell, 0, end);
  const parts = partsOf(cell, end);
  const spelt = marked || isKnown(word);
  // The type stands below: "- string — The customer's key."
  const typeBelow = below !== null && parts.type === null && !below.marked && partsOf(below.cell, 0).type !== null;
  // "Human-readable text (in English)" is a sentence.
  if (!spelt && !parts.parted && parts.qualifiers.length === 0 && isSentence(cell.text.slice(end), parts.description.text, word))
    return null;
  const isField = parts.type !== null || typeBelow || (parts.qualifiers.length > 0 && spelt) || (isKnown(word) && parts.parted);
  return isField ? { name, qualifiers: parts.qualifiers, type: parts.type, description: parts.description } : null;
}

/** Whether the type behind a word that is not spelt as code stands there as one more word of a sentence. */
const isSentence = (behind: string, description: string, word: string): boolean =>
  /^\s+\w/.test(behind) && (/^\p{Lu}[\p{Ll}-]+$/u.test(word) || description.startsWith("("));

/** Adds what an item below a field says of it: its type, when it is required, its values, or another sentence. */
function withDetail(row: LaidRow, cell: Cell): LaidRow {
  const { name, description } = row.cells;
  if (QUALIFIER.test(cell.text))
    return { ...row, cells: { ...row.cells, name: stackCells([...(name === undefined ? [] : [name]), cell]) } };
  const parts = row.cells.type === undefined ? partsOf(cell, 0) : null;
  if (parts?.type !== null && parts !== null)
    return {
      ...row,
      cells: {
        ...row.cells,
        name: stackCells([...(name === undefined ? [] : [name]), ...parts.qualifiers]),
        type: parts.type,
        description: stackCells([...(description === undefined ? [] : [description]), parts.description]),
      },
    };
  return { ...row, cells: { ...row.cells, description: stackCells([...(description === undefined ? [] : [description]), cell]) } };
}

const cellsOf = ({ name, qualifiers, type, description }: Field): LaidRow["cells"] => ({
  name: stackCells([name, ...qualifiers]),
  ...(type === null ? {} : { type }),
  description,
});
