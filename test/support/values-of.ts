// Arbitrary values of a JSON Schema, made from the schema and not from validators. Where keywords contradict each other it does its best.
import fc from "fast-check";
import type { Json, JsonObject, Schema } from "../../scripts/contract.ts";
import { entries, isArray, isObject, isSchema } from "../../scripts/lib/json.ts";
import type { Resolve } from "./interpret.ts";

type Values = fc.Arbitrary<Json>;

const SOME: Values = fc.constantFrom<Json>(null, true, 0, -1.5, "a", "日本", [], [1], {}, { a: 1 });
const TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"];

const FORMATS: { readonly [format: string]: Values } = {
  uuid: fc.uuid(),
  uri: fc.constantFrom("https://app.codat.io/companies/1?tab=a#b", "mailto:a@example.com", "urn:isbn:0451450523", "http://[::1]:80/%20"),
};

const limit = (schema: JsonObject, keyword: string, otherwise: number): number => {
  const value = schema[keyword];
  return typeof value === "number" ? value : otherwise;
};

/** Values of a schema; below the depth, optional members and items are left out. */
export function valuesOf(schema: Schema, resolve: Resolve, depth = 4): Values {
  if (typeof schema === "boolean") return SOME;
  if (typeof schema["$ref"] === "string") return depth < -3 ? SOME : valuesOf(resolve(schema["$ref"]), resolve, depth - 1);
  if (schema["const"] !== undefined) return fc.constant(schema["const"]);
  const listed = schema["enum"];
  if (isArray(listed)) return fc.constantFrom(...listed);
  for (const keyword of ["anyOf", "oneOf", "allOf"]) {
    const forms = schema[keyword];
    if (isArray(forms)) return fc.oneof(...forms.filter(isSchema).map((form) => valuesOf(form, resolve, depth - 1)));
  }
  const type = schema["type"] ?? (schema["properties"] === undefined ? TYPES : "object");
  const types = isArray(type) ? type : [type];
  return fc.oneof(...types.map((one) => ofType(String(one), schema, resolve, depth)));
}

function ofType(type: string, schema: JsonObject, resolve: Resolve, depth: number): Values {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number": {
      const least = Math.max(limit(schema, "minimum", -5), limit(schema, "exclusiveMinimum", -5));
      const from = fc.integer({ min: Math.ceil(least), max: Math.ceil(least) + 4 });
      return type === "integer"
        ? from
        : fc.oneof(
            from,
            from.map((value) => value + 0.5),
          );
    }
    case "string": {
      const known = FORMATS[String(schema["format"])];
      const minLength = limit(schema, "minLength", 0);
      const unit = fc.constantFrom("a", "b", "1", " ", "日", "\u{1f4a7}", "'", '"', "\\", "\u2028");
      return (
        known ?? fc.string({ unit, minLength, maxLength: Math.max(minLength, Math.min(limit(schema, "maxLength", 8), minLength + 8)) })
      );
    }
    case "array": {
      const { items } = schema;
      const minLength = limit(schema, "minItems", 0);
      const maxLength = depth <= 0 ? minLength : Math.max(minLength, Math.min(limit(schema, "maxItems", 3), minLength + 3));
      return fc.array(isSchema(items) ? valuesOf(items, resolve, depth - 1) : SOME, { minLength, maxLength });
    }
    default:
      return objectsOf(schema, resolve, depth);
  }
}

function objectsOf(schema: JsonObject, resolve: Resolve, depth: number): Values {
  const { properties, required, additionalProperties: others, propertyNames } = schema;
  const needed = new Set(isArray(required) ? required.map(String) : []);
  const stated = entries(properties).map(([name, inner]) => {
    const member = (isSchema(inner) && inner !== false ? valuesOf(inner, resolve, depth - 1) : SOME).map(
      (value): readonly [string, Json][] => [[name, value]],
    );
    return needed.has(name) ? member : depth <= 0 || inner === false ? fc.constant([]) : fc.option(member, { nil: [] });
  });
  const missing = [...needed]
    .filter((name) => !isObject(properties) || !Object.hasOwn(properties, name))
    .map((name) => SOME.map((value): [string, Json][] => [[name, value]]));
  const names =
    isSchema(propertyNames) && isObject(propertyNames)
      ? ofType("string", propertyNames, resolve, 0).map(String)
      : fc.constantFrom("other", "constructor", "__proto__", "日");
  const value = isSchema(others) && others !== false ? valuesOf(others, resolve, depth - 1) : SOME;
  const most = others === false || depth <= 0 ? 0 : Math.max(0, limit(schema, "maxProperties", 3) - stated.length);
  const least = Math.min(most, Math.max(0, limit(schema, "minProperties", 0) - needed.size));
  const more = fc.uniqueArray(fc.tuple(names, value), { selector: ([name]) => name, minLength: least, maxLength: most });
  // What is stated wins over what is added.
  return fc.tuple(more, ...stated, ...missing).map((parts) => Object.fromEntries(parts.flat()));
}
