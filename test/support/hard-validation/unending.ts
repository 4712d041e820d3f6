// Schemas that no compiler can give code for: references that lead nowhere, or around without consuming data. Each is told with its place.
/* oxlint-disable unicorn/no-thenable -- a keyword of JSON Schema */
import type { Json } from "../../../scripts/contract.ts";
import { ALL, inBoth, ONLY_2020, SINCE_2019, type CaseDialect } from "./group.ts";

export interface RefusedSchema {
  readonly title: string;
  readonly dialects: readonly CaseDialect[];
  readonly schema: Json;
  /** Part of the place that must be told. */
  readonly at: string;
}

const written: readonly RefusedSchema[] = [
  {
    title: "a reference to itself (core 9.4.1)",
    dialects: ALL,
    schema: { definitions: { a: { $ref: "#/definitions/a" } }, items: { $ref: "#/definitions/a" } },
    at: "a",
  },
  {
    title: "two that refer to each other (core 9.4.1)",
    dialects: ALL,
    schema: { definitions: { a: { $ref: "#/definitions/b" }, b: { $ref: "#/definitions/a" } }, items: { $ref: "#/definitions/a" } },
    at: "definitions",
  },
  { title: "around through allOf (core 9.4.1)", dialects: ALL, schema: { allOf: [{ anyOf: [{ $ref: "#" }] }] }, at: "/" },
  {
    title: "around through not (core 9.4.1)",
    dialects: ALL,
    schema: { properties: { a: { not: { $ref: "#/properties/a" } } } },
    at: "/properties/a",
  },
  {
    title: "a definition that is not there (core 8.2.3.1)",
    dialects: ALL,
    schema: { properties: { a: { $ref: "#/definitions/missing" } }, definitions: {} },
    at: "/properties/a",
  },
  {
    title: "an inherited name is no definition (RFC 6901 section 4)",
    dialects: ALL,
    schema: { items: { $ref: "#/definitions/toString" }, definitions: {} },
    at: "/items",
  },
  {
    title: "a document that was not given (core 8.2.3.1)",
    dialects: ALL,
    schema: { properties: { a: { $ref: "http://example.com/missing" } } },
    at: "/properties/a",
  },
];

export const refused: readonly RefusedSchema[] = [
  ...written.flatMap(({ at, ...group }) =>
    inBoth(group).map((one) => ({ ...one, at: one.dialects.includes("2020-12") ? at.replace("definitions", "$defs") : at })),
  ),
  { title: "the root refers to itself (core 9.4.1)", dialects: SINCE_2019, schema: { $ref: "#" }, at: "" },
  {
    title: "around through if (core 9.4.1)",
    dialects: SINCE_2019,
    schema: { properties: { a: { if: { $ref: "#/properties/a" }, then: { minimum: 1 } } } },
    at: "/properties/a",
  },
  {
    title: "around through dependentSchemas (core 9.4.1)",
    dialects: SINCE_2019,
    schema: { dependentSchemas: { a: { $ref: "#" } } },
    at: "/dependentSchemas/a",
  },
  {
    title: "a dynamic reference around itself (core 9.4.1)",
    dialects: ONLY_2020,
    schema: { $dynamicAnchor: "x", allOf: [{ $dynamicRef: "#x" }] },
    at: "/allOf/0",
  },
  { title: "an anchor that is not there (core 8.2.2)", dialects: SINCE_2019, schema: { items: { $ref: "#missing" } }, at: "/items" },
];
