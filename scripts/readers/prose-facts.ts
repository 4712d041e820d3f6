// What the cells of a row say together: the field's schema, whether it is required, and what they leave to other pages.
import type { Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isString, member } from "../lib/json.ts";
import { statedValues } from "./prose-values.ts";
import { allows, itemsOf, orNull, typeAt } from "./prose-types.ts";

/** A field's schema as far as its type and its description state it. */
export interface ProseFacts {
  readonly schema: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

const ITEMS =
  /\b(?:array|list|collection)s? of [`"']?(?:(?!(?:of|for|in|to|per|with|and|or|from)\b)[a-z]+ ){0,2}?(strings?|integers?|numbers?|booleans?|objects?|decimals?)\b/i;
const CONTAINED = /\bcontaining an? (?:array|list) of (\w+)/;
const LISTED_ELSEWHERE = /\b(?:See|see)\b[^.]*\b(?:enum|possible) values\b/;
const FORMAT_ELSEWHERE = /\bdate and time\b.*\bSee date format\b/i;
const NULLABLE = /\b(?:can|may|might|will|could) be null\b|\bnull (?:if|when|unless|where|for)\b|\bor null\b|\bnullable\b/i;
const DAY = /\bYYYY-MM-DD\b(?![T\s]*HH)/;

/**
 * Reads a description. `type` is what the type's words stand for, `at` gives the place of an offset in the description, and `shown` the
 * values that examples have for the field. Its words are kept as they are; what refers to a list or format elsewhere is a finding.
 */
export function proseFacts(
  name: string,
  type: JsonObject,
  description: string,
  at: (offset: number) => Origin,
  shown: readonly Json[] = [],
): ProseFacts {
  let schema: JsonObject = description === "" ? type : { ...type, description };
  const diagnostics: Diagnostic[] = [];
  if (!Object.hasOwn(type, "enum")) schema = { ...schema, ...valuesOf(type, description, shown) };
  const items = allows(type, "array") && Object.keys(itemsOf(type)).length === 0 ? ITEMS.exec(description)?.[1] : undefined;
  const item = items === undefined ? null : typeAt(items, 0);
  const plural = item === null || items === undefined ? "" : items.slice(item.length);
  if (item !== null && (plural === "" || plural === "s")) schema = { ...schema, items: item.schema };
  const contained = allows(type, "object") ? CONTAINED.exec(description)?.[1] : undefined;
  if (contained !== undefined) schema = { ...schema, properties: { [contained]: { type: "array", items: { type: "object" } } } };
  if (type["type"] === "string" && DAY.test(description) && !Object.hasOwn(schema, "enum")) schema = { ...schema, format: "date" };
  if (NULLABLE.test(description) && !Object.hasOwn(schema, "const")) schema = orNull(schema);
  for (const [pattern, slug] of [
    [LISTED_ELSEWHERE, "values-elsewhere"],
    [FORMAT_ELSEWHERE, "format-elsewhere"],
  ] as const) {
    const found = Object.hasOwn(schema, "enum") ? null : pattern.exec(description);
    if (found !== null)
      diagnostics.push(diagnostic(slug, at(found.index), { field: name, kind: String(type["type"] ?? "any") }, found[0].length));
  }
  return { schema, diagnostics };
}

/** The constant or list of values that a description states, in the field's type. */
function valuesOf(type: JsonObject, description: string, shown: readonly Json[]): JsonObject {
  const stated = member(type, "type");
  const [first] = shown;
  // Without a type, examples show whether the values are texts or numbers.
  const kind = stated ?? (first === undefined || first === null ? undefined : typeof first);
  if (kind === undefined || (isString(kind) && !["string", "integer", "number", "boolean"].includes(kind))) return {};
  const { constant, values } = statedValues(description, shown.filter(isString));
  const [one] = constant === undefined ? [] : typed([constant], { type: kind });
  if (one !== undefined) return { const: one };
  const all = kind === "boolean" || values === undefined ? [] : typed(values, { type: kind });
  return all.length === 0 ? {} : { enum: all };
}

/** Values as the type has them; none when one cannot be of the type. */
function typed(values: readonly string[], type: JsonObject): readonly Json[] {
  const read = values.map((value): Json | undefined => {
    if (allows(type, "string")) return value;
    const literal: Json | undefined = value === "true" ? true : value === "false" ? false : value === "" ? undefined : Number(value);
    if (typeof literal === "boolean") return allows(type, "boolean") ? literal : undefined;
    return Number.isFinite(literal) && !allows(type, "boolean") ? literal : undefined;
  });
  return read.every((value) => value !== undefined) ? read : [];
}
