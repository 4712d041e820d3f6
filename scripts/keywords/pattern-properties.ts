// `patternProperties` (Core, section 10.3.2.2): the schemas of the members whose names match a pattern.
import type { Json } from "../contract.ts";
import { entries, isObject, isSchema } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { Keyword } from "./keyword.ts";
import { A_PATTERN, isPattern } from "./pattern.ts";

/** The patterns that a schema states. */
export const patternsOf = (value: Json | undefined): readonly string[] =>
  entries(value)
    .map(([pattern]) => pattern)
    .filter(isPattern);

export const patternProperties: Keyword = {
  holds: "map",
  accepts: (value) =>
    isObject(value) && Object.keys(value).every(isPattern) ? null : `an object of schemas, and each of its names ${A_PATTERN}`,
  steps: (value) =>
    entries(value).flatMap(([pattern, schema]) =>
      isSchema(schema) && schema !== true && isPattern(pattern)
        ? [{ kind: "pattern", pattern, at: pointerBelow("", "patternProperties", pattern), schema }]
        : [],
    ),
  evaluates: (value) => ({ members: { names: [], patterns: patternsOf(value) } }),
  says: () => null,
};
