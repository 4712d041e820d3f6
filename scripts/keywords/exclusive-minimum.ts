// `exclusiveMinimum` (Validation, section 6.2.5): numbers must be greater.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aNumber } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { around, limit, limitCode } from "./limit.ts";
import { shown } from "./words.ts";

export const exclusiveMinimum: Keyword = limit({
  keyword: "exclusiveMinimum",
  gate: "number",
  accepts: aNumber,
  holds: (value) => (subject) => comparison(code`${subject} > ${limitCode(value)}`),
  says: (value) => `be more than ${shown(value)}`,
  edges: (value) => ({ good: [around(value)[1]], bad: [value] }),
});
