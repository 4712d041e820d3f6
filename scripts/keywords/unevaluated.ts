// What `unevaluatedProperties` and `unevaluatedItems` share.
import { isSchema } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Evaluation, Keyword } from "./keyword.ts";

/** A keyword for what no other keyword has looked at. */
export const unevaluated = (keyword: string, of: "object" | "array", evaluates: Evaluation, says: string): Keyword => ({
  holds: "schema",
  accepts: aSchema,
  steps: (value) => (isSchema(value) && value !== true ? [{ kind: "unevaluated", of, at: `/${keyword}`, schema: value, says }] : []),
  evaluates: () => evaluates,
  says: () => null,
});
