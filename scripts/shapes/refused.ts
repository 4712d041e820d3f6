// What a schema refuses: a shape of all values that may fail it. Like lowering it may widen, never narrow.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { typesOf } from "../keywords/type.ts";
import { entries, isArray, isSchema, isString, member } from "../lib/json.ts";
import { conditional } from "./choices.ts";
import { having, without } from "./dependents.ts";
import { limit } from "./array-shape.ts";
import type { Lowering } from "./lowering.ts";
import { settledArray } from "./meet-arrays.ts";
import { anyOfKind, arrayOf, KINDS, NEVER, objectOf, UNKNOWN, type Kind, type Shape } from "./shape.ts";
import { union } from "./union.ts";

/** A value fails a schema when it fails one of its keywords. */
export function refused(schema: Schema, lowering: Lowering): Shape {
  if (typeof schema === "boolean") return schema ? NEVER : UNKNOWN;
  return union(entries(schema).map(([keyword, value]) => BY_KEYWORD.get(keyword)?.(value, schema, lowering) ?? NEVER));
}

/** Beyond this many forms, pairs of them are not looked at. */
const MOST_FORMS = 8;

type Refused = (value: Json, schema: JsonObject, lowering: Lowering) => Shape;

const kindOnly =
  (kind: Kind): Refused =>
  () =>
    anyOfKind(kind);

/** A limit that nothing is below. */
const unlessZero =
  (kind: Kind): Refused =>
  (value) =>
    value === 0 ? NEVER : anyOfKind(kind);

const each = (value: Json): readonly Schema[] => (isArray(value) ? value.filter(isSchema) : []);

/** By keyword; keywords that are not here refuse nothing. */
const RULES: { readonly [keyword: string]: Refused } = {
  $ref: (value, _, lowering) => (isString(value) ? lowering.refusedByName(value) : UNKNOWN),
  type: (value) => {
    const types = typesOf(value);
    return union(KINDS.filter((kind) => !types.some((type) => type === kind)).map(anyOfKind));
  },
  const: (value) => allBut([value]),
  enum: (value) => (isArray(value) ? allBut(value) : UNKNOWN),
  not: (value, _, lowering) => (isSchema(value) ? lowering.accepted(value) : UNKNOWN),
  allOf: (value, _, lowering) => union(each(value).map((part) => lowering.refused(part))),
  anyOf: (value, _, lowering) =>
    each(value)
      .map((form) => lowering.refused(form))
      .reduce(lowering.meet, UNKNOWN),
  oneOf: (value, _, lowering) => {
    const forms = each(value);
    if (forms.length > MOST_FORMS) return UNKNOWN;
    const none = forms.map((form) => lowering.refused(form)).reduce(lowering.meet, UNKNOWN);
    const shapes = forms.map((form) => lowering.accepted(form));
    return union([none, ...shapes.flatMap((shape, index) => shapes.slice(index + 1).map((other) => lowering.meet(shape, other)))]);
  },
  if: (_, schema, lowering) => conditional(schema, lowering, "refused"),
  required: (value) => union((isArray(value) ? value.filter(isString) : []).map(without)),
  properties: (value, _, lowering) =>
    union(entries(value).map(([name, inner]) => (isSchema(inner) ? whereHaving(name, lowering.refused(inner)) : UNKNOWN))),
  additionalProperties: (value, _, lowering) => someOf("object", value, lowering),
  patternProperties: (value, _, lowering) => union(entries(value).map(([, inner]) => someOf("object", inner, lowering))),
  propertyNames: (value, _, lowering) => someOf("object", value, lowering),
  minProperties: (_, schema) => {
    const least = limit(schema, "minProperties") ?? 0;
    return least <= 0 ? NEVER : least === 1 ? objectOf({ others: NEVER }) : anyOfKind("object");
  },
  maxProperties: kindOnly("object"),
  dependentRequired: kindOnly("object"),
  dependentSchemas: (value, _, lowering) =>
    union(entries(value).map(([key, inner]) => (isSchema(inner) ? lowering.meet(having(key, UNKNOWN), lowering.refused(inner)) : UNKNOWN))),
  unevaluatedProperties: (value, _, lowering) => someOf("object", value, lowering),
  prefixItems: (value, _, lowering) => union(each(value).map((item, at) => whereItem(at, lowering.refused(item)))),
  items: (value, schema, lowering) => {
    const shape = isSchema(value) ? lowering.refused(value) : UNKNOWN;
    return shape.kind === "never" ? NEVER : arrayOf({ min: each(member(schema, "prefixItems") ?? []).length + 1 });
  },
  contains: (value, schema, lowering) => {
    const least = limit(schema, "minContains") ?? 1;
    const isOpen = limit(schema, "maxContains") === null;
    if (!isOpen || least > 1) return anyOfKind("array");
    return least === 0 || !isSchema(value) ? NEVER : settledArray(arrayOf({ rest: lowering.refused(value) }));
  },
  unevaluatedItems: (value, _, lowering) => someOf("array", value, lowering),
  minItems: (_, schema) => {
    const least = limit(schema, "minItems") ?? 0;
    return least <= 0 ? NEVER : arrayOf({ max: least - 1 });
  },
  maxItems: (_, schema) => arrayOf({ min: Math.max(0, (limit(schema, "maxItems") ?? 0) + 1) }),
  uniqueItems: (value) => (value === true ? arrayOf({ min: 2 }) : NEVER),
  minLength: unlessZero("string"),
  maxLength: kindOnly("string"),
  pattern: kindOnly("string"),
  format: kindOnly("string"),
  "x-content-asserts": kindOnly("string"),
  minimum: kindOnly("number"),
  maximum: kindOnly("number"),
  exclusiveMinimum: kindOnly("number"),
  exclusiveMaximum: kindOnly("number"),
  multipleOf: kindOnly("number"),
};

const BY_KEYWORD: ReadonlyMap<string, Refused> = new Map(Object.entries(RULES));

/** TypeScript can leave out null, true and false; there are too many other values. */
const allBut = (values: readonly Json[]): Shape =>
  union(
    KINDS.flatMap((kind): readonly Shape[] => {
      if (kind === "null") return values.includes(null) ? [] : [anyOfKind(kind)];
      if (kind !== "boolean") return [anyOfKind(kind)];
      return [true, false].filter((value) => !values.includes(value)).map((value) => ({ kind: "literal", value }));
    }),
  );

/** Some value of the kind, when there is one that the inner schema refuses. */
const someOf = (kind: Kind, inner: Json, lowering: Lowering): Shape =>
  isSchema(inner) && lowering.refused(inner).kind === "never" ? NEVER : anyOfKind(kind);

const whereHaving = (name: string, shape: Shape): Shape => (shape.kind === "never" ? NEVER : having(name, shape));

const whereItem = (at: number, shape: Shape): Shape =>
  shape.kind === "never" ? NEVER : arrayOf({ first: [...Array.from({ length: at }, () => UNKNOWN), shape], min: at + 1 });
