// `enum` (Validation, section 6.1.2): the values that pass.
import type { Json } from "../contract.ts";
import { isArray } from "../lib/json.ts";
import { aList } from "./accepts.ts";
import { listStep } from "./equals.ts";
import type { Keyword } from "./keyword.ts";
import { shown } from "./words.ts";

/** Words for longer lists name so many values and count the rest. */
const MOST_NAMED = 50;

const valuesOf = (value: Json): readonly Json[] => (isArray(value) ? value : []);

function says(value: Json): string {
  const values = valuesOf(value);
  const named = values.slice(0, MOST_NAMED).map(shown).join(", ");
  if (values.length === 0) return "not be there: no value is allowed";
  return `be one of ${named}${values.length > MOST_NAMED ? `, and ${values.length - MOST_NAMED} more` : ""}`;
}

export const enumeration: Keyword = {
  accepts: aList,
  steps: (value, schema) => [listStep("enum", valuesOf(value), says(value), schema)],
  says,
  edges: (value) => ({ good: valuesOf(value), bad: ["no such value", { no: "such value" }, ["no such value"]] }),
};
