// `properties` (Core, section 10.3.2.1): the schemas of members, by name.
import { entries, isSchema } from "../lib/json.ts";
import { namedSchemas } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

export const properties: Keyword = {
  holds: "map",
  accepts: namedSchemas,
  steps: (value) => entries(value).flatMap(([name, schema]) => (isSchema(schema) ? [{ kind: "property", name, schema }] : [])),
  says: () => null,
};
