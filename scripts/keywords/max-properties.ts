// `maxProperties` (Validation, section 6.5.1): the most members.
import { code } from "../lib/code.ts";
import { comparison } from "../lib/expression.ts";
import { aCount } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { limit, limitCode, members } from "./limit.ts";
import { count } from "./words.ts";

export const maxProperties: Keyword = limit({
  keyword: "maxProperties",
  gate: "object",
  accepts: aCount,
  holds: (value) => (subject) => comparison(code`Object.keys(${subject}).length <= ${limitCode(value)}`),
  says: (value) => `have at most ${count(value, "property")}`,
  edges: (value) => ({ good: [members(value)], bad: [members(value + 1)] }),
});
