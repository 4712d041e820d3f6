// Every keyword that Hookwright knows, in the order in which a schema's test goes through them.
import type { Json, JsonObject } from "../contract.ts";
import { entries } from "../lib/json.ts";
import { aDiscriminator, aFlag, aList, aText, anything, aValue } from "./accepts.ts";
import { additionalProperties } from "./additional-properties.ts";
import { allOf } from "./all-of.ts";
import { annotation } from "./annotation.ts";
import { anyOf } from "./any-of.ts";
import { constant } from "./const.ts";
import { enumeration } from "./enum.ts";
import { exclusiveMaximum } from "./exclusive-maximum.ts";
import { exclusiveMinimum } from "./exclusive-minimum.ts";
import { format } from "./format.ts";
import { conditional, consequence } from "./if.ts";
import { contains, containsLimit } from "./contains.ts";
import { contentEncoding, contentMediaType } from "./content.ts";
import { dependentRequired } from "./dependent-required.ts";
import { dependentSchemas } from "./dependent-schemas.ts";
import { multipleOf } from "./multiple-of.ts";
import { not } from "./not.ts";
import { patternProperties } from "./pattern-properties.ts";
import { prefixItems } from "./prefix-items.ts";
import { unevaluatedItems } from "./unevaluated-items.ts";
import { unevaluatedProperties } from "./unevaluated-properties.ts";
import { uniqueItems } from "./unique-items.ts";
import { items } from "./items.ts";
import type { Keyword } from "./keyword.ts";
import { maximum } from "./maximum.ts";
import { maxItems } from "./max-items.ts";
import { maxLength } from "./max-length.ts";
import { maxProperties } from "./max-properties.ts";
import { minimum } from "./minimum.ts";
import { minItems } from "./min-items.ts";
import { minLength } from "./min-length.ts";
import { minProperties } from "./min-properties.ts";
import { oneOf } from "./one-of.ts";
import { pattern } from "./pattern.ts";
import { properties } from "./properties.ts";
import { propertyNames } from "./property-names.ts";
import { reference } from "./reference.ts";
import { required } from "./required.ts";
import { type } from "./type.ts";

const keywords: { readonly [keyword: string]: Keyword } = {
  type,
  enum: enumeration,
  const: constant,
  $ref: reference,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
  minLength,
  maxLength,
  pattern,
  format,
  contentEncoding,
  contentMediaType,
  minItems,
  maxItems,
  uniqueItems,
  prefixItems,
  items,
  contains,
  minContains: containsLimit,
  maxContains: containsLimit,
  minProperties,
  maxProperties,
  required,
  dependentRequired,
  properties,
  patternProperties,
  additionalProperties,
  propertyNames,
  allOf,
  anyOf,
  oneOf,
  not,
  if: conditional,
  then: consequence,
  else: consequence,
  dependentSchemas,
  unevaluatedProperties,
  unevaluatedItems,
  title: annotation(aText),
  description: annotation(aText),
  default: annotation(aValue),
  examples: annotation(aList),
  deprecated: annotation(aFlag),
  readOnly: annotation(aFlag),
  writeOnly: annotation(aFlag),
  $comment: annotation(aText),
  // OpenAPI's base vocabulary: "hints" and remarks (OpenAPI 3.1, "Schema Object").
  discriminator: annotation(aDiscriminator),
  xml: annotation(anything),
  externalDocs: annotation(anything),
};

const remark: Keyword = annotation(anything);

/** The names of all keywords, in order. */
export const keywordNames: readonly string[] = Object.keys(keywords);

const order: ReadonlyMap<string, number> = new Map(keywordNames.map((name, index) => [name, index]));

/** The keywords of a schema that are known, in the order of the registry. */
export const inKeywordOrder = (schema: JsonObject): readonly (readonly [keyword: string, value: Json])[] =>
  entries(schema)
    .filter(([name]) => order.has(name))
    .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));

/** What is known of a keyword, or undefined. Names that begin with `x-` are the vendors' own remarks. */
export const keywordOf = (name: string): Keyword | undefined =>
  Object.hasOwn(keywords, name) ? keywords[name] : name.startsWith("x-") ? remark : undefined;
