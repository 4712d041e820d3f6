// `minimum` (Validation, section 6.2.4): the least number that passes.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aNumber } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { around, limit, limitCode } from "./limit.ts";
import { shown } from "./words.ts";

export const minimum: Keyword = limit({
  keyword: "minimum",
  gate: "number",
  accepts: aNumber,
  holds: (value) => (subject) => comparison(code`${subject} >= ${limitCode(value)}`),
  says: (value) => `be at least ${shown(value)}`,
  edges: (value) => ({ good: [value, around(value)[1]], bad: [around(value)[0]] }),
});
