// `additionalProperties` (Core, section 10.3.2.3): the schema of members that neither `properties` nor `patternProperties` names.
import { isSchema, member } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { patternsOf } from "./pattern-properties.ts";
import { namesOf } from "./properties.ts";

export const additionalProperties: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value, schema) =>
    isSchema(value) && value !== true
      ? [
          {
            kind: "others",
            named: { names: namesOf(member(schema, "properties")), patterns: patternsOf(member(schema, "patternProperties")) },
            at: "/additionalProperties",
            schema: value,
            says: "not be there: no other properties are allowed",
          },
        ]
      : [],
  evaluates: () => ({ members: "all" }),
  says: (value) => (value === false ? "have no other properties" : null),
};
