// Rewrites OpenAPI 3.0's `nullable: true` to the 2020-12 way of saying "or null".
import type { Contract, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, member, stringMember } from "../lib/json.ts";
import { compareOrigins } from "../lib/origin.ts";
import { placesWords } from "../lib/places-words.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

const ANNOTATIONS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "$comment",
]);

/**
 * `nullable: false` says nothing. Beside a type it joins the types; beside anything else the whole becomes one of two forms. It is a keyword of
 * OpenAPI 3.0 alone; 3.1 documents that have it are told so once, because it stands everywhere in them.
 */
export function nullableToNull(contract: Contract): Contract {
  const newer = new Map<string, Misplaced>();
  const rewritten = rewriteSchemas(
    contract,
    (schema, at, report, _, { openapi, supplied }) => {
      const nullable = member(schema, "nullable");
      if (nullable === undefined) return schema;
      const rest = entries(schema).filter(([keyword]) => keyword !== "nullable");
      const reference = stringMember(schema, "$ref");
      const length = '"nullable"'.length;
      if (typeof nullable !== "boolean") {
        const slug = openapi === undefined || supplied ? "keyword-value" : "keyword-ignored";
        report(diagnostic(slug, at("nullable"), { keyword: "nullable", expected: "true or false" }, length));
        return fromEntries(rest);
      }
      if (reference !== undefined) report(diagnostic("nullable-beside-reference", at("nullable"), { reference }, length));
      else if (openapi === undefined) report(diagnostic("nullable-keyword", at("nullable"), {}, length));
      else if (openapi === "3.1") count(newer, at("nullable"));
      if (!nullable) return fromEntries(rest);
      return member(schema, "type") === undefined || member(schema, "enum") !== undefined ? orNull(rest) : fromEntries(rest.map(withNull));
    },
    (keyword) => keyword === "nullable",
  );
  const told = [...newer.values()].map((found) =>
    diagnostic("nullable-in-3.1", found.first, { places: placesWords(found.count) }, '"nullable"'.length),
  );
  return told.length === 0 ? rewritten : { ...rewritten, diagnostics: [...rewritten.diagnostics, ...told] };
}

/** Where a keyword of another version stands in one document. */
interface Misplaced {
  readonly count: number;
  readonly first: Origin;
}

function count(places: Map<string, Misplaced>, origin: Origin): void {
  const known = places.get(origin.file);
  const first = known === undefined || compareOrigins(origin, known.first) < 0 ? origin : known.first;
  places.set(origin.file, { count: (known?.count ?? 0) + 1, first });
}

function withNull([keyword, value]: readonly [string, Json]): readonly [string, Json] {
  if (keyword === "type") return [keyword, isArray(value) ? [...new Set([...value, "null"])] : value === "null" ? value : [value, "null"]];
  return [keyword, value];
}

/** Prose stays outside: it speaks of the field, and not of one of its forms. */
function orNull(schema: readonly (readonly [string, Json])[]): JsonObject {
  const outside = schema.filter(([keyword]) => ANNOTATIONS.has(keyword));
  const inside = schema.filter(([keyword]) => !ANNOTATIONS.has(keyword));
  return { ...fromEntries(outside), anyOf: [fromEntries(inside), { type: "null" }] };
}
