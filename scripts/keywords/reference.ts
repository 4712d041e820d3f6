// `$ref` (Core, section 8.2.3.1): the value must pass another declaration too.
import { aText } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

export const reference: Keyword = {
  accepts: aText,
  steps: (value) => (typeof value === "string" ? [{ kind: "reference", name: value }] : []),
  says: () => null,
};
