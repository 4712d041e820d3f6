// Which declarations are lists of values, and the names of their members.
import type { Declaration, Json, Schema } from "../contract.ts";
import { isArray, isSchema, isString, member } from "./json.ts";
import { pascalCase, uniqueNames } from "./words.ts";

/** A list of texts, and whether other texts pass too. */
export interface EnumShape {
  readonly values: readonly string[];
  readonly open: boolean;
}

/** The list that a declaration is, or null. An open one is `{ anyOf: [{ enum }, { type: "string" }] }`. */
export function enumShape({ schema }: Pick<Declaration, "schema">): EnumShape | null {
  const closed = textsOf(schema);
  if (closed !== null) return { values: closed, open: false };
  const forms = member(schema, "anyOf");
  if (!isArray(forms) || forms.length !== 2) return null;
  const listed = forms.map((form) => (isSchema(form) ? textsOf(form) : null)).find((values) => values !== null);
  const anyText = forms.some(
    (form) => member(form, "type") === "string" && member(form, "enum") === undefined && Object.keys(form ?? {}).length === 1,
  );
  return listed !== undefined && listed !== null && anyText ? { values: listed, open: true } : null;
}

function textsOf(schema: Schema): readonly string[] | null {
  const values: Json | undefined = member(schema, "enum");
  // A list without values is no list that could be looked through: nothing passes.
  if (!isArray(values) || values.length === 0 || !values.every(isString) || !allowsText(member(schema, "type"))) return null;
  return [...new Set(values)];
}

const allowsText = (type: Json | undefined): boolean =>
  type === undefined || type === "string" || (isArray(type) && type.includes("string"));

/** Value → member name. A value's name does not depend on the order of the others. */
export const memberNames = (values: readonly string[]): ReadonlyMap<string, string> => uniqueNames(values, pascalCase);
