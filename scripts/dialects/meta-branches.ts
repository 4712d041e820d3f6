// The three branches of a condition in a meta-schema. Written out, a member named `then` would look like that of a promise.
import type { JsonObject } from "../contract.ts";

/** `if`, `then` and `else`, all of them the same schema. */
export const metaBranches = (schema: JsonObject): JsonObject =>
  Object.fromEntries(["if", "then", "else"].map((keyword) => [keyword, schema]));
