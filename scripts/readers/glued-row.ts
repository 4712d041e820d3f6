// Table rows whose columns are glued into one line: `sourceObjectIdsarrayAn array of strings…`.
import { compareUnits } from "../lib/compare-units.ts";

/** A row cut into its columns. */
export interface GluedRow {
  readonly name: string;
  /** A JSON Schema type. */
  readonly type: string;
  readonly description: string;
  /** Offset of the description in the line. */
  readonly descriptionAt: number;
}

const HEADER = /^(Element|Name|Field|Property|Parameter|Attribute|Key)\s*(Data\s*)?Type\s*(Description|Details)?$/i;

/** Whether a line is a table's header, its columns glued or apart. */
export const isTableHeader = (line: string): boolean => HEADER.test(line.trim());

const TYPES: { readonly [word: string]: string } = {
  string: "string",
  integer: "integer",
  int: "integer",
  number: "number",
  decimal: "number",
  float: "number",
  boolean: "boolean",
  bool: "boolean",
  object: "object",
  array: "array",
};

/** The longest words first, so that `integer` is not read as `int`. */
const TYPE_WORDS = Object.keys(TYPES).toSorted((a, b) => b.length - a.length || compareUnits(a, b));

/**
 * Cuts a row at a type word that is followed by a capital letter or the end of the line, or by space. A name that contains such a word
 * leaves several cuts open: a cut whose name an example has is right, otherwise the first one is.
 */
export function cutRow(line: string, isKnown: (name: string) => boolean): GluedRow | null {
  const cuts: GluedRow[] = [];
  for (let at = 1; at < line.length; at += 1) {
    const word = TYPE_WORDS.find((type) => line.startsWith(type, at));
    if (word === undefined) continue;
    const rest = line.slice(at + word.length);
    const name = line.slice(0, at).trim();
    if (!/^[\w$@-]+(\.[\w$@-]+)*$/.test(name) || !(rest === "" || /^\s*[A-Z(“"]/.test(rest))) continue;
    const description = rest.trim();
    cuts.push({ name, type: TYPES[word] ?? word, description, descriptionAt: line.length - rest.trimStart().length });
  }
  return cuts.find(({ name }) => isKnown(name)) ?? cuts[0] ?? null;
}
