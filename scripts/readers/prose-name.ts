// The cell of a field's name: the name, and what stands beside it (required, optional, a type).
import { type Cell, cellPart } from "./prose-cell.ts";
import { FIELD_NAME, QUALIFIER } from "./prose-layout.ts";
import { partsOf } from "./prose-parts.ts";

/** What the cell says. */
export interface NameCell {
  /** The steps of the path, lists as `name[]`. */
  readonly path: readonly string[];
  readonly name: Cell;
  readonly qualifiers: readonly string[];
  readonly type: Cell | null;
  /** What else stands there. */
  readonly rest: Cell;
  /** Whether a mark says that it is a part of the field above. */
  readonly isPart: boolean;
}

const PART = /^(?:↳|└─*|\|--|—+|–+|-+|>+|»|·|•)\s*/;
const STEP = /\s*(?:→|>|»|\.|\/|::)\s*/;
const NAME = /^([^\s*?(,]+(?:\s*(?:→|>|»)\s*[^\s*?(,]+)*)(\*|\?)?(?=$|[\s(,*])/;

/** Reads a name's cell; null when it holds no name. A name with blanks is one when `isKnown` says so. */
export function nameCell(cell: Cell, isKnown: (name: string) => boolean): NameCell | null {
  const part = PART.exec(cell.text)?.[0] ?? "";
  const own = cellPart(cell, part.length);
  const whole = isKnown(own.text) ? own.text : undefined;
  const [, found = "", sign = ""] = whole === undefined ? (NAME.exec(own.text) ?? []) : ["", whole];
  const path = whole === undefined ? found.split(STEP) : [whole];
  if (found === "" || (whole === undefined && !path.every((step) => FIELD_NAME.test(step)))) return null;
  const parts = partsOf(cellPart(own, found.length + sign.length), 0);
  const lines = parts.description.text.split("\n").map((line) => line.trim());
  const told = lines.filter((line) => QUALIFIER.test(line));
  const rest = lines.every((line) => line === "" || QUALIFIER.test(line))
    ? cellPart(parts.description, parts.description.text.length)
    : parts.description;
  const signs = sign === "*" ? ["required"] : sign === "?" ? ["optional"] : [];
  return {
    path: path.map((step) => step.replace(/\[(?:\d*|\*)\]/g, "[]")),
    name: cellPart(own, 0, found.length),
    qualifiers: [...signs, ...parts.qualifiers.map(({ text }) => text), ...told],
    type: parts.type,
    rest,
    isPart: part !== "",
  };
}
