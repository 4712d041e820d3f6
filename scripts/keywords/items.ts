// `items` (Core, section 10.3.1.2): the schema of an array's items.
import { isSchema } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

export const items: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value) => (isSchema(value) && value !== true ? [{ kind: "items", schema: value }] : []),
  says: () => null,
};
