// Whether two statements can be of one thing, by the fields or values that they name.
import type { Declaration, Json } from "../contract.ts";
import { entries, isArray, member } from "../lib/json.ts";
import { spellingKey } from "../lib/spelling.ts";

/** What a declaration states: the names of its fields, or its values; null when it states neither. */
export function spoken({ schema }: Declaration): ReadonlySet<string> | null {
  const fields = fieldNames(schema);
  const values = member(schema, "enum");
  if (fields.length > 0) return new Set(fields.map(spellingKey));
  return isArray(values) ? new Set(values.map((value) => JSON.stringify(value))) : null;
}

const fieldNames = (schema: Json): readonly string[] => {
  const parts = member(schema, "allOf");
  return [...entries(member(schema, "properties")).map(([name]) => name), ...(isArray(parts) ? parts.flatMap(fieldNames) : [])];
};

/** Whether two statements can be of one thing: half of what the smaller one states is in the other, or one of them states nothing. */
export function haveCommon(a: Declaration, b: Declaration): boolean {
  const [left, right] = [spoken(a), spoken(b)];
  if (left === null || right === null) return true;
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  // What a reference or a form among its parts holds is not known here.
  const isOpen = [a, b].some(
    ({ schema }) => isArray(member(schema, "allOf")) || isArray(member(schema, "anyOf")) || isArray(member(schema, "oneOf")),
  );
  return isOpen || [...small].filter((one) => large.has(one)).length * 2 >= small.size;
}
