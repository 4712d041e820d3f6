// `minProperties` (Validation, section 6.5.2): the fewest members.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aCount } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { limit, limitCode, members } from "./limit.ts";
import { count } from "./words.ts";

export const minProperties: Keyword = limit({
  keyword: "minProperties",
  gate: "object",
  accepts: aCount,
  holds: (value) => (subject) => comparison(code`Object.keys(${subject}).length >= ${limitCode(value)}`),
  says: (value) => `have at least ${count(value, "property")}`,
  edges: (value) => ({ good: [members(value)], bad: value === 0 ? [] : [members(value - 1)] }),
});
