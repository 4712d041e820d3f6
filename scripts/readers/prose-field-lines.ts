// Fields as lines of a name, a type and marks, each above its description: "**amount** *integer* required", and below it "In cents."
import { markedCell } from "./inline-marks.ts";
import { isBlankLine, type Line } from "./lines.ts";
import { type Cell, cellPart, stackCells } from "./prose-cell.ts";
import { FIELD_NAME, type LaidPage, type LaidRow, type Layout } from "./prose-layout.ts";
import { allows, isTypeCell, typeCell } from "./prose-types.ts";

interface FieldLine {
  readonly name: Cell;
  readonly qualifiers: readonly Cell[];
  readonly type: Cell;
  readonly depth: number;
  /** Whether the name is spelt as code or in bold. */
  readonly marked: boolean;
}

/** Lines of pages that fold parts away, and say nothing. */
const FOLDED = /^\s*(?:show|hide|expand|collapse)(?: all| child| nested)*(?: (?:attributes|parameters|properties|fields))?\s*$/i;
/** What ends such a list: a heading with a mark, a fence, JSON, a row of a table, a tag, a line in bold. */
const END = /^\s*(?:#{1,6}\s|```|~~~|[[{]|"[^"]*"\s*:|\||<|\*\*[^*]+\*\*:?\s*$|[-=*_]{3,}\s*$)/;
const BULLET = /^\s*(?:[-*+•◦]|\d{1,2}[.)])\s+/;

/** At least two such lines, one of them described; or one that is marked and that an example has. */
export const fieldLines: Layout = (page, index) => {
  const first = fieldLine(page, page.lines[index]);
  if (first === null) return null;
  const fields: { readonly field: FieldLine; readonly told: Cell[] }[] = [];
  // Further paragraphs belong to a field when another field follows; behind the last one they may speak of anything.
  let waiting: Cell[] = [];
  let isParted = false;
  let next = index;
  for (let at = index; at < page.lines.length; at += 1) {
    const line = page.lines[at];
    if (line === undefined) break;
    if (isBlankLine(line)) {
      isParted = true;
      continue;
    }
    const last = fields.at(-1);
    const field = fieldLine(page, line, last !== undefined);
    if (field !== null) {
      // "Each of its items has:" introduces the fields of something else.
      if (/:\s*$/.test(waiting.at(-1)?.text ?? "")) break;
      last?.told.push(...waiting);
      waiting = [];
      fields.push({ field, told: [] });
      next = at + 1;
    } else if (END.test(line.text)) break;
    else if (FOLDED.test(line.text)) next = waiting.length > 0 ? next : at + 1;
    else if (last !== undefined) {
      const cell = proseOf(line);
      const isFurther = waiting.length > 0 || (isParted && last.told.length > 0);
      if (isFurther && isParted && isHeading(line.text)) break;
      if (isFurther) waiting.push(cell);
      else {
        last.told.push(cell);
        next = at + 1;
      }
    }
    isParted = false;
  }
  const isSingle = first.marked && page.isKnown(first.name.text);
  const isDescribed = fields.some(({ told }) => told.length > 0);
  return fields.length < (isSingle ? 1 : 2) || !isDescribed ? null : { rows: rowsOf(fields), strays: [], next };
};

/** Whether a line by itself is certainly a field's: its name is marked, or spelt as names of fields are. */
export function isFieldLine(page: LaidPage, line: Line): boolean {
  const field = fieldLine(page, line);
  return field !== null && (field.marked || /\p{Ll}\p{Lu}|\w_\w/u.test(field.name.text));
}

const isHeading = (text: string): boolean => text.length < 80 && !/[.!?:;,]\s*$/.test(text) && !BULLET.test(text);

const proseOf = (line: Line): Cell => {
  const bullet = BULLET.exec(line.text)?.[0].length ?? 0;
  return markedCell(line.text.slice(bullet), line.offset + bullet);
};

/** Words that stand before a type in sentences and headings. */
const ARTICLES = /^(?:an?|the|any|each|every|some|no|this|that|of|or|and|to|as|in|is|with|event|payload|request|response)$/i;

/** Types that are no words of people. */
const NO_WORD = /^(?:nullable )?(?:strings?|integers?|int\d*|bool(?:ean)?s?|float|double|decimal|uuid|datetime|array (?:of )?\w+)\b/i;

function fieldLine({ isKnown }: LaidPage, line: Line | undefined, isInside = false): FieldLine | null {
  if (line === undefined || line.text.length > 200) return null;
  const cell = markedCell(line.text, line.offset);
  const [, word = "", sign = ""] = /^([^\s:,(—–*?]+)([*?]?)(?=[\s:,(—–])/.exec(cell.text) ?? [];
  const marked = /^\s*(?:`|\*\*|__)/.test(line.text);
  if (!FIELD_NAME.test(word) || /^\d+$/.test(word) || (!marked && ARTICLES.test(word))) return null;
  // A plain word with a capital begins headings: "Order object".
  if (!marked && !isKnown(word) && !/^[a-z_$]/.test(word) && !/\p{Ll}\p{Lu}|_/u.test(word)) return null;
  const facts = factsIn(cellPart(cell, word.length + sign.length));
  if (facts === null) return null;
  // "phone number" and "due date" are words, unless the name is marked, spelt as names are, or an example's below another field.
  const isPlain = !marked && !(isInside && isKnown(word)) && !/\p{Ll}\p{Lu}|_/u.test(word);
  if (isPlain && facts.qualifiers.length === 0 && !NO_WORD.test(facts.type.text)) return null;
  const depth = (/^\s*/.exec(line.text)?.[0] ?? "").replace(/\t/g, "    ").length;
  return { name: cellPart(cell, 0, word.length + sign.length), ...facts, depth, marked };
}

const MARK =
  "(?:always |conditionally )?(?:required|mandatory|optional|nullable|deprecated|conditional|read-?only|write-?only|beta|preview|experimental|expandable)";
const LEADING = new RegExp(`^[\\s,;|·•:—–(-]*(${MARK})\\)?(?![\\w-])`, "i");
const TRAILING = new RegExp(`(?<![\\w-])\\(?(${MARK})[\\s,;|·•.)]*$`, "i");

/** What stands behind a name when that is a type and marks, and nothing else. */
function factsIn(cell: Cell): Pick<FieldLine, "type" | "qualifiers"> | null {
  const qualifiers: Cell[] = [];
  let from = 0;
  let to = cell.text.length;
  for (;;) {
    const text = cell.text.slice(from, to);
    const found = LEADING.exec(text) ?? TRAILING.exec(text);
    if (found === null) break;
    const [whole, mark = ""] = found;
    const at = from + found.index + whole.indexOf(mark);
    qualifiers.push(cellPart(cell, at, at + mark.length));
    // "nullable string" is read as a type by whoever reads types.
    if (found.index === 0) from += whole.length;
    else to = from + found.index;
  }
  const rest = cell.text.slice(from, to);
  const lead = /^[\s,;|·•:—–-]*/.exec(rest)?.[0].length ?? 0;
  const type = unwrapped(cellPart(cell, from + lead, from + rest.replace(/[\s,;|·•(]+$/, "").length));
  return isTypeCell(type.text) ? { type, qualifiers } : null;
}

const unwrapped = (cell: Cell): Cell => (/^\([^()]*\)$/.test(cell.text) ? cellPart(cell, 1, cell.text.length - 1) : cell);

/** The rows of fields: what is indented more is a part of the field above, of its items when that is a list. */
function rowsOf(fields: readonly { readonly field: FieldLine; readonly told: readonly Cell[] }[]): readonly LaidRow[] {
  const open: { readonly depth: number; readonly path: string }[] = [];
  return fields.map(({ field: { name, qualifiers, type, depth }, told }) => {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const below = open.at(-1)?.path;
    const schema = typeCell(type.text)?.schema;
    const own = name.text.replace(/[*?]$/, "");
    const isList = schema !== undefined && allows(schema, "array") && !own.endsWith("[]");
    open.push({ depth, path: `${below === undefined ? "" : `${below}.`}${own}${isList ? "[]" : ""}` });
    return {
      cells: { name: stackCells([name, ...qualifiers]), type, description: stackCells(told) },
      offset: name.pieces[0]?.offset ?? 0,
      ...(below === undefined ? {} : { below }),
    };
  });
}
