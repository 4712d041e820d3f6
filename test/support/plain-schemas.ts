// Arbitrary JSON Schema documents of the plain kind that most of a vendor's types are, with every rule that plain types may have.
import fc from "fast-check";
import type { Json, JsonObject } from "../../scripts/contract.ts";
import { NAMES } from "./random-schema.ts";

type Objects = fc.Arbitrary<JsonObject>;

const name = fc.oneof(fc.constantFrom("a", "b", "c", "kind"), fc.constantFrom<string>(...NAMES));
const optional = (members: Readonly<Record<string, fc.Arbitrary<Json>>>): Objects => fc.record(members, { requiredKeys: [] });
const typed = (type: string, rules: Objects): Objects =>
  fc.tuple(fc.boolean(), rules).map(([isNullable, found]) => ({ type: isNullable ? [type, "null"] : type, ...found }));

const text = typed(
  "string",
  fc.oneof(
    optional({
      minLength: fc.nat(3),
      maxLength: fc.integer({ min: 3, max: 9 }),
      examples: fc.constant(["abc", "\u{1f4a7}\u{1f4a7}\u{1f4a7}"]),
    }),
    optional({ format: fc.constantFrom("date-time", "uuid", "uri", "regex", "int64"), examples: fc.constant(["x"]) }),
    optional({ pattern: fc.constantFrom("^[a-z]+$", "^#?[0-9a-f]{2,6}$", "b"), minLength: fc.constant(2), maxLength: fc.constant(4) }),
  ),
);
const limits = {
  minimum: fc.integer({ min: -5, max: 5 }),
  maximum: fc.integer({ min: 0, max: 9 }),
  exclusiveMinimum: fc.constantFrom(-0.5, 0, 3),
};
const number = fc.constantFrom("number", "integer").chain((type) => typed(type, optional({ ...limits, examples: fc.constant([4]) })));
const values = fc.uniqueArray(fc.constantFrom<Json>("a", "b", "A", "", 1, 0.5, true, null), { minLength: 1, maxLength: 9 });
const listed: Objects = fc.oneof(
  values.map((found) => ({ enum: found })),
  fc.uniqueArray(fc.constantFrom("a", "b", "c", "d e"), { minLength: 1 }).map((found) => ({ type: "string", enum: found })),
  fc.constantFrom<Json>("x", 7, false).map((found) => ({ const: found })),
);
const scalar: Objects = fc.oneof(text, number, listed, typed("boolean", fc.constant({})), fc.constant({}));
const reference: Objects = fc.constantFrom("#", "#/$defs/Node", "#/$defs/Leaf").map(($ref) => ({ $ref }));

function schemas(depth: number): Objects {
  if (depth === 0) return fc.oneof(scalar, reference);
  const inner = schemas(depth - 1);
  const form: Objects = fc.oneof(scalar, reference, inner);
  return fc.oneof(
    scalar,
    reference,
    objects(inner),
    objects(inner),
    maps(inner),
    fc.tuple(form, fc.constant({ description: "No rule." })).map((allOf) => ({ allOf })),
    typed("array", optional({ items: inner, minItems: fc.nat(2), maxItems: fc.integer({ min: 1, max: 120 }), uniqueItems: fc.boolean() })),
    fc.tuple(form, fc.boolean()).map(([one, isFirst]) => ({ anyOf: isFirst ? [{ type: "null" }, one] : [one, { type: "null" }] })),
    fc.array(form, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.tuple(text, objects(inner), number).map((oneOf) => ({ oneOf })),
    fc.array(fc.oneof(objects(inner), reference), { minLength: 1, maxLength: 2 }).map((allOf) => ({ type: "object", allOf })),
  );
}

const objects = (inner: Objects): Objects =>
  typed(
    "object",
    fc
      .tuple(
        fc.array(fc.tuple(name, inner), { maxLength: 4 }),
        fc.uniqueArray(name, { maxLength: 2 }),
        fc.option(fc.oneof(fc.constant(false), inner)),
      )
      .map(([members, required, others]) => ({
        properties: Object.fromEntries(members),
        required,
        ...(members.length > 2 ? { maxProperties: members.length - 1 } : {}),
        ...(others === null ? {} : { additionalProperties: others }),
      })),
  );

const maps = (inner: Objects): Objects =>
  typed(
    "object",
    fc.record(
      {
        additionalProperties: inner,
        maxProperties: fc.integer({ min: 1, max: 9 }),
        propertyNames: fc.constantFrom<Json>({ pattern: "^.{1,27}$" }, { minLength: 2, maxLength: 7 }, { pattern: "^x-" }),
      },
      { requiredKeys: ["additionalProperties"] },
    ),
  );

/** A document whose declarations are called Root, Node and Leaf. */
export const plainDocuments: Objects = fc.record({ root: schemas(2), node: schemas(1), leaf: scalar }).map((made) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...made.root,
  title: "Root",
  $defs: { Node: made.node, Leaf: made.leaf },
}));
