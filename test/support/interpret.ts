// A second, plain reading of JSON Schema 2020-12, keyword by keyword as the specification words it. It shares no rule with scripts/.
import type { Json, JsonObject, Schema } from "../../scripts/contract.ts";
import { entries, isArray, isObject, isSchema } from "../../scripts/lib/json.ts";

/** A rule that a value breaks, named as the generated validators name it. */
export interface Failure {
  readonly pointer: string;
  readonly keyword: string;
}

/** The schema that a reference names. */
export type Resolve = (reference: string) => Schema;

interface Place {
  readonly at: string;
  readonly keyword: string;
  readonly schema: JsonObject;
  readonly resolve: Resolve;
}

type Rule = (rule: Json, value: Json, place: Place) => readonly Failure[];

/** Every failure of a value, those of refused forms included. */
export function failures(schema: Schema, value: Json, resolve: Resolve, at = ""): readonly Failure[] {
  if (typeof schema === "boolean") return schema ? [] : [{ pointer: at, keyword: "false" }];
  const read = nullableRead(impliedObjectRead(schema));
  // OpenAPI 3.0's nullable, where no type can take it up: null passes whatever else is said.
  if (value === null && schema["nullable"] === true && (schema["type"] === undefined || schema["enum"] !== undefined)) return [];
  return entries(read).flatMap(([keyword, rule]) => {
    const holds = Object.hasOwn(RULES, keyword) ? RULES[keyword] : undefined;
    return holds === undefined ? [] : holds(rule, value, { at, keyword, schema: read, resolve });
  });
}

export const passes = (schema: Schema, value: Json, resolve: Resolve): boolean => failures(schema, value, resolve).length === 0;

/** Hookwright's reading of a schema with properties and nothing that settles the type. */
function impliedObjectRead(schema: JsonObject): JsonObject {
  const settled = ["type", "$ref", "enum", "const", "allOf", "anyOf", "oneOf"].some((keyword) => Object.hasOwn(schema, keyword));
  return entries(schema["properties"]).length === 0 || settled ? schema : { type: "object", ...schema };
}

/** `nullable` beside a type joins the types. */
function nullableRead(schema: JsonObject): JsonObject {
  const { type } = schema;
  if (schema["nullable"] !== true || type === undefined || schema["enum"] !== undefined) return schema;
  return { ...schema, type: [...(isArray(type) ? type : [type]), "null"] };
}

const below = (at: string, key: string | number): string => `${at}/${String(key).split("~").join("~0").split("/").join("~1")}`;
const schemasIn = (rule: Json): readonly Schema[] => (isArray(rule) ? rule.filter(isSchema) : []);
const textsIn = (rule: Json): readonly string[] => (isArray(rule) ? rule.filter((one) => typeof one === "string") : []);

/** A rule with a verdict on the value itself. */
const verdict =
  (holds: (rule: Json, value: Json) => boolean): Rule =>
  (rule, value, { at, keyword }) =>
    holds(rule, value) ? [] : [{ pointer: at, keyword }];

const numbers = (holds: (value: number, limit: number) => boolean): Rule =>
  verdict((rule, value) => typeof value !== "number" || holds(value, Number(rule)));
const texts = (holds: (value: string, rule: Json) => boolean): Rule =>
  verdict((rule, value) => typeof value !== "string" || holds(value, rule));
const lists = (holds: (size: number, limit: number) => boolean): Rule =>
  verdict((rule, value) => !isArray(value) || holds(value.length, Number(rule)));
const objects = (holds: (size: number, limit: number) => boolean): Rule =>
  verdict((rule, value) => !isObject(value) || holds(entries(value).length, Number(rule)));

const isOfType = (value: Json, type: Json): boolean => {
  if (type === "null") return value === null;
  if (type === "array") return isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return typeof value === "number" && value % 1 === 0;
  return typeof value === type;
};

const FORMATS: { readonly [format: string]: RegExp } = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  uri: /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/i,
};

const RULES: { readonly [keyword: string]: Rule } = {
  type: verdict((rule, value) => (isArray(rule) ? rule : [rule]).some((type) => isOfType(value, type))),
  // Only scalars can be stated so far, so that identity is equality.
  const: verdict((rule, value) => value === rule),
  enum: verdict((rule, value) => isArray(rule) && rule.includes(value)),
  minimum: numbers((value, limit) => value >= limit),
  maximum: numbers((value, limit) => value <= limit),
  exclusiveMinimum: numbers((value, limit) => value > limit),
  exclusiveMaximum: numbers((value, limit) => value < limit),
  minLength: texts((value, limit) => [...value].length >= Number(limit)),
  maxLength: texts((value, limit) => [...value].length <= Number(limit)),
  pattern: texts((value, pattern) => new RegExp(String(pattern), "u").test(value)),
  format: texts((value, format) => FORMATS[String(format)]?.test(value) ?? true),
  minItems: lists((size, limit) => size >= limit),
  maxItems: lists((size, limit) => size <= limit),
  minProperties: objects((size, limit) => size >= limit),
  maxProperties: objects((size, limit) => size <= limit),
  required: (rule, value, { at, keyword }) =>
    isObject(value) ? textsIn(rule).flatMap((name) => (Object.hasOwn(value, name) ? [] : [{ pointer: below(at, name), keyword }])) : [],
  properties: (rule, value, { at, resolve }) =>
    entries(value).flatMap(([name, inner]) => {
      const schema = isObject(rule) && Object.hasOwn(rule, name) ? rule[name] : undefined;
      return isSchema(schema) ? failures(schema, inner, resolve, below(at, name)) : [];
    }),
  additionalProperties: (rule, value, { at, keyword, schema, resolve }) => {
    const named = new Set(entries(schema["properties"]).map(([name]) => name));
    const others = entries(value).filter(([name]) => !named.has(name));
    if (rule === false) return others.map(([name]) => ({ pointer: below(at, name), keyword }));
    return others.flatMap(([name, inner]) => (isSchema(rule) ? failures(rule, inner, resolve, below(at, name)) : []));
  },
  propertyNames: (rule, value, { at, resolve }) =>
    entries(value).flatMap(([name]) =>
      isSchema(rule) ? failures(rule, name, resolve, "").map((found) => ({ ...found, pointer: below(at, name) })) : [],
    ),
  items: (rule, value, { at, resolve }) =>
    isArray(value) && isSchema(rule) ? value.flatMap((item, index) => failures(rule, item, resolve, below(at, index))) : [],
  $ref: (rule, value, { at, resolve }) => failures(resolve(String(rule)), value, resolve, at),
  allOf: (rule, value, { at, resolve }) => schemasIn(rule).flatMap((schema) => failures(schema, value, resolve, at)),
  anyOf: (rule, value, { at, keyword, resolve }) => {
    const forms = schemasIn(rule).map((schema) => failures(schema, value, resolve, at));
    return forms.some((found) => found.length === 0) ? [] : [{ pointer: at, keyword }, ...forms.flat()];
  },
  oneOf: (rule, value, { at, keyword, resolve }) => {
    const forms = schemasIn(rule).map((schema) => failures(schema, value, resolve, at));
    return forms.filter((found) => found.length === 0).length === 1 ? [] : [{ pointer: at, keyword }, ...forms.flat()];
  },
};
