// `const` (Validation, section 6.1.3): the one value that passes.
import type { Json } from "../contract.ts";
import { aValue } from "./accepts.ts";
import { listStep } from "./equals.ts";
import type { Keyword } from "./keyword.ts";
import { shown } from "./words.ts";

const says = (value: Json): string => `be ${shown(value)}`;

export const constant: Keyword = {
  accepts: aValue,
  steps: (value, schema) => [listStep("const", [value], says(value), schema)],
  says,
  edges: (value) => ({ good: [value], bad: ["no such value", { no: "such value" }, ["no such value"]] }),
};
