// `pattern` (Validation, section 6.3.3): a regular expression that matches somewhere in the text.
import type { Json } from "../contract.ts";
import type { Scope } from "../helpers.ts";
import { code, regularExpression, type Code } from "../lib/code.ts";
import { atom, type Expression } from "../lib/expression.ts";
import type { Keyword } from "./keyword.ts";
import { shown } from "./words.ts";

/** Whether a text is a regular expression as JSON Schema means it (Core, section 6.4). */
export function isPattern(value: Json): value is string {
  if (typeof value !== "string") return false;
  try {
    regularExpression(value);
    return true;
  } catch {
    return false;
  }
}

/** Whether a pattern matches a subject. The expression is made once: a literal inside a function is made anew by every call. */
export const matches = (pattern: string, subject: Code, scope: Scope): Expression =>
  atom(code`${scope.constant("pattern", subject, regularExpression(pattern))}.test(${subject})`);

export const A_PATTERN = "a regular expression that ECMA-262 accepts with the flag u";

const says = (value: Json): string => `match ${shown(value)}`;

export const pattern: Keyword = {
  accepts: (value) => (isPattern(value) ? null : A_PATTERN),
  steps: (value) =>
    isPattern(value)
      ? [
          {
            kind: "test",
            keyword: "pattern",
            gate: "string",
            holds: (subject, scope) => matches(value, subject, scope),
            says: says(value),
            settles: null,
          },
        ]
      : [],
  says,
};
