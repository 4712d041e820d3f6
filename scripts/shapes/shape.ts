// What a schema allows, in words that TypeScript has.
import type { Schema } from "../contract.ts";

/** The six types of a JSON value. TypeScript has none for whole numbers. */
export type Kind = "object" | "array" | "string" | "number" | "boolean" | "null";

/** A closed set of shapes. Each stands for a set of JSON values. */
export type Shape =
  | { readonly kind: "unknown" | "never" | "null" | "boolean" | "number" | "string" }
  | { readonly kind: "literal"; readonly value: boolean | number | string }
  | ArrayShape
  | ObjectShape
  | { readonly kind: "union" | "intersection"; readonly parts: readonly Shape[] }
  | { readonly kind: "reference"; readonly name: string };

/** Lists of `min` to `max` items (null: any number): the first ones by place, all others alike. */
export interface ArrayShape {
  readonly kind: "array";
  readonly first: readonly Shape[];
  readonly rest: Shape;
  readonly min: number;
  readonly max: number | null;
}

/** Objects by key. What patterns say of a named property is part of the property's own shape. */
export interface ObjectShape {
  readonly kind: "object";
  readonly properties: readonly PropertyShape[];
  readonly patterns: readonly PatternShape[];
  /** Values of all keys that are neither named nor match a pattern. */
  readonly others: Shape;
}

export interface PropertyShape {
  readonly name: string;
  readonly optional: boolean;
  /** What the property's comment speaks of. */
  readonly schema: Schema;
  readonly shape: Shape;
}

/** What the values of matching keys are. */
export interface PatternShape {
  readonly pattern: string;
  readonly shape: Shape;
}

/** The kinds in the order in which unions name them: what a schema speaks of first, as a rule. */
export const KINDS: readonly Kind[] = ["object", "array", "string", "number", "boolean", "null"];

export const UNKNOWN: Shape = { kind: "unknown" };
export const NEVER: Shape = { kind: "never" };
const ANY_ARRAY: ArrayShape = { kind: "array", first: [], rest: UNKNOWN, min: 0, max: null };
const ANY_OBJECT: ObjectShape = { kind: "object", properties: [], patterns: [], others: UNKNOWN };

/** All values of one kind. */
export const anyOfKind = (kind: Kind): Shape => (kind === "array" ? ANY_ARRAY : kind === "object" ? ANY_OBJECT : { kind });

/** An array shape from what differs from any array. */
export const arrayOf = (parts: Partial<ArrayShape>): ArrayShape => ({ ...ANY_ARRAY, ...parts });

/** An object shape from what differs from any object. */
export const objectOf = (parts: Partial<ObjectShape>): ObjectShape => ({ ...ANY_OBJECT, ...parts });

/** A property of which nothing else is known. */
export const propertyOf = (name: string, optional: boolean, shape: Shape): PropertyShape => ({ name, optional, schema: true, shape });

/** Whether a shape holds every value of its kind. */
export const isAny = (shape: Shape): boolean =>
  shape.kind === "array"
    ? shape.first.length === 0 && shape.rest.kind === "unknown" && shape.min === 0 && shape.max === null
    : shape.kind === "object"
      ? shape.properties.length === 0 && shape.patterns.length === 0 && shape.others.kind === "unknown"
      : shape.kind !== "literal";
