// Rewrites OpenAPI's `example`, and examples by name, to the list that 2020-12 has.
import type { Contract, Json, JsonObject } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, isObject, member, sameJson, stringMember } from "../lib/json.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

const SPELLINGS = ["example", "x-example", "x-examples"] as const;

/** `examples` may be a map in OpenAPI documents, as it is beside a schema there; `x-examples` is one in the documents of editors. */
export const exampleToExamples = (contract: Contract): Contract =>
  rewriteSchemas(
    contract,
    (schema, at, report, _, { openapi }) => {
      const stated = member(schema, "examples");
      const isMap = openapi !== undefined && isObject(stated) && stringMember(stated, "$ref") === undefined;
      if (!isMap && SPELLINGS.every((keyword) => member(schema, keyword) === undefined)) return schema;
      if (openapi === undefined && member(schema, "example") !== undefined)
        report(diagnostic("example-keyword", at("example"), {}, '"example"'.length));
      if (isMap) report(diagnostic("examples-by-name", at("examples"), {}, '"examples"'.length));
      const listed = isArray(stated) ? stated : isMap ? named(stated) : [];
      const single = ["example", "x-example"].map((keyword) => member(schema, keyword)).filter((value) => value !== undefined);
      const examples = distinct([...single, ...listed, ...named(member(schema, "x-examples"))]);
      const rest = entries(schema).filter(([keyword]) => !isExample(keyword));
      return fromEntries(examples.length === 0 ? rest : [...rest, ["examples", examples]]);
    },
    isExample,
  );

const isExample = (keyword: string): boolean => keyword === "examples" || SPELLINGS.some((spelling) => spelling === keyword);

/** The values of a map of examples: each is an Example Object, or the value itself. */
function named(map: Json | undefined): readonly Json[] {
  if (isArray(map)) return map;
  return entries(map)
    .map(([, each]) => (isExampleObject(each) ? member(each, "value") : each))
    .filter((value) => value !== undefined);
}

const EXAMPLE_KEYS: ReadonlySet<string> = new Set(["value", "summary", "description", "externalValue"]);

/** Whether an object has a value or its address, and nothing that an Example Object has not (OpenAPI 3.1, "Example Object"). */
const isExampleObject = (value: Json): value is JsonObject =>
  isObject(value) &&
  (Object.hasOwn(value, "value") || Object.hasOwn(value, "externalValue")) &&
  Object.keys(value).every((key) => EXAMPLE_KEYS.has(key));

const distinct = (values: readonly Json[]): readonly Json[] =>
  values.filter((value, index) => values.findIndex((other) => sameJson(other, value)) === index);
