// The TypeScript type of a schema. Lowering may widen, never narrow: what a validator accepts is assignable to the type.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { isScalar, literal } from "../keywords/equals.ts";
import { hasType, typesOf } from "../keywords/type.ts";
import { code, identifier, join, propertyName, type Code } from "../lib/code.ts";
import { entries, isArray, isObject, isSchema, isString, member, stringMember } from "../lib/json.ts";

/** A closed set of shapes. */
export type Shape =
  | { readonly kind: "unknown" | "never" | "null" | "boolean" | "number" | "string" }
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | { readonly kind: "array"; readonly items: Shape }
  | { readonly kind: "map"; readonly values: Shape }
  | { readonly kind: "object"; readonly properties: readonly PropertyShape[] }
  | { readonly kind: "union" | "intersection"; readonly parts: readonly Shape[] }
  | { readonly kind: "reference"; readonly name: string };

export interface PropertyShape {
  readonly name: string;
  readonly optional: boolean;
  readonly schema: Schema;
  readonly shape: Shape;
}

const UNKNOWN: Shape = { kind: "unknown" };

/** Lowers a schema. Where several keywords speak of the same value, each narrows the others. */
export function shapeOf(schema: Schema): Shape {
  if (typeof schema === "boolean") return { kind: schema ? "unknown" : "never" };
  const reference = stringMember(schema, "$ref");
  const narrowing: readonly Shape[] = [
    ...(reference === undefined ? [] : [{ kind: "reference", name: reference } as const]),
    ownShape(schema),
    ...["anyOf", "oneOf"].flatMap((keyword) => schemasIn(schema, keyword, (parts) => union(parts.map(shapeOf)))),
    ...schemasIn(schema, "allOf", (parts) => intersection(parts.map(shapeOf))),
  ];
  return intersection(narrowing);
}

const schemasIn = (schema: JsonObject, keyword: string, combine: (parts: readonly Schema[]) => Shape): readonly Shape[] => {
  const value = member(schema, keyword);
  return isArray(value) ? [combine(value.filter(isSchema))] : [];
};

/** What `const`, `enum` and `type` say, with the members and items that belong to the types. */
function ownShape(schema: JsonObject): Shape {
  const type = member(schema, "type");
  const stated = statedValues(schema);
  if (stated !== null) {
    const allowed = type === undefined ? stated : stated.filter((value) => hasType(value, typesOf(type)));
    return union(allowed.map((value) => (isScalar(value) ? { kind: "literal", value } : UNKNOWN)));
  }
  if (type === undefined) return UNKNOWN;
  return union(
    typesOf(type).map((one): Shape => {
      if (one === "object") return objectShape(schema);
      if (one === "array") return { kind: "array", items: itemShape(schema) };
      return { kind: one === "integer" ? "number" : one };
    }),
  );
}

function statedValues(schema: JsonObject): readonly Json[] | null {
  const constant = member(schema, "const");
  if (constant !== undefined) return [constant];
  const values = member(schema, "enum");
  return isArray(values) ? values : null;
}

function itemShape(schema: JsonObject): Shape {
  const items = member(schema, "items");
  return isSchema(items) ? shapeOf(items) : UNKNOWN;
}

/** The properties of an object schema, required names without a schema of their own included. */
export function propertiesOf(schema: Schema): readonly PropertyShape[] {
  const listed = member(schema, "required");
  const required = new Set(isArray(listed) ? listed.filter(isString) : []);
  const stated = entries(member(schema, "properties")).flatMap(([name, inner]) =>
    isSchema(inner) ? [{ name, optional: !required.has(name), schema: inner, shape: shapeOf(inner) }] : [],
  );
  const names = new Set(stated.map(({ name }) => name));
  return [
    ...stated,
    ...[...required].filter((name) => !names.has(name)).map((name) => ({ name, optional: false, schema: true, shape: UNKNOWN })),
  ];
}

function objectShape(schema: JsonObject): Shape {
  const properties = propertiesOf(schema);
  if (properties.length > 0) return { kind: "object", properties };
  const others = member(schema, "additionalProperties");
  return { kind: "map", values: isSchema(others) && others !== false ? shapeOf(others) : UNKNOWN };
}

function union(parts: readonly Shape[]): Shape {
  const flat = unique(parts.flatMap((part) => (part.kind === "union" ? part.parts : [part])).filter(({ kind }) => kind !== "never"));
  const [only] = flat;
  if (only === undefined) return { kind: "never" };
  return flat.length === 1 ? only : flat.some(({ kind }) => kind === "unknown") ? UNKNOWN : { kind: "union", parts: flat };
}

function intersection(parts: readonly Shape[]): Shape {
  const flat = unique(
    parts.flatMap((part) => (part.kind === "intersection" ? part.parts : [part])).filter(({ kind }) => kind !== "unknown"),
  );
  const [only] = flat;
  if (only === undefined) return UNKNOWN;
  return flat.length === 1 ? only : flat.some(({ kind }) => kind === "never") ? { kind: "never" } : { kind: "intersection", parts: flat };
}

const unique = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.length < 2 ? shapes : [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];

/** A shape as TypeScript. */
export function printShape(shape: Shape): Code {
  switch (shape.kind) {
    case "literal":
      return literal(shape.value);
    case "reference":
      return identifier(shape.name);
    case "array":
      return code`${printAtom(shape.items)}[]`;
    case "map":
      return code`{ [key: string]: ${printShape(shape.values)} }`;
    case "object":
      return code`{ ${join(shape.properties.map(printProperty), code`; `)} }`;
    case "union":
      return isOpen(shape.parts)
        ? code`${printUnion(shape.parts.filter(({ kind }) => kind !== "string"))} | (string & {})`
        : printUnion(shape.parts);
    case "intersection":
      return join(shape.parts.map(printAtom), code` & `);
    default:
      return identifier(shape.kind);
  }
}

const printUnion = (parts: readonly Shape[]): Code => join(parts.map(printAtom), code` | `);

/** Known texts beside any text: the known ones stay visible to editors as `"a" | (string & {})`. */
const isOpen = (parts: readonly Shape[]): boolean =>
  parts.some(({ kind }) => kind === "string") &&
  parts.some((part) => (part.kind === "literal" && typeof part.value === "string") || part.kind === "reference");

const printAtom = (shape: Shape): Code =>
  shape.kind === "union" || shape.kind === "intersection" ? code`(${printShape(shape)})` : printShape(shape);

/** `name?: type`. */
export const printProperty = ({ name, optional, shape }: PropertyShape): Code =>
  code`${propertyName(name, "type")}${optional ? code`?` : code``}: ${printShape(shape)}`;

/** Whether a declaration is printed as an interface. */
export const isInterface = (schema: Schema): boolean => shapeOf(schema).kind === "object" && isObject(schema);
