// `exclusiveMaximum` (Validation, section 6.2.3): numbers must be smaller.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aNumber } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { around, limit, limitCode } from "./limit.ts";
import { shown } from "./words.ts";

export const exclusiveMaximum: Keyword = limit({
  keyword: "exclusiveMaximum",
  gate: "number",
  accepts: aNumber,
  holds: (value) => (subject) => comparison(code`${subject} < ${limitCode(value)}`),
  says: (value) => `be less than ${shown(value)}`,
  edges: (value) => ({ good: [around(value)[0]], bad: [value] }),
});
