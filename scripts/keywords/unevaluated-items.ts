// `unevaluatedItems` (Core, section 11.2): the schema of items that no other keyword has looked at.
import type { Keyword } from "./keyword.ts";
import { unevaluated } from "./unevaluated.ts";

export const unevaluatedItems: Keyword = unevaluated(
  "unevaluatedItems",
  "array",
  { items: "all" },
  "not be there: no further items are allowed",
);
