// The table of fields of a model page → an object.
import type { Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { fromEntries, member } from "../lib/json.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { Line } from "./lines.ts";
import { bareText, type Cell, cellsOf, isDashes, isRow } from "./markdown-tables.ts";
import { type FieldRow, readFieldRow } from "./model-page-row.ts";

/** What a section of a page states of its model. */
export interface ModelRead {
  readonly schema: JsonObject;
  readonly parts: { readonly [pointer: string]: readonly Origin[] };
  readonly diagnostics: readonly Diagnostic[];
  /** Lines that state nothing. */
  readonly stray: readonly Line[];
  /** The names of an object's members, which may be spelt otherwise on the wire. */
  readonly printedNames?: readonly string[];
}

const COLUMNS: ReadonlySet<string> = new Set(["field", "type", "required", "description", "example"]);

/** Reads the lines below the heading. */
export function readFields(body: readonly Line[], source: Located): ModelRead {
  const [header, ...rows] = body.filter(isRow);
  const columns = header === undefined ? [] : cellsOf(header);
  const names = columns.map(({ text }) => bareText(text).toLowerCase());
  const data = rows.filter((line) => !isDashes(line)).map((line) => ({ line, cells: cellsOf(line) }));
  const taken = new Set<string>();
  const read = data.map(({ cells }) => {
    const row = readFieldRow((column) => cells[names.indexOf(column)], "Fields", source);
    // A name that stands twice states one field: the first.
    if (row === null || taken.has(row.name)) return null;
    taken.add(row.name);
    return row;
  });
  const stated = read.filter((row) => row !== null);
  const around = stated.some(({ role }) => role === "response")
    ? stated.filter(({ role }) => role === "response" || role === "around")
    : [];
  const kept = stated.filter((row) => !around.includes(row));
  const others = kept.find(({ role }) => role === "others");
  const members = kept.filter((row) => row !== others);
  return {
    schema: {
      type: "object",
      ...objectOf(members),
      ...(others === undefined ? {} : { additionalProperties: member(others.schema, "additionalProperties") ?? true }),
    },
    parts: Object.fromEntries(
      members.flatMap(({ name, origin, parts }) => {
        const pointer = pointerBelow("/properties", name);
        return [[pointer, [origin]] as const, ...parts.map(([at, place]) => [pointer + at, [place]] as const)];
      }),
    ),
    diagnostics: [
      ...kept.flatMap(({ diagnostics }) => diagnostics),
      ...[...columns.filter((_, index) => !COLUMNS.has(names[index] ?? "")), ...data.flatMap(({ cells }) => cells.slice(names.length))]
        .filter(({ text }) => text !== "")
        .map((cell) => unaccountedCell(cell, source)),
      ...together("fields-of-the-sdk", around),
      ...together(
        "example-rendered",
        members.filter(({ rendered }) => rendered),
      ),
    ],
    // What the SDK holds a response in is not sent, and no name in it is.
    ...(around.length > 0 ? {} : { printedNames: members.map(({ name }) => name) }),
    stray: [...body.filter((line) => !isRow(line)), ...data.filter((_, index) => read[index] === null).map(({ line }) => line)],
  };
}

function objectOf(rows: readonly FieldRow[]): JsonObject {
  const required = rows.filter((row) => row.required).map(({ name }) => name);
  return {
    ...(rows.length === 0 ? {} : { properties: fromEntries(rows.map(({ name, schema }): readonly [string, Json] => [name, schema])) }),
    ...(required.length === 0 ? {} : { required: [...new Set(required)] }),
  };
}

const unaccountedCell = (cell: Cell, source: Located): Diagnostic =>
  diagnostic("line-unaccounted", originAt(source, cell.offset, ""), { format: "model pages" }, cell.text.length);

/** One finding for several rows, at the first of them. */
function together(slug: "fields-of-the-sdk" | "example-rendered", rows: readonly FieldRow[]): readonly Diagnostic[] {
  const [first] = rows;
  return first === undefined
    ? []
    : [diagnostic(slug, first.origin, { fields: rows.map(({ name }) => name).join(", ") }, first.name.length)];
}
