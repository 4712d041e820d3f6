// `unevaluatedProperties` (Core, section 11.3): the schema of members that no other keyword has looked at.
import type { Keyword } from "./keyword.ts";
import { unevaluated } from "./unevaluated.ts";

export const unevaluatedProperties: Keyword = unevaluated(
  "unevaluatedProperties",
  "object",
  { members: "all" },
  "not be there: no other properties are allowed",
);
