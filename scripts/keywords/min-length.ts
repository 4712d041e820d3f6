// `minLength` (Validation, section 6.3.2): the fewest characters (Unicode code points).
import { code } from "../lib/code.ts";
import { atom } from "../lib/expression.ts";
import { aCount } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { astral, limit, limitCode } from "./limit.ts";
import { count } from "./words.ts";

export const minLength: Keyword = limit({
  keyword: "minLength",
  gate: "string",
  accepts: aCount,
  holds: (value) => (subject, use) => atom(code`${use("hasLengthFrom")}(${subject}, ${limitCode(value)})`),
  says: (value) => `have at least ${count(value, "character")}`,
  edges: (value) => ({ good: ["x".repeat(value), astral(value)], bad: value === 0 ? [] : ["x".repeat(value - 1), astral(value - 1)] }),
});
