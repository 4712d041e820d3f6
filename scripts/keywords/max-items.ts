// `maxItems` (Validation, section 6.4.1): the most items.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aCount } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { items, limit, limitCode } from "./limit.ts";
import { count } from "./words.ts";

export const maxItems: Keyword = limit({
  keyword: "maxItems",
  gate: "array",
  accepts: aCount,
  holds: (value) => (subject) => comparison(code`${subject}.length <= ${limitCode(value)}`),
  says: (value) => `have at most ${count(value, "item")}`,
  edges: (value) => ({ good: [items(value)], bad: [items(value + 1)] }),
});
