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
import { mapItems, mapMembers, type Place, pointerOf } from "../lib/schema-walk.ts";

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
      ? settled(declaration.schema, null, { declaration, diagnostics, formats })
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

function settled(schema: Schema, place: Place, task: Task): Schema {
  if (!isObject(schema)) return schema;
  const { declaration, diagnostics } = task;
  // Undefined is what is left out.
  const changed = new Map<string, readonly [string, Json] | undefined>();
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword] ?? null;
    const known = keywordOf(keyword);
    const origin = (): Diagnostic["origin"] => partOrigin(declaration, pointerOf(place, keyword));
    const length = keyword.length + (declaration.statedBy === "schema" ? 2 : 0);
    if (known === undefined) {
      const facts = { keyword: JSON.stringify(keyword), hint: hint(keyword, value, schema) };
      const at = origin();
      const isOurs = declaration.supplied || at.file.endsWith("corrections.json");
      diagnostics.push(diagnostic(isOurs ? "own-keyword-unknown" : "keyword-unknown", at, facts, length));
      const remark = `x-${keyword}`;
      changed.set(keyword, member(schema, remark) === undefined ? [remark, value] : undefined);
      continue;
    }
    const expected = known.accepts(value);
    if (expected !== null) {
      const slug = isLenient(declaration) ? "keyword-ignored" : "keyword-value";
      diagnostics.push(diagnostic(slug, origin(), { keyword, expected }, length));
      if (isLenient(declaration)) {
        changed.set(keyword, undefined);
        continue;
      }
    } else if (keyword === "format" && typeof value === "string" && !isCheckedFormat(value))
      noteFormat(value, origin(), length, task.formats);
    if (known.holds === undefined) continue;
    const inner = settledInside(known.holds, value, { above: place, key: keyword }, task);
    if (inner !== value) changed.set(keyword, [keyword, inner]);
  }
  if (changed.size === 0) return schema;
  return fromEntries(
    entries(schema).flatMap((stated) => {
      const kept = changed.has(stated[0]) ? changed.get(stated[0]) : stated;
      return kept === undefined ? [] : [kept];
    }),
  );
}

/** Whether one keyword that cannot be read is left out, and the rest of the document read. */
const isLenient = ({ openapi, supplied }: Declaration): boolean => openapi !== undefined && !supplied;

/** The value of a keyword with the schemas in it settled. */
function settledInside(holds: NonNullable<Keyword["holds"]>, value: Json, at: Place, task: Task): Json {
  const inner = (key: string | number, each: Json): Json => {
    const place = { above: at, key };
    if (isSchema(each)) return settled(each, place, task);
    const slug = isLenient(task.declaration) ? "schema-replaced" : "schema-expected";
    task.diagnostics.push(diagnostic(slug, partOrigin(task.declaration, pointerOf(place)), { actual: valueWords(each) }));
    return isLenient(task.declaration) ? true : each;
  };
  if (holds === "schema" && isSchema(value)) return settled(value, at, task);
  if (holds === "list" && isArray(value)) return mapItems(value, (each, index) => inner(index, each));
  return holds === "map" && isObject(value) ? mapMembers(value, inner) : value;
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
