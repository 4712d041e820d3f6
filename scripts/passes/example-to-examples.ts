// Rewrites OpenAPI's `example` to the list that 2020-12 has.
import type { Contract } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, member, sameJson } from "../lib/json.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

export const exampleToExamples = (contract: Contract): Contract =>
  rewriteSchemas(contract, (schema, at, report) => {
    const example = member(schema, "example");
    if (example === undefined) return schema;
    report(diagnostic("example-keyword", at("example"), {}, '"example"'.length));
    const listed = member(schema, "examples");
    const others = isArray(listed) ? listed : [];
    const examples = others.some((other) => sameJson(other, example)) ? others : [example, ...others];
    return { ...fromEntries(entries(schema).filter(([keyword]) => keyword !== "example" && keyword !== "examples")), examples };
  });
