// What stands behind a field's name in running text: qualifiers, its type, and its meaning.
import { type Cell, cellPart } from "./prose-cell.ts";
import { QUALIFIER } from "./prose-layout.ts";
import { isTypeCell, typeAt } from "./prose-types.ts";

/** What stands between a name, its type and its meaning. */
const DASH = /^\s*(?:—|–|--?(?=\s)|:)\s*/;

/** What a text says of a field. */
export interface Parts {
  readonly qualifiers: readonly Cell[];
  readonly type: Cell | null;
  readonly description: Cell;
  /** Whether a dash or a colon stands between the name and what follows. */
  readonly parted: boolean;
}

/** What stands behind a name: "(string, required): The key.", "— string — The key.", "string The key." */
export function partsOf(cell: Cell, from: number): Parts {
  const qualifiers: Cell[] = [];
  let type: Cell | null = null;
  let at = from;
  let parted = false;
  for (;;) {
    const rest = cell.text.slice(at);
    const blank = /^\s*/.exec(rest)?.[0].length ?? 0;
    const group = /^\s*[([](?!\])((?:[^()[\]]|\([^()]*\)|\[[^[\]]*\])*)[)\]]/.exec(rest);
    if (group !== null && type === null) {
      const inner = cellPart(cell, at + group[0].indexOf(group[1] ?? ""), at + group[0].indexOf(group[1] ?? "") + (group[1] ?? "").length);
      const told = commaParts(inner);
      if (!told.every(({ text }) => isTypeCell(text) || QUALIFIER.test(text))) break;
      qualifiers.push(...told.filter(({ text }) => QUALIFIER.test(text)));
      type = told.find(({ text }) => isTypeCell(text)) ?? type;
      at += group[0].length;
      continue;
    }
    const qualifier = /^\s*(required|optional|nullable|deprecated)\b(?=\s*(?:$|[—–:,.(-]))/i.exec(rest);
    if (qualifier !== null) {
      qualifiers.push(cellPart(cell, at, at + qualifier[0].length));
      at += qualifier[0].length;
      continue;
    }
    const found: Cell | null = type === null ? leadingType(cellPart(cell, at)) : null;
    if (found !== null) {
      type = found;
      at += blank + found.text.length;
      continue;
    }
    const dash = DASH.exec(rest) ?? /^\s*[,.]\s+/.exec(rest);
    if (dash === null || dash[0].length === 0) break;
    parted = true;
    at += dash[0].length;
  }
  return { qualifiers, type, description: cellPart(cell, at), parted };
}

const commaParts = (cell: Cell): readonly Cell[] => {
  const parts: Cell[] = [];
  let from = 0;
  for (const match of cell.text.matchAll(/[,;]/g)) {
    parts.push(cellPart(cell, from, match.index));
    from = match.index + 1;
  }
  return [...parts, cellPart(cell, from)].filter(({ text }) => text !== "");
};

/** The type that a text begins with, when a mark or the end follows, or a capital after a blank. */
function leadingType(cell: Cell): Cell | null {
  const found = typeAt(cell.text, 0);
  if (found === null) return null;
  const rest = cell.text.slice(found.length);
  return /^(?:$|\n|\s*(?:—|–|:|,|\(|\.|;)|\s+-{1,2}\s|\s+[\p{Lu}"“'`]|\s*,?\s*(?:required|optional)\b)/u.test(rest)
    ? cellPart(cell, 0, found.length)
    : null;
}
