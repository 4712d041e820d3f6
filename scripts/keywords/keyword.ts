// What is known of one JSON Schema keyword, and the closed set of steps that a keyword's test is made of.
import type { Json, JsonObject, Schema } from "../contract.ts";
import type { Use } from "../helpers.ts";
import type { Code } from "../lib/code.ts";
import type { Expression } from "../lib/expression.ts";

/** The types of JSON Schema 2020-12 Core, section 4.2.1, with `integer` of Validation, section 6.1.1. */
export type JsonType = "null" | "boolean" | "object" | "array" | "number" | "integer" | "string";

/** Builds a condition over a subject expression. */
export type Condition = (subject: Code, use: Use) => Expression;

/** One step of a schema's test. `says` are the words after "must". */
export type Step =
  | { readonly kind: "type"; readonly types: readonly JsonType[]; readonly says: string }
  /** `settles` lists the values that pass when these are all there are. */
  /** A condition on instances of one type (`gate`), or on all of them (null). */
  | {
      readonly kind: "test";
      readonly keyword: string;
      readonly gate: JsonType | null;
      readonly holds: Condition;
      readonly says: string;
      readonly settles: readonly Json[] | null;
      /** The words as an expression, where printing them would be too long. */ readonly saidBy?: Code;
    }
  | { readonly kind: "required"; readonly name: string; readonly says: string }
  | { readonly kind: "property"; readonly name: string; readonly schema: Schema }
  /** The members that `properties` does not name. */
  | { readonly kind: "others"; readonly named: readonly string[]; readonly schema: Schema; readonly says: string }
  | { readonly kind: "names"; readonly schema: Schema }
  | { readonly kind: "items"; readonly schema: Schema }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "branches"; readonly keyword: "allOf" | "anyOf" | "oneOf"; readonly schemas: readonly Schema[]; readonly says: string }
  | { readonly kind: "never"; readonly says: string };

/** Values on both sides of a keyword's rule, for tests. */
export interface Edges {
  readonly good: readonly Json[];
  readonly bad: readonly Json[];
}

/** All that is known of one keyword. */
export interface Keyword {
  /** What its value holds, when it holds schemas. */
  readonly holds?: "schema" | "list" | "map";
  /** What its value must be, in words, when it is not that; null when it is well stated. */
  readonly accepts: (value: Json) => string | null;
  /** Its test. `schema` is the whole schema that it stands in. */
  readonly steps: (value: Json, schema: JsonObject) => readonly Step[];
  /** The words after "must" for documentation, or null when it says nothing about values by itself. */
  readonly says: (value: Json, schema: JsonObject) => string | null;
  /** For tests: instances that a schema of this keyword alone accepts and refuses. */
  readonly edges?: (value: Json) => Edges;
}
