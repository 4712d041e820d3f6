// `maximum` (Validation, section 6.2.2): the greatest number that passes.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aNumber } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { around, limit, limitCode } from "./limit.ts";
import { shown } from "./words.ts";

export const maximum: Keyword = limit({
  keyword: "maximum",
  gate: "number",
  accepts: aNumber,
  holds: (value) => (subject) => comparison(code`${subject} <= ${limitCode(value)}`),
  says: (value) => `be at most ${shown(value)}`,
  edges: (value) => ({ good: [value, around(value)[0]], bad: [around(value)[1]] }),
});
