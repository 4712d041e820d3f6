// `minItems` (Validation, section 6.4.2): the fewest items.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aCount } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { items, limit, limitCode } from "./limit.ts";
import { count } from "./words.ts";

export const minItems: Keyword = limit({
  keyword: "minItems",
  gate: "array",
  accepts: aCount,
  holds: (value) => (subject) => comparison(code`${subject}.length >= ${limitCode(value)}`),
  says: (value) => `have at least ${count(value, "item")}`,
  edges: (value) => ({ good: [items(value)], bad: value === 0 ? [] : [items(value - 1)] }),
});
