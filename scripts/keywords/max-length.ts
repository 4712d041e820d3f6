// `maxLength` (Validation, section 6.3.1): the most characters (Unicode code points).
import { code } from "../lib/code.ts";
import { atom, equal } from "../lib/expression.ts";
import { aCount } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { astral, limit, limitCode } from "./limit.ts";
import { count } from "./words.ts";

export const maxLength: Keyword = limit({
  keyword: "maxLength",
  gate: "string",
  accepts: aCount,
  holds:
    (value) =>
    (subject, { use }) =>
      value === 0 ? equal(code`${subject}.length`, code`0`) : atom(code`${use("hasLengthTo")}(${subject}, ${limitCode(value)})`),
  says: (value) => `have at most ${count(value, "character")}`,
  edges: (value) => ({ good: ["x".repeat(value), astral(value)], bad: ["x".repeat(value + 1), astral(value + 1)] }),
});
