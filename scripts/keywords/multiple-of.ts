// `multipleOf` (Validation, section 6.2.1): the number divided by this one is an integer.
import { code } from "../lib/code.ts";
import { atom, equal } from "../lib/expression.ts";
import { aPositiveNumber } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { limit, limitCode } from "./limit.ts";
import { shown } from "./words.ts";

export const multipleOf: Keyword = limit({
  keyword: "multipleOf",
  gate: "number",
  accepts: aPositiveNumber,
  // Division by one leaves nothing over for integers of any size.
  holds:
    (value) =>
    (subject, { use }) =>
      value === 1 ? equal(code`${subject} % 1`, code`0`) : atom(code`${use("isMultipleOf")}(${subject}, ${limitCode(value)})`),
  says: (value) => `be a multiple of ${shown(value)}`,
  edges: (value) => ({ good: [0, value], bad: [value * 1.5] }),
});
