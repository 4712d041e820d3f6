// Reads a schema with properties and no type as an object, as its author does.
import type { Contract } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, member } from "../lib/json.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

const SETTLED = ["type", "$ref", "enum", "const", "allOf", "anyOf", "oneOf"] as const;

export const impliedObjectType = (contract: Contract): Contract =>
  rewriteSchemas(contract, (schema, at, report) => {
    if (entries(member(schema, "properties")).length === 0 || SETTLED.some((keyword) => member(schema, keyword) !== undefined))
      return schema;
    report(diagnostic("type-implied", at("properties"), {}, '"properties"'.length));
    return { type: "object", ...schema };
  });
