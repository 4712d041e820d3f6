// `prefixItems` (Core, section 10.3.1.1): the schemas of the first items, by position.
import type { Json } from "../contract.ts";
import { isArray, isSchema } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { someSchemas } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

/** How many items a schema states by position. */
export const prefixLength = (value: Json | undefined): number => (isArray(value) ? value.length : 0);

export const prefixItems: Keyword = {
  holds: "list",
  accepts: someSchemas,
  steps: (value) =>
    (isArray(value) ? value : []).flatMap((schema, index) =>
      isSchema(schema) && schema !== true ? [{ kind: "prefix", index, at: pointerBelow("", "prefixItems", index), schema }] : [],
    ),
  evaluates: (value) => ({ items: { first: prefixLength(value) } }),
  says: () => null,
};
