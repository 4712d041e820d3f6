// `contains`, `minContains`, `maxContains` (Core, section 10.3.1.3; Validation, sections 6.4.4 and 6.4.5): how many items must pass a schema.
import type { Json } from "../contract.ts";
import { isSchema, member } from "../lib/json.ts";
import { aCount, aSchema } from "./accepts.ts";
import { annotation } from "./annotation.ts";
import type { Keyword } from "./keyword.ts";
import { count } from "./words.ts";

/** What `contains` says of evaluated items where an older dialect does not mean it so: false. */
const CONTAINS_EVALUATES = "x-contains-evaluates";

const limitOf = (value: Json | undefined): number | null => (typeof value === "number" ? value : null);

export const contains: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value, schema) => {
    const least = limitOf(member(schema, "minContains")) ?? 1;
    const most = limitOf(member(schema, "maxContains"));
    if (!isSchema(value)) return [];
    const says = {
      least: `have at least ${count(least, "item")} of the kind that it must contain`,
      most: `have at most ${count(most ?? 0, "item")} of the kind that it may contain`,
    };
    return [{ kind: "contains", least, most, at: "/contains", schema: value, says }];
  },
  evaluates: (value, schema) => (isSchema(value) && member(schema, CONTAINS_EVALUATES) !== false ? { items: { matching: value } } : {}),
  says: () => null,
};

/** `minContains` and `maxContains`: `contains` reads them. */
export const containsLimit: Keyword = annotation(aCount);
