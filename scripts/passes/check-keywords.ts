// Settles keywords that are not known or not well stated: what could forbid a value is never ignored in silence.
import type { Contract, Declaration, Diagnostic, Json, JsonObject, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isCheckedFormat } from "../keywords/format.ts";
import type { Keyword } from "../keywords/keyword.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, fromEntries, isArray, isObject, isSchema, member, valueWords } from "../lib/json.ts";
import { keywordMeant } from "../lib/keyword-meant.ts";
import { compareOrigins } from "../lib/origin.ts";
import { placesWords } from "../lib/places-words.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** The places of each format that is not checked. */
type Formats = Map<string, { count: number; first: Diagnostic["origin"]; length: number }>;

/**
 * Keywords that nobody knows become remarks. A value that a keyword cannot have is an error, but for OpenAPI documents, which are large: there
 * the one keyword is left out.
 */
export function checkKeywords(contract: Contract): Contract {
  const diagnostics: Diagnostic[] = [];
  const formats: Formats = new Map();
  const declarations = contract.declarations.map((declaration) => {
    const schema = isSchema(declaration.schema)
      ? settled(declaration.schema, "", { declaration, diagnostics, formats })
      : declaration.schema;
    return schema === declaration.schema ? declaration : { ...declaration, schema };
  });
  const unchecked = [...formats].map(([format, { count, first, length }]) => {
    return diagnostic("format-unknown", first, { format, places: placesWords(count) }, length);
  });
  return { ...contract, declarations, diagnostics: [...contract.diagnostics, ...diagnostics, ...unchecked] };
}

interface Task {
  readonly declaration: Declaration;
  readonly diagnostics: Diagnostic[];
  readonly formats: Formats;
}

function settled(schema: Schema, pointer: string, task: Task): Schema {
  if (!isObject(schema)) return schema;
  const { declaration, diagnostics } = task;
  let changed = false;
  const kept: (readonly [string, Json])[] = [];
  for (const [keyword, value] of entries(schema)) {
    const at = pointerBelow(pointer, keyword);
    const known = keywordOf(keyword);
    const length = keyword.length + (declaration.statedBy === "schema" ? 2 : 0);
    if (known === undefined) {
      const facts = { keyword: JSON.stringify(keyword), hint: hint(keyword, value, schema) };
      const origin = partOrigin(declaration, at);
      const isOurs = declaration.supplied || origin.file.endsWith("corrections.json");
      diagnostics.push(diagnostic(isOurs ? "own-keyword-unknown" : "keyword-unknown", origin, facts, length));
      const remark = `x-${keyword}`;
      if (member(schema, remark) === undefined) kept.push([remark, value]);
      changed = true;
      continue;
    }
    const expected = known.accepts(value);
    if (expected !== null) {
      const slug = isLenient(declaration) ? "keyword-ignored" : "keyword-value";
      diagnostics.push(diagnostic(slug, partOrigin(declaration, at), { keyword, expected }, length));
      if (isLenient(declaration)) {
        changed = true;
        continue;
      }
    } else if (keyword === "format" && typeof value === "string" && !isCheckedFormat(value))
      noteFormat(value, partOrigin(declaration, at), length, task.formats);
    const inner = settledInside(known, value, at, task);
    changed ||= inner !== value;
    kept.push([keyword, inner]);
  }
  return changed ? fromEntries(kept) : schema;
}

/** Whether one keyword that cannot be read is left out, and the rest of the document read. */
const isLenient = ({ openapi, supplied }: Declaration): boolean => openapi !== undefined && !supplied;

/** The value of a keyword with the schemas in it settled. */
function settledInside({ holds }: Keyword, value: Json, at: string, task: Task): Json {
  const inner = (each: Json, pointer: string): Json => {
    if (isSchema(each)) return settled(each, pointer, task);
    const slug = isLenient(task.declaration) ? "schema-replaced" : "schema-expected";
    task.diagnostics.push(diagnostic(slug, partOrigin(task.declaration, pointer), { actual: valueWords(each) }));
    return isLenient(task.declaration) ? true : each;
  };
  if (holds === "schema" && isSchema(value)) return settled(value, at, task);
  if (holds === "list" && isArray(value)) {
    const items = value.map((each, index) => inner(each, pointerBelow(at, index)));
    return items.some((each, index) => each !== value[index]) ? items : value;
  }
  if (holds !== "map" || !isObject(value)) return value;
  const members = entries(value).map(([key, each]) => [key, each, inner(each, pointerBelow(at, key))] as const);
  return members.some(([, before, after]) => before !== after) ? fromEntries(members.map(([key, , after]) => [key, after])) : value;
}

/** What an unknown keyword may be. */
function hint(keyword: string, value: Json, schema: JsonObject): string {
  const meant = keywordMeant(keyword);
  if (meant !== null) return `, and may be a spelling of ${meant}`;
  const looksLikeProperty = isObject(value) && (Object.hasOwn(value, "type") || Object.hasOwn(value, "$ref"));
  return looksLikeProperty && member(schema, "type") === "object" ? ", and looks like a property that stands outside of properties" : "";
}

function noteFormat(format: string, origin: Diagnostic["origin"], length: number, formats: Formats): void {
  const known = formats.get(format);
  const isFirst = known === undefined || compareOrigins(origin, known.first) < 0;
  formats.set(format, { count: (known?.count ?? 0) + 1, first: isFirst ? origin : known.first, length: isFirst ? length : known.length });
}
