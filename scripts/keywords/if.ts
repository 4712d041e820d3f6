// `if`, `then`, `else` (Core, section 10.2.2): one of two schemas, by whether a third passes.
import { isSchema, member } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Keyword, Part } from "./keyword.ts";

const part = (keyword: "then" | "else", value: ReturnType<typeof member>): Part | null =>
  isSchema(value) && value !== true ? { at: `/${keyword}`, schema: value } : null;

export const conditional: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value, schema) =>
    isSchema(value)
      ? [
          {
            kind: "choice",
            if: { at: "/if", schema: value },
            then: part("then", member(schema, "then")),
            else: part("else", member(schema, "else")),
          },
        ]
      : [],
  says: () => null,
};

/** `then` and `else`: `if` reads them. */
export const consequence: Keyword = { holds: "schema", accepts: aSchema, steps: () => [], says: () => null };
