// From a row of a table on a page to a field: its path, its schema, and what is doubtful about it.
import type { Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isArray, member } from "../lib/json.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { PageText } from "./page-text.ts";
import { type Cell, cellOffset, cellPart, stackCells } from "./prose-cell.ts";
import { proseFacts } from "./prose-facts.ts";
import type { LaidRow } from "./prose-layout.ts";
import { nameCell } from "./prose-name.ts";
import { partsOf } from "./prose-parts.ts";
import { allows, orNull, typeCell } from "./prose-types.ts";
import type { Row } from "./table-schema.ts";

/** What rows are read in the light of. */
export interface RowContext {
  readonly page: PageText;
  /** Pointer of the table. */
  readonly pointer: string;
  readonly isKnown: (name: string) => boolean;
  /** The values that examples have under a name. */
  readonly shown: (name: string) => readonly Json[];
  /** The declaration that a type's words name, when a table of the page describes it. */
  readonly named: (words: string) => string | undefined;
}

interface RowRead {
  readonly row: Row | null;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: Cell = { text: "", pieces: [] };

/** Reads a row. `above` is the path of the last row that was no part of another one. */
export function proseRow(laid: LaidRow, above: string, { page, pointer, isKnown, shown, named }: RowContext): RowRead {
  const { cells } = laid;
  const diagnostics: Diagnostic[] = [];
  const read = cells.name === undefined ? null : nameCell(cells.name, isKnown);
  const at = page.origin(laid.offset, read === null ? pointer : pointerBelow(pointer, read.path.join(".")));
  const corrections = besideDocument(at.file, "corrections.json");
  if (laid.lost !== undefined)
    diagnostics.push(
      diagnostic("cell-lost", at, { column: laid.lost, instead: INSTEAD[laid.lost] ?? "it is read without it", corrections }),
    );
  if (read === null)
    return { row: null, diagnostics: laid.lost === "name" ? diagnostics : [...diagnostics, unaccounted(at, cells.name?.text ?? "")] };
  const base = laid.below ?? (read.isPart ? above : "");
  const name = [...(base === "" ? [] : [base]), ...read.path].join(".");
  const told = typeOf(laid, read.type, named);
  const lead = told.description;
  const description = stackCells([lead, read.rest]);
  if (told.unread !== null)
    diagnostics.push(
      diagnostic(
        "type-unread",
        page.origin(cellOffset(told.unread), at.pointer),
        { words: told.unread.text.replace(/\s+/g, " "), field: name, corrections },
        told.unread.text.split("\n")[0]?.length ?? 1,
      ),
    );
  const leaf = read.path.at(-1)?.replace(/(\[\])+$/, "") ?? "";
  const facts = proseFacts(
    name,
    told.schema,
    description.text,
    (offset) => page.origin(cellOffset(description, offset), at.pointer),
    shown(leaf),
  );
  diagnostics.push(...facts.diagnostics);
  const qualifiers = [...read.qualifiers, ...told.qualifiers].join(" ");
  const required = isRequired(laid, qualifiers, description.text);
  const schema = withColumns(facts.schema, laid, qualifiers);
  return { row: { name, schema, required, origin: page.origin(cellOffset(read.name), at.pointer) }, diagnostics };
}

const INSTEAD: { readonly [column: string]: string } = {
  name: "the row is left out",
  type: "any value passes",
};

const unaccounted = (at: Origin, text: string): Diagnostic =>
  diagnostic("line-unaccounted", at, { format: "prose pages" }, Math.max(1, text.split("\n")[0]?.length ?? 1));

interface Told {
  readonly schema: JsonObject;
  readonly qualifiers: readonly string[];
  readonly description: Cell;
  /** A type's cell whose words are none that are known. */
  readonly unread: Cell | null;
}

/** The type, from its own cell, from the name's, or from the beginning of the description. */
function typeOf(laid: LaidRow, besideName: Cell | null, named: RowContext["named"]): Told {
  const { type = besideName ?? NOTHING, description = NOTHING } = laid.cells;
  if (laid.type !== undefined) return { schema: laid.type, qualifiers: [], description, unread: null };
  if (type.text === "") {
    const parts = partsOf(description, 0);
    return parts.type === null && parts.qualifiers.length === 0
      ? { schema: {}, qualifiers: [], description, unread: null }
      : {
          schema: parts.type === null ? {} : (typeCell(parts.type.text)?.schema ?? {}),
          qualifiers: parts.qualifiers.map(({ text }) => text),
          description: parts.description,
          unread: null,
        };
  }
  const read = typeCell(type.text);
  if (read !== null) return { schema: read.schema, qualifiers: [read.rest], description, unread: null };
  const reference = referenceOf(type.text, named);
  return reference === null
    ? { schema: {}, qualifiers: [], description, unread: type }
    : { schema: reference, qualifiers: [], description, unread: null };
}

/** "array of Address", "Address[]", "See Address" → a reference, when the page describes that. */
function referenceOf(text: string, named: RowContext["named"]): JsonObject | null {
  const list = /^(?:an? )?(?:array|list)(?: of |<|\[)\s*(.+?)[>\]]?$/i.exec(text) ?? /^(.+?)(?:\[\]|\s+(?:array|list))$/i.exec(text);
  const words = (list?.[1] ?? text).replace(/^see\s+|^an?\s+|\s+objects?$/gi, "");
  const name = named(words);
  if (name === undefined) return null;
  return list === null ? { $ref: `#${name}` } : { type: "array", items: { $ref: `#${name}` } };
}

/** Whether a row says that its field is always there. */
function isRequired({ cells }: LaidRow, qualifiers: string, description: string): boolean {
  const column = cells.required?.text.toLowerCase();
  if (column !== undefined && column !== "")
    return /^(?:yes|y|true|required|mandatory|always|✓|✔|✅|x|:heavy_check_mark:|:white_check_mark:)/.test(column);
  const inverse = cells.optional?.text.toLowerCase();
  if (inverse !== undefined) return /^(?:no|n|false|required|-)?$/.test(inverse);
  if (/\b(?:optional|conditional)/i.test(qualifiers)) return false;
  return /\b(?:required|mandatory)\b/i.test(qualifiers) || /^\(?required\)?(?:[.:,\n]|$)/i.test(description);
}

/** Adds what further columns and qualifiers say. */
function withColumns(schema: JsonObject, { cells }: LaidRow, qualifiers: string): JsonObject {
  let all = schema;
  const values = cells.values === undefined ? [] : cells.values.text.split(/\s*[,|\n]\s*/).filter((value) => value !== "");
  if (values.length > 1 && allows(all, "string") && !Object.hasOwn(all, "enum")) all = { ...all, enum: values };
  const example = cells.example === undefined ? undefined : valueIn(cells.example, all);
  if (example !== undefined) all = { ...all, examples: [example] };
  const preset = cells.default === undefined ? undefined : valueIn(cells.default, all);
  if (preset !== undefined) all = { ...all, default: preset };
  if (/\bdeprecated\b/i.test(qualifiers)) all = { ...all, deprecated: true };
  return /\bnullable\b/i.test(qualifiers) && !allows(all, "null") ? orNull(all) : all;
}

/** A value that a cell shows, when it is of the field's type. */
function valueIn(cell: Cell, schema: JsonObject): Json | undefined {
  const text = cellPart(cell, 0).text.replace(/^(["'“])(.*)["'”]$/, "$2");
  if (text === "" || text === "-" || text === "—") return undefined;
  const types = member(schema, "type");
  const type = isArray(types) ? types[0] : types;
  if (type === "string") return text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  const number = Number(text);
  return (type === "number" || type === "integer") && Number.isFinite(number) ? number : undefined;
}
