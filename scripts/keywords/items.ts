// `items` (Core, section 10.3.1.2): the schema of an array's items, after those that `prefixItems` states.
import { isSchema, member } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { prefixLength } from "./prefix-items.ts";

export const items: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value, schema) =>
    isSchema(value) && value !== true
      ? [
          {
            kind: "items",
            from: prefixLength(member(schema, "prefixItems")),
            at: "/items",
            schema: value,
            says: "not be there: no further items are allowed",
          },
        ]
      : [],
  evaluates: () => ({ items: "all" }),
  says: () => null,
};
