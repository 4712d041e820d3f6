// Rewrites OpenAPI 3.0's `nullable: true` to the 2020-12 way of saying "or null".
import type { Contract, Json, JsonObject } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, member, stringMember } from "../lib/json.ts";
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

/** `nullable: false` says nothing. Beside a type it joins the types; beside anything else the whole becomes one of two forms. */
export const nullableToNull = (contract: Contract): Contract =>
  rewriteSchemas(contract, (schema, at, report) => {
    const nullable = member(schema, "nullable");
    if (nullable === undefined) return schema;
    const rest = entries(schema).filter(([keyword]) => keyword !== "nullable");
    const reference = stringMember(schema, "$ref");
    const length = '"nullable"'.length;
    if (typeof nullable !== "boolean") {
      report(diagnostic("keyword-value", at("nullable"), { keyword: "nullable", expected: "true or false" }, length));
      return fromEntries(rest);
    }
    if (reference !== undefined) report(diagnostic("nullable-beside-reference", at("nullable"), { reference }, length));
    else report(diagnostic("nullable-keyword", at("nullable"), {}, length));
    if (!nullable) return fromEntries(rest);
    return member(schema, "type") === undefined || member(schema, "enum") !== undefined ? orNull(rest) : fromEntries(rest.map(withNull));
  });

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
