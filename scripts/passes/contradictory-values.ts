// Reports values that their own schema rules out: in lists and constants, and as defaults. What is said stays as it is.
import type { Contract, Json, JsonObject } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { hasType, typesOf } from "../keywords/type.ts";
import { alternatives } from "../keywords/words.ts";
import { isArray, member, sameJson } from "../lib/json.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

/** How many values a finding names. */
const MOST_NAMED = 5;

export const contradictoryValues = (contract: Contract): Contract =>
  rewriteSchemas(contract, (schema, at, report, _, { statedBy }) => {
    if (statedBy !== "schema") return schema;
    const types = typesIn(schema);
    const fits = (value: Json): boolean => types.length === 0 || hasType(value, types);
    const listed = member(schema, "enum");
    const values = isArray(listed) ? listed : undefined;
    const constant = member(schema, "const");
    const type = alternatives(types);
    const strays = (values ?? (constant === undefined ? [] : [constant])).filter((value) => !fits(value));
    if (strays.length > 0) {
      const keyword = values === undefined ? "const" : "enum";
      const named = strays.slice(0, MOST_NAMED).map((value) => JSON.stringify(value));
      const words = `${named.join(", ")}${strays.length > MOST_NAMED ? `, and ${strays.length - MOST_NAMED} more` : ""}`;
      report(diagnostic("value-of-another-type", at(keyword), { keyword, values: words, type }, keyword.length + 2));
    }
    const preset = member(schema, "default");
    if (preset !== undefined && preset !== null) {
      const isListed = values === undefined || values.some((value) => sameJson(value, preset));
      if (!fits(preset) || !isListed)
        report(
          diagnostic("default-contradicts", at("default"), {
            value: JSON.stringify(preset),
            rule: fits(preset) ? "is none of the values of the list" : `is not of the type ${type}`,
          }),
        );
    }
    return schema;
  });

/** The types that a schema states; those of OpenAPI 3.0 leave null to `nullable`. */
function typesIn(schema: JsonObject): ReturnType<typeof typesOf> {
  const type = member(schema, "type");
  const types = type === undefined ? [] : typesOf(type);
  return types.length > 0 && member(schema, "nullable") === true ? [...types, "null"] : types;
}
