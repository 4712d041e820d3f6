// Which types have only rules that are broken without a word on the others, so that several can be broken in one value.
import type { Declaration } from "../contract.ts";
import { entries, isArray, member } from "../lib/json.ts";
import { visitSchema } from "../lib/schema-walk.ts";

/** Keywords by which the rules of a value depend on what else is in it. */
const CONDITIONS: ReadonlySet<string> = new Set([
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "dependentRequired",
  "contains",
  "propertyNames",
  "unevaluatedProperties",
  "unevaluatedItems",
]);

/** Whether a declaration states no conditions, and no types to choose from. */
export function isApart({ schema }: Declaration): boolean {
  let apart = true;
  visitSchema(schema, (inner) => {
    const type = member(inner, "type");
    if (isArray(type) && type.filter((one) => one !== "null").length > 1) apart = false;
    if (entries(inner).some(([keyword]) => CONDITIONS.has(keyword))) apart = false;
  });
  return apart;
}
