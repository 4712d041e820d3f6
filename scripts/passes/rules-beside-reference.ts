// Leaves out the rules that stand beside `$ref` in OpenAPI 3.0, which ignores them (Reference Object); words for people stay with the field.
import type { Contract } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, fromEntries, stringMember } from "../lib/json.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

export const rulesBesideReference = (contract: Contract): Contract =>
  rewriteSchemas(
    contract,
    (schema, at, report, _, { openapi }) => {
      if (openapi !== "3.0" || stringMember(schema, "$ref") === undefined || Object.keys(schema).length === 1) return schema;
      const rules = entries(schema).filter(([keyword, value]) => keyword !== "$ref" && isRule(keyword, value, schema));
      if (rules.length === 0) return schema;
      for (const [keyword] of rules)
        report(diagnostic("keyword-beside-reference", at(keyword), { keyword, dialect: "OpenAPI 3.0" }, keyword.length));
      const names = new Set(rules.map(([keyword]) => keyword));
      return fromEntries(entries(schema).filter(([keyword]) => !names.has(keyword)));
    },
    (keyword) => keyword === "$ref",
  );

/** A keyword that could refuse a value. */
const isRule = (keyword: string, ...[value, schema]: Parameters<NonNullable<ReturnType<typeof keywordOf>>["steps"]>): boolean => {
  const known = keywordOf(keyword);
  return known !== undefined && (known.holds !== undefined || (known.accepts(value) === null && known.steps(value, schema).length > 0));
};
