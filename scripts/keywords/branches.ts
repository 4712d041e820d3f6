// What `allOf`, `anyOf` and `oneOf` share.
import type { Json } from "../contract.ts";
import { isArray, isSchema } from "../lib/json.ts";
import { someSchemas } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

/** A keyword whose value is a list of schemas for the same value. */
export const branches = (keyword: "allOf" | "anyOf" | "oneOf", says: string): Keyword => ({
  holds: "list",
  accepts: someSchemas,
  steps: (value: Json) => [{ kind: "branches", keyword, schemas: isArray(value) ? value.filter(isSchema) : [], says }],
  says: () => null,
});
