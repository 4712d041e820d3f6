// Documents on which compiled checks and the plain reading once parted, found by arbitrary schemas and kept so that they stay together.
import type { Json, JsonObject } from "../../scripts/contract.ts";

export interface HardCase {
  readonly given: string;
  readonly document: JsonObject;
  readonly values: readonly Json[];
}

const parsed = (text: string): JsonObject => JSON.parse(text);
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: "object", properties, ...more });

/** More members than a function of a package goes through. */
const many = object(
  Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [
      `m${index}`,
      index % 2 === 0 ? { type: "string", format: "uuid" } : object({ a: { type: "number" } }),
    ]),
  ),
  {
    required: ["m7", "m240", "unstated"],
    additionalProperties: false,
  },
);

export const HARD_CASES: readonly HardCase[] = [
  {
    given: "hundreds of members",
    document: many,
    values: [{}, { m7: {}, m240: "ba29118f-5406-4e59-b05c-ba307ca38d01", unstated: 1 }, { m0: 1, m101: { a: "" }, m240: "?", m300: 1 }],
  },
  { given: "no other properties, and none stated", document: { type: "object", additionalProperties: false }, values: [{}, { a: 1 }] },
  {
    given: "names that must match one of two forms",
    document: { type: "object", propertyNames: { anyOf: [{ maxLength: 1 }, { minLength: 3 }] } },
    values: [{ a: 1 }, { ab: 1 }],
  },
  {
    given: "names that must pass all parts",
    document: { type: "object", propertyNames: { allOf: [{ maxLength: 1 }, { pattern: "^a" }] } },
    values: [{ a: 1 }, { b: 1 }, { ab: 1 }],
  },
  { given: "names of a type that no name has", document: { propertyNames: { type: ["null"], enum: ["a"] } }, values: [{ a: 1 }] },
  {
    given: "a rule for an inherited name",
    document: object(parsed('{ "__proto__": { "minProperties": 1 }, "a": { "type": "string" } }')),
    values: [{ a: 1 }, parsed('{ "__proto__": {} }')],
  },
  {
    given: "null where an object with rules, or null, may stand beside a type",
    document: object(
      { a: {} },
      { type: ["object", "null"], allOf: [{ type: "object" }], anyOf: [{ type: "object", maxProperties: 1 }, { type: "null" }] },
    ),
    values: [null, { a: 1 }, { a: 1, b: 2 }],
  },
  {
    given: "a text with rules, or null, beside another type",
    document: object({ a: { type: "string" } }, { anyOf: [{ type: "string", maxLength: 3 }, { type: "null" }] }),
    values: [{ a: 1 }, null, "a"],
  },
  {
    given: "a list of values, or null, of a type that allows null already",
    document: object({ a: { anyOf: [{ type: ["integer", "null"], enum: [1, 2] }, { type: "null" }] }, b: { type: "string" } }),
    values: [{ a: null, b: 1 }, { a: 3 }, { a: null }],
  },
  {
    given: "a list with null beside a choice",
    document: { enum: [null, "ab"], anyOf: [{ allOf: [false] }, { type: "null" }] },
    values: [null, "ab"],
  },
  { given: "a list with null where only null may stand", document: { type: ["null"], enum: ["a", null] }, values: [null, "a"] },
  {
    given: "a list with null where only null may stand, beside a fault elsewhere",
    document: object({ a: { type: "null", enum: [null, true] }, b: { type: "string" } }),
    values: [{ a: null, b: 1 }, { a: true }],
  },
  { given: "null that may be null", document: { type: "null", nullable: true }, values: [null, 0] },
];
