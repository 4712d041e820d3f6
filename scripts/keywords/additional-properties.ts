// `additionalProperties` (Core, section 10.3.2.3): the schema of members that `properties` does not name.
import { entries, isSchema, member } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

export const additionalProperties: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value, schema) =>
    isSchema(value) && value !== true
      ? [
          {
            kind: "others",
            named: entries(member(schema, "properties")).map(([name]) => name),
            schema: value,
            says: "not be there: no other properties are allowed",
          },
        ]
      : [],
  says: (value) => (value === false ? "have no other properties" : null),
};
