// `const` (Validation, section 6.1.3): the one value that passes.
import type { Json } from "../contract.ts";
import { or } from "../lib/expression.ts";
import { allowedByType, equals, isScalar } from "./equals.ts";
import type { Keyword } from "./keyword.ts";
import { shown } from "./words.ts";

const says = (value: Json): string => `be ${shown(value)}`;

export const constant: Keyword = {
  accepts: (value) => (isScalar(value) ? null : "a string, number, true, false or null"),
  steps: (value, schema) => [
    {
      kind: "test",
      keyword: "const",
      gate: null,
      holds: (subject) => or(allowedByType([value], schema).map((item) => equals(subject, item))),
      says: says(value),
      settles: allowedByType([value], schema),
    },
  ],
  says,
  edges: (value) => ({ good: [value], bad: ["no such value", {}, []] }),
};
