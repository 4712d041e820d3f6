// `propertyNames` (Core, section 10.3.2.4): the schema of an object's keys.
import { isSchema } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

export const propertyNames: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value) => (isSchema(value) && value !== true ? [{ kind: "names", at: "/propertyNames", schema: value }] : []),
  says: () => null,
};
