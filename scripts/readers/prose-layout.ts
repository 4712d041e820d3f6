// What every layout of a table of fields is lowered to: rows of cells by their role.
import type { Line } from "./lines.ts";
import type { Cell } from "./prose-cell.ts";
import type { Role } from "./prose-columns.ts";
import type { JsonObject } from "../contract.ts";

/** One field. */
export interface LaidRow {
  readonly cells: { readonly [role in Role]?: Cell };
  /** The type, where the layout has read it already. */
  readonly type?: JsonObject;
  /** The column whose cell the page has lost. */
  readonly lost?: Role;
  /** The path of the field that it is a part of. */
  readonly below?: string;
  /** Where the row begins in the page. */
  readonly offset: number;
}

/** A table, cut into its rows. */
export interface LaidTable {
  readonly rows: readonly LaidRow[];
  /** Lines in it that are no rows. */
  readonly strays: readonly Line[];
  /** Index of the first line after it. */
  readonly next: number;
}

/** What a layout sees. */
export interface LaidPage {
  readonly lines: readonly Line[];
  /** Whether an example has a member of this name. */
  readonly isKnown: (name: string) => boolean;
}

/** Cuts the table that begins at a line; null when none of this layout does. */
export type Layout = (page: LaidPage, index: number) => LaidTable | null;

/** A field's name on the wire, with the steps that lead to it: `amount`, `entityRef.id`, `errors[].field`. */
export const FIELD_NAME = /^[\p{L}\p{N}_$@-]+(?:\[\d*\]|\[\*\])*(?:\.(?:[\p{L}\p{N}_$@-]+|\*)(?:\[\d*\]|\[\*\])*)*$/u;

/** What stands beside a name or a type and says when a field is there. */
export const QUALIFIER =
  /^\(?(?:(?:always |conditionally )?(required|mandatory|optional|nullable|deprecated|conditional|read-?only|write-?only|beta|preview|experimental|expandable))\)?\.?$/i;
