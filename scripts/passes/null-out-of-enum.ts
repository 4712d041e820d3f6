// Rewrites a list of values that holds null to "one of the others, or null", so that the list can have a name.
import type { Contract } from "../contract.ts";
import { entries, fromEntries, isArray, member } from "../lib/json.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

export const nullOutOfEnum = (contract: Contract): Contract =>
  rewriteSchemas(
    contract,
    (schema) => {
      const values = member(schema, "enum");
      const type = member(schema, "type");
      if (!isArray(values) || !values.includes(null) || values.length === 1) return schema;
      const allowsNull = type === undefined || type === "null" || (isArray(type) && type.includes("null"));
      if (type === "null" || (isArray(type) && type.length === 1 && type[0] === "null")) return schema;
      const others = isArray(type) ? type.filter((one) => one !== "null") : [];
      const inner = {
        ...(others.length === 0 ? {} : { type: others.length === 1 ? (others[0] ?? "string") : others }),
        ...(type === undefined || isArray(type) ? {} : { type }),
        enum: values.filter((value) => value !== null),
      };
      const beside = fromEntries(entries(schema).filter(([keyword]) => keyword !== "enum" && keyword !== "type"));
      if (!allowsNull) return { ...beside, ...inner };
      const forms = { anyOf: [inner, { type: "null" }] };
      const parts = member(beside, "allOf");
      // Other forms that the schema states stay beside these.
      return member(beside, "anyOf") === undefined
        ? { ...beside, ...forms }
        : { ...beside, allOf: [...(isArray(parts) ? parts : []), forms] };
    },
    (keyword) => keyword === "enum",
  );
