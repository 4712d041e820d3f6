// A JSON Schema 2020-12 schema in the words of draft 7, where draft 7 has words for it.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { entries, fromEntries, isArray, isSchema, member, stringMember } from "../lib/json.ts";
import { mapSchema } from "../lib/schema-walk.ts";

/** Keywords that draft 7 has nothing for, and marks of ours that change what a keyword means. */
const WITHOUT: ReadonlySet<string> = new Set([
  "unevaluatedProperties",
  "unevaluatedItems",
  "minContains",
  "maxContains",
  "x-contains-evaluates",
]);

/** The schema in draft 7, or null when it says more than draft 7 can. */
export function draft07(schema: Schema): Schema | null {
  let isPossible = true;
  const made = mapSchema(schema, (stated) => {
    const inner = withoutEmptyList(stated);
    const named = entries(inner);
    if (named.some(([keyword]) => WITHOUT.has(keyword))) isPossible = false;
    if (!named.some(([keyword]) => isOther(keyword))) return inner;
    return besideReference(
      fromEntries([
        ...named.flatMap(([keyword, value]): readonly (readonly [string, Json])[] =>
          keyword.startsWith("dependent")
            ? []
            : keyword === "items" || keyword === "prefixItems"
              ? itemsOf(keyword, value, inner)
              : [[keyword, keyword === "discriminator" ? propertyOf(value) : value]],
        ),
        ...dependencies(inner),
      ]),
    );
  });
  return isPossible ? made : null;
}

/** A list of values has one at least (draft 7, section 6.1.2): where there is none, nothing passes. */
function withoutEmptyList(schema: JsonObject): JsonObject {
  const values = member(schema, "enum");
  if (!isArray(values) || values.length > 0) return schema;
  const { enum: _, ...rest } = schema;
  return { ...rest, not: {} };
}

/** What draft 7 says otherwise. */
const isOther = (keyword: string): boolean =>
  keyword === "$ref" || keyword === "prefixItems" || keyword === "discriminator" || keyword.startsWith("dependent");

/** OpenAPI's Discriminator Object holds the property's name, and AsyncAPI's Schema Object has that name alone (3.0.0, Schema Object). */
const propertyOf = (discriminator: Json): Json => stringMember(discriminator, "propertyName") ?? discriminator;

/** `prefixItems` were a list under `items`, and what follows them `additionalItems` (draft 7, sections 6.4.1 and 6.4.2). */
const itemsOf = (keyword: string, value: Json, schema: JsonObject): readonly (readonly [string, Json])[] =>
  keyword === "prefixItems"
    ? [["items", value]]
    : member(schema, "prefixItems") === undefined
      ? [["items", value]]
      : [["additionalItems", value]];

/** Both kinds of dependencies stood under one keyword (draft 7, section 6.5.7). */
function dependencies(schema: JsonObject): readonly (readonly [string, Json])[] {
  const names = new Map(entries(member(schema, "dependentRequired")));
  for (const [name, inner] of entries(member(schema, "dependentSchemas"))) {
    const required = names.get(name);
    names.set(name, required === undefined || !isSchema(inner) ? inner : { allOf: [inner, { required }] });
  }
  return names.size === 0 ? [] : [["dependencies", fromEntries(names)]];
}

/** Draft 7 ignores what stands beside `$ref` (Core, section 8.3). */
function besideReference(schema: JsonObject): JsonObject {
  const { $ref: reference, ...rest } = schema;
  return reference === undefined || Object.keys(rest).length === 0 ? schema : withAll(rest, { $ref: reference });
}

function withAll(rest: JsonObject, reference: JsonObject): JsonObject {
  const all = member(rest, "allOf");
  return { ...rest, allOf: [...(isArray(all) ? all : []), reference] };
}
