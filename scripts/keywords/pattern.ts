// `pattern` (Validation, section 6.3.3): a regular expression that matches somewhere in the text.
import { code, regularExpression } from "../lib/code.ts";
import { atom } from "../lib/expression.ts";
import type { Json } from "../contract.ts";
import type { Keyword } from "./keyword.ts";
import { shown } from "./words.ts";

function isPattern(value: Json): value is string {
  if (typeof value !== "string") return false;
  try {
    regularExpression(value);
    return true;
  } catch {
    return false;
  }
}

const says = (value: Json): string => `match ${shown(value)}`;

export const pattern: Keyword = {
  accepts: (value) => (isPattern(value) ? null : "a regular expression that ECMA-262 accepts with the flag u"),
  steps: (value) =>
    isPattern(value)
      ? [
          {
            kind: "test",
            keyword: "pattern",
            gate: "string",
            holds: (subject) => atom(code`${regularExpression(value)}.test(${subject})`),
            says: says(value),
            settles: null,
          },
        ]
      : [],
  says,
};
