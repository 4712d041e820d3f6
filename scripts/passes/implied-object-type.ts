// Reads a schema with properties and no type as an object, as its author does.
import type { Contract, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isObject, member } from "../lib/json.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { pointerOf } from "../lib/schema-walk.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

const SETTLED = ["type", "$ref", "enum", "const", "allOf", "anyOf", "oneOf"] as const;

export const impliedObjectType = (contract: Contract): Contract =>
  rewriteSchemas(
    contract,
    (schema, at, report, place) => {
      if (isEmpty(member(schema, "properties")) || SETTLED.some((keyword) => member(schema, keyword) !== undefined)) return schema;
      // A schema that a value is tried against says nothing of what the value is.
      if (isTrial(pointerKeys(pointerOf(place)))) return schema;
      report(diagnostic("type-implied", at("properties"), {}, '"properties"'.length));
      return { type: "object", ...schema };
    },
    (keyword) => keyword === "properties",
  );

const isEmpty = (value: Json | undefined): boolean => !isObject(value) || Object.keys(value).length === 0;

/** Whether the schema at a pointer is a condition, or what follows from one. */
function isTrial(keys: readonly string[]): boolean {
  const [last = "", before = "", ...others] = keys.toReversed();
  if (before === "dependentSchemas") return !HOLDERS.has(others[0] ?? "");
  return ["not", "if", "then", "else", "contains"].includes(last) && !HOLDERS.has(before);
}

/** Keywords whose value holds names. */
const HOLDERS: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
