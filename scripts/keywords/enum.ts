// `enum` (Validation, section 6.1.2): the values that pass.
import type { Json } from "../contract.ts";
import { or } from "../lib/expression.ts";
import { isArray } from "../lib/json.ts";
import { allowedByType, equals, isScalar } from "./equals.ts";
import type { Keyword } from "./keyword.ts";
import { shown } from "./words.ts";

const valuesOf = (value: Json): readonly Json[] => (isArray(value) ? value : []);
const says = (value: Json): string => `be one of ${valuesOf(value).map(shown).join(", ")}`;

export const enumeration: Keyword = {
  accepts: (value) =>
    isArray(value) && value.length > 0 && value.every(isScalar) ? null : "a list of at least one string, number, true, false or null",
  steps: (value, schema) => [
    {
      kind: "test",
      keyword: "enum",
      gate: null,
      holds: (subject) => or(allowedByType(valuesOf(value), schema).map((item) => equals(subject, item))),
      says: says(value),
      settles: allowedByType(valuesOf(value), schema),
    },
  ],
  says,
  edges: (value) => ({ good: valuesOf(value), bad: ["no such value", {}, []] }),
};
