// `minLength` (Validation, section 6.3.2): the fewest characters (Unicode code points).
import { code } from "../lib/code.ts";
import { atom, comparison } from "../lib/expression.ts";
import { aCount } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { astral, limit, limitCode } from "./limit.ts";
import { count } from "./words.ts";

export const minLength: Keyword = limit({
  keyword: "minLength",
  gate: "string",
  accepts: aCount,
  // One character is one code unit or two, so up to one of them there is nothing to count.
  holds:
    (value) =>
    (subject, { use }) =>
      typeof value === "number" && value <= 1
        ? comparison(code`${subject}.length >= ${limitCode(value)}`)
        : atom(code`${use("hasLengthFrom")}(${subject}, ${limitCode(value)})`),
  says: (value) => `have at least ${count(value, "character")}`,
  edges: (value) => ({ good: ["x".repeat(value), astral(value)], bad: value === 0 ? [] : ["x".repeat(value - 1), astral(value - 1)] }),
});
