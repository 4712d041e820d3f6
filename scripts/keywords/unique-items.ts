// `uniqueItems` (Validation, section 6.4.3): no two items are equal.
import { code } from "../lib/code.ts";
import { atom } from "../lib/expression.ts";
import { aFlag } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

const SAYS = "have no two equal items";

export const uniqueItems: Keyword = {
  accepts: aFlag,
  steps: (value) =>
    value === true
      ? [
          {
            kind: "test",
            keyword: "uniqueItems",
            gate: "array",
            holds: (subject, { use }) => atom(code`${use("hasUniqueItems")}(${subject})`),
            says: SAYS,
            settles: null,
          },
        ]
      : [],
  says: (value) => (value === true ? SAYS : null),
  edges: (value) => ({
    good: [[], [1, "1", true], [{ a: 1 }, { a: 2 }]],
    bad:
      value === true
        ? [
            [1, 1],
            [
              { a: 1, b: 2 },
              { b: 2, a: 1 },
            ],
          ]
        : [],
  }),
};
