// What is known of one JSON Schema keyword, and the closed set of steps that a keyword's test is made of.
import type { Json, JsonObject, Schema } from "../contract.ts";
import type { Scope } from "../helpers.ts";
import type { Code } from "../lib/code.ts";
import type { Expression } from "../lib/expression.ts";

/** The types of JSON Schema 2020-12 Core, section 4.2.1, with `integer` of Validation, section 6.1.1. */
export type JsonType = "null" | "boolean" | "object" | "array" | "number" | "integer" | "string";

/** Builds a condition over a subject, which is a variable's name. */
export type Condition = (subject: Code, scope: Scope) => Expression;

/** A schema inside another, with its RFC 6901 pointer there. */
export interface Part {
  readonly at: string;
  readonly schema: Schema;
}

/** Which members an `others` step leaves out. */
export interface Named {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
}

/** One step of a schema's test. `says` are the words after "must". */
export type Step =
  | { readonly kind: "type"; readonly types: readonly JsonType[]; readonly says: string }
  /** A condition on instances of one type (`gate`), or on all of them (null). `settles` lists the values that pass when these are all there are. */
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
  /** A member that must be there when another is. */
  | { readonly kind: "required-with"; readonly name: string; readonly other: string; readonly says: string }
  | ({ readonly kind: "property"; readonly name: string } & Part)
  /** The members whose names match a pattern. */
  | ({ readonly kind: "pattern"; readonly pattern: string } & Part)
  /** The members that are not named. */
  | ({ readonly kind: "others"; readonly named: Named; readonly says: string } & Part)
  | ({ readonly kind: "names" } & Part)
  | ({ readonly kind: "prefix"; readonly index: number } & Part)
  | ({ readonly kind: "items"; readonly from: number; readonly says: string } & Part)
  | ({ readonly kind: "contains"; readonly least: number; readonly most: number | null; readonly says: Limits } & Part)
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "branches"; readonly keyword: "allOf" | "anyOf" | "oneOf"; readonly parts: readonly Part[]; readonly says: string }
  | ({ readonly kind: "not"; readonly says: string } & Part)
  | { readonly kind: "choice"; readonly if: Part; readonly then: Part | null; readonly else: Part | null }
  /** A schema for the whole object when a member is there. */
  | ({ readonly kind: "dependent"; readonly name: string } & Part)
  /** The members or items that no other keyword has looked at. */
  | ({ readonly kind: "unevaluated"; readonly of: "object" | "array"; readonly says: string } & Part)
  | { readonly kind: "never"; readonly says: string };

/** The words for too few and too many. */
interface Limits {
  readonly least: string;
  readonly most: string;
}

/** The members and items that a keyword has looked at, for `unevaluatedProperties` and `unevaluatedItems` (Core, section 11). */
export interface Evaluation {
  readonly members?: "all" | Named;
  /** How many of the first items; `matching` are the items that pass a schema. */
  readonly items?: "all" | { readonly first: number } | { readonly matching: Schema };
}

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
  /** What it has looked at when it passes, apart from what the schemas for the same value have. */
  readonly evaluates?: (value: Json, schema: JsonObject) => Evaluation;
  /** The words after "must" for documentation, or null when it says nothing about values by itself. */
  readonly says: (value: Json, schema: JsonObject) => string | null;
  /** For tests: instances that a schema of this keyword alone accepts and refuses. */
  readonly edges?: (value: Json) => Edges;
}
