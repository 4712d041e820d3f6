// Arbitrary small JSON Schema documents with two definitions: the names and mixtures of keywords that vendors come up with.
import fc from "fast-check";
import type { Json, JsonObject, Schema } from "../../scripts/contract.ts";
import { isObject, isSchema } from "../../scripts/lib/json.ts";
import type { Resolve } from "./interpret.ts";

/** Names that every object inherits, that need escaping, that are no identifiers. */
export const NAMES = ["a", "b", "__proto__", "constructor", "toString", "日本", "a/b", "m~n", "", "x y", "0"] as const;

const TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
const SCALARS: readonly Json[] = [null, true, false, 0, 1, 2.5, "", "a", "b", "ab", "日本", "\u{1f4a7}"];

type Objects = fc.Arbitrary<JsonObject>;
const name = fc.oneof(fc.constantFrom<string>("a", "b"), fc.constantFrom<string>(...NAMES));
const keyword = (word: string, values: fc.Arbitrary<Json>): Objects => values.map((value) => ({ [word]: value }));

const leaf: Objects = fc.oneof(
  keyword("type", fc.constantFrom(...TYPES)),
  keyword("type", fc.uniqueArray(fc.constantFrom<Json>(...TYPES), { minLength: 1, maxLength: 3 })),
  keyword("enum", fc.uniqueArray(fc.constantFrom(...SCALARS), { minLength: 1, maxLength: 4 })),
  keyword("const", fc.constantFrom(...SCALARS)),
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map((word) => keyword(word, fc.constantFrom(-1, 0, 0.5, 1, 2))),
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"].map((word) => keyword(word, fc.nat(2))),
  keyword("pattern", fc.constantFrom("^a", "b$", "^[ab]+$", "\\d", "^\\p{L}*$", "/", "^.$")),
  keyword("required", fc.uniqueArray(name, { maxLength: 2 })),
  fc.constant({ nullable: true }),
);

const nested = (inner: fc.Arbitrary<Schema>): Objects => {
  const members = keyword(
    "properties",
    fc.array(fc.tuple(name, inner), { minLength: 1, maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
  );
  return fc.oneof(
    members,
    members,
    keyword("items", inner),
    keyword("additionalProperties", inner),
    keyword("propertyNames", inner),
    ...["anyOf", "oneOf", "allOf"].map((word) => keyword(word, fc.array(inner, { minLength: 1, maxLength: 3 }))),
    keyword(
      "anyOf",
      inner.map((form) => [form, { type: "null" }]),
    ),
    keyword("$ref", fc.constantFrom("#", "#/$defs/Node", "#/$defs/Leaf")),
  );
};

const merged = (parts: readonly JsonObject[]): JsonObject => Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
const flat: Objects = fc.array(leaf, { maxLength: 3 }).map(merged);

const objectsTo = (depth: number): Objects =>
  depth === 0 ? flat : fc.array(fc.oneof(leaf, nested(schemasTo(depth - 1))), { maxLength: 4 }).map(merged);
const schemasTo = (depth: number): fc.Arbitrary<Schema> =>
  fc.oneof({ arbitrary: objectsTo(depth), weight: 7 }, { arbitrary: fc.boolean(), weight: 1 });

/** A document whose declarations are called Root, Node and Leaf. */
export const documentsOfSchemas: Objects = fc.record({ root: objectsTo(2), node: objectsTo(2), leaf: flat }).map((made) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...made.root,
  title: "Root",
  $defs: { Node: made.node, Leaf: made.leaf },
}));

/** What references of such a document lead to. */
export const resolveInDocument =
  (document: JsonObject): Resolve =>
  (reference) => {
    if (reference === "#") return document;
    const found = isObject(document["$defs"]) ? document["$defs"][reference.replace("#/$defs/", "")] : undefined;
    if (!isSchema(found)) throw new RangeError(`${reference} is not there`);
    return found;
  };

const { any } = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constantFrom(...SCALARS),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.array(fc.tuple(name, tie("any")), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));

/** JSON values with the names that the documents use. */
export const anyValue: fc.Arbitrary<Json> = any;
