// `dependentSchemas` (Core, section 10.2.2.4): a schema for the whole object when a member is there.
import { entries, isSchema } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { namedSchemas } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

export const dependentSchemas: Keyword = {
  holds: "map",
  accepts: namedSchemas,
  steps: (value) =>
    entries(value).flatMap(([name, schema]) =>
      isSchema(schema) ? [{ kind: "dependent", name, at: pointerBelow("", "dependentSchemas", name), schema }] : [],
    ),
  says: () => null,
};
