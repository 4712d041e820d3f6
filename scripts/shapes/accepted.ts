// From a schema to its shape. Lowering may widen, never narrow: what a validator accepts is assignable to the type.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { hasType, typesOf } from "../keywords/type.ts";
import { isArray, isSchema, member, stringMember } from "../lib/json.ts";
import { arrayShape } from "./array-shape.ts";
import { chosen, conditional } from "./choices.ts";
import { dependentShapes } from "./dependents.ts";
import type { Lowering } from "./lowering.ts";
import { objectShape } from "./object-shape.ts";
import { anyOfKind, KINDS, NEVER, UNKNOWN, type Kind, type Shape } from "./shape.ts";
import { unevaluatedShapes } from "./unevaluated.ts";
import { union } from "./union.ts";
import { valueShape } from "./value-shape.ts";

/** Lowers a schema. Where several keywords speak of the same value, each narrows the others. */
export function accepted(schema: Schema, lowering: Lowering): Shape {
  if (typeof schema === "boolean") return schema ? UNKNOWN : NEVER;
  const reference = stringMember(schema, "$ref");
  const said: readonly Shape[] = [
    ...(reference === undefined ? [] : [{ kind: "reference", name: reference } as const]),
    ownShape(schema, lowering),
    ...["anyOf", "oneOf"].flatMap((keyword) => listOf(schema, keyword, (forms) => chosen(keyword, forms, lowering))),
    ...listOf(schema, "allOf", (parts) => parts.map((part) => lowering.accepted(part)).reduce(lowering.meet, UNKNOWN)),
    ...(lowering.style === "listed" ? [] : furtherShapes(schema, lowering)),
  ];
  return said.reduce(lowering.meet, UNKNOWN);
}

function furtherShapes(schema: JsonObject, lowering: Lowering): readonly Shape[] {
  const not = member(schema, "not");
  return [
    ...(isSchema(not) ? [lowering.refused(not)] : []),
    ...(member(schema, "if") === undefined ? [] : [conditional(schema, lowering, "accepted")]),
    ...dependentShapes(schema, lowering),
    ...unevaluatedShapes(schema, lowering),
  ];
}

const listOf = (schema: JsonObject, keyword: string, combine: (parts: readonly Schema[]) => Shape): readonly Shape[] => {
  const value = member(schema, keyword);
  return isArray(value) ? [combine(value.filter(isSchema))] : [];
};

/** What `const`, `enum` and `type` say, with the members and items that belong to the types. */
function ownShape(schema: JsonObject, lowering: Lowering): Shape {
  const type = member(schema, "type");
  const stated = statedValues(schema).map((values) =>
    union(values.filter((value) => type === undefined || hasType(value, typesOf(type))).map(valueShape)),
  );
  // Of a list of values that is stated twice, the first statement is listed.
  if (lowering.style === "listed" && (stated.length > 0 || type === undefined)) return stated[0] ?? UNKNOWN;
  const kinds = kindsOfTypes(type);
  const inner = kinds.map((kind) =>
    kind === "object" ? objectShape(schema, lowering) : kind === "array" ? arrayShape(schema, lowering) : anyOfKind(kind),
  );
  // A document that lists all types is shown with all of them.
  if (lowering.style === "listed" && inner.length > 1) return { kind: "union", parts: inner };
  return [...stated, union(inner)].reduce(lowering.meet, UNKNOWN);
}

const kindsOfTypes = (type: Json | undefined): readonly Kind[] =>
  type === undefined ? KINDS : typesOf(type).map((one) => (one === "integer" ? "number" : one));

function statedValues(schema: JsonObject): readonly (readonly Json[])[] {
  const constant = member(schema, "const");
  const values = member(schema, "enum");
  return [...(constant === undefined ? [] : [[constant]]), ...(isArray(values) ? [values] : [])];
}
