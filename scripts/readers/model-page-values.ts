// The values that a model page lists: in a table, as a union of literals, or one by one → a list of values, closed or open.
import type { Json, JsonObject } from "../contract.ts";
import { isArray, member } from "../lib/json.ts";
import type { Line } from "./lines.ts";
import { bareText, cellsOf, isDashes, isRow } from "./markdown-tables.ts";
import { readType, type TypeRead } from "./type-cell.ts";

interface ValuesRead {
  readonly schema: JsonObject;
  /** Lines that state nothing. */
  readonly stray: readonly Line[];
  /** The header of a table whose values may be numbers or texts. */
  readonly doubtful: Line | null;
}

/** Reads the lines below the heading. */
export function readValues(body: readonly Line[]): ValuesRead {
  const marked = body.filter(({ text }) => OPEN.test(text));
  const rest = body.filter((line) => !marked.includes(line));
  const rows = rest.filter(isRow);
  const table = tableValues(rows);
  const { code, outside } = fenced(rest.filter((line) => !isRow(line)));
  const union = code.length === 0 ? null : readType(code.map(({ text }) => text).join(" "));
  const bullets = outside.flatMap((line) => {
    const read = bulletValue(line.text);
    return read === null ? [] : [{ line, value: read }];
  });
  const literals = union === null || union.unread !== null ? null : valuesOf(union);
  const values = [...table.values, ...(literals ?? []), ...bullets.map(({ value }) => value)];
  const isOpen = marked.length > 0 || union?.open === true;
  const isDoubtful = table.values.length > 0 && table.values.every((value) => typeof value === "string" && /^-?(0|[1-9]\d*)$/.test(value));
  const listed = isDoubtful ? [...table.values.map(Number), ...table.values] : values;
  return {
    schema: listSchema([...new Set(listed)], isOpen),
    stray: [
      ...table.stray,
      ...(literals === null ? code : []),
      ...outside.filter((line) => line.text.trim() !== "" && !bullets.some((bullet) => bullet.line === line)),
    ],
    doubtful: isDoubtful ? (rows[0] ?? null) : null,
  };
}

/** "This is an open enum. Unrecognized values will not fail type checks." */
const OPEN = /\bopen enum\b/i;

/** Values of one kind, or others of the same kind too. */
function listSchema(values: readonly Json[], isOpen: boolean): JsonObject {
  const kinds = [...new Set(values.map(kindOf))].toSorted();
  const [kind] = kinds;
  const list: JsonObject = kinds.length === 1 && kind !== undefined ? { type: kind, enum: values } : { enum: values };
  return isOpen ? { anyOf: [list, ...kinds.map((type) => ({ type }))] } : list;
}

const kindOf = (value: Json): string => (value === null ? "null" : Number.isInteger(value) ? "integer" : typeof value);

function tableValues(rows: readonly Line[]): { readonly values: readonly Json[]; readonly stray: readonly Line[] } {
  const [header, ...others] = rows;
  const column = header === undefined ? -1 : cellsOf(header).findIndex(({ text }) => text.toLowerCase() === "value");
  const data = others.filter((line) => !isDashes(line)).map((line) => ({ line, cell: cellsOf(line)[column] }));
  const isKnown = header === undefined || cellsOf(header).every(({ text }) => /^(name|value)$/i.test(text));
  return {
    values: data.flatMap(({ cell }) => (cell === undefined ? [] : [bareText(cell.text.replaceAll("\\|", "|"))])),
    stray: [...(isKnown ? [] : [header]), ...data.flatMap(({ line, cell }) => (cell === undefined ? [line] : []))],
  };
}

/** The literals of a union; null when it has other forms. */
function valuesOf({ schema }: TypeRead): readonly Json[] | null {
  const constant = member(schema, "const");
  const values = member(schema, "enum");
  if (constant !== undefined) return [constant];
  return isArray(values) ? values : null;
}

/** "- `"user"`" */
function bulletValue(text: string): Json | null {
  const written = /^\s*[-*+] +`(.*)` *$/.exec(text)?.[1];
  return written === undefined ? null : (valuesOf(readType(written))?.[0] ?? null);
}

/** The lines inside fences, and those outside of them; the fences themselves say nothing. */
export function fenced(lines: readonly Line[]): { readonly code: readonly Line[]; readonly outside: readonly Line[] } {
  const code: Line[] = [];
  const outside: Line[] = [];
  let fence = "";
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1] ?? "";
    if (fence !== "" && mark.startsWith(fence)) fence = "";
    else if (fence !== "") code.push(line);
    else if (mark !== "") fence = mark;
    else outside.push(line);
  }
  return { code, outside };
}
