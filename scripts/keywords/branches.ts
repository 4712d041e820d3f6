// What `allOf`, `anyOf` and `oneOf` share.
import { isArray, isSchema } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { someSchemas } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

/** A keyword whose value is a list of schemas for the same value. */
export const branches = (keyword: "allOf" | "anyOf" | "oneOf", says: string): Keyword => ({
  holds: "list",
  accepts: someSchemas,
  steps: (value) => {
    const schemas = isArray(value) ? value.filter(isSchema) : [];
    return [{ kind: "branches", keyword, parts: schemas.map((schema, index) => ({ at: pointerBelow("", keyword, index), schema })), says }];
  },
  says: () => null,
});
