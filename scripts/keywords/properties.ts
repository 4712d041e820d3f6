// `properties` (Core, section 10.3.2.1): the schemas of members, by name.
import type { Json } from "../contract.ts";
import { entries, isSchema } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { namedSchemas } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

/** The names that a schema states. */
export const namesOf = (value: Json | undefined): readonly string[] => entries(value).map(([name]) => name);

export const properties: Keyword = {
  holds: "map",
  accepts: namedSchemas,
  steps: (value) =>
    entries(value).flatMap(([name, schema]) =>
      isSchema(schema) ? [{ kind: "property", name, at: pointerBelow("", "properties", name), schema }] : [],
    ),
  evaluates: (value) => ({ members: { names: namesOf(value), patterns: [] } }),
  says: () => null,
};
