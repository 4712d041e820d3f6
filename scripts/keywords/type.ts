// `type` (Validation, section 6.1.1): which JSON types a value may have.
import type { Json } from "../contract.ts";
import type { Scope } from "../helpers.ts";
import { code, type Code } from "../lib/code.ts";
import { and, atom, equal, type Expression, not, unequal } from "../lib/expression.ts";
import { isArray, isObject } from "../lib/json.ts";
import type { JsonType, Keyword } from "./keyword.ts";
import { alternatives } from "./words.ts";

const PHRASES: { readonly [type in JsonType]: string } = {
  null: "null",
  boolean: "true or false",
  object: "an object",
  array: "an array",
  number: "a number",
  integer: "an integer",
  string: "a string",
};

const isJsonType = (value: Json): value is JsonType => typeof value === "string" && Object.hasOwn(PHRASES, value);

/** The types that a `type` keyword's value lists. `integer` beside `number` says nothing more. */
export function typesOf(value: Json): readonly JsonType[] {
  const types = (isArray(value) ? value : [value]).filter(isJsonType);
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

/** The types that a value is of: 1 is an integer and a number. */
export const typesOfValue = (value: Json): readonly JsonType[] =>
  Object.keys(PHRASES)
    .filter(isJsonType)
    .filter((one) => HOLDS[one](value));

/** Whether a value is of one of the types. */
export const hasType = (value: Json, types: readonly JsonType[]): boolean => types.some((one) => HOLDS[one](value));

const HOLDS: { readonly [type in JsonType]: (value: Json) => boolean } = {
  null: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  object: isObject,
  array: isArray,
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  string: (value) => typeof value === "string",
};

/** The expression that tests a subject for one type. */
export function typeTest(type: JsonType, subject: Code, { use, typed }: Scope): Expression {
  switch (type) {
    case "null":
      return equal(subject, code`null`);
    case "object":
      // TypeScript needs a function to learn what the value is; written out, the test is a little faster.
      return typed
        ? atom(code`${use("isObject")}(${subject})`)
        : and([equal(code`typeof ${subject}`, code`"object"`), unequal(subject, code`null`), not(atom(code`Array.isArray(${subject})`))]);
    case "array":
      return atom(typed ? code`${use("isArray")}(${subject})` : code`Array.isArray(${subject})`);
    case "integer":
      return and([...(typed ? [equal(code`typeof ${subject}`, code`"number"`)] : []), atom(code`Number.isInteger(${subject})`)]);
    case "boolean":
      return equal(code`typeof ${subject}`, code`"boolean"`);
    case "number":
      return equal(code`typeof ${subject}`, code`"number"`);
    case "string":
      return equal(code`typeof ${subject}`, code`"string"`);
  }
}

const says = (value: Json): string => `be ${alternatives(typesOf(value).map((type) => PHRASES[type]))}`;

export const type: Keyword = {
  accepts: (value) =>
    (isArray(value) ? value.length > 0 && value.every(isJsonType) && new Set(value).size === value.length : isJsonType(value))
      ? null
      : `one of ${Object.keys(PHRASES).join(", ")}, or a list of them`,
  steps: (value) => [{ kind: "type", types: typesOf(value), says: says(value) }],
  says,
  edges: (value) => {
    const samples: { readonly [type in JsonType]: Json } = {
      null: null,
      boolean: false,
      object: {},
      array: [],
      number: 0.5,
      integer: 1,
      string: "",
    };
    const types = typesOf(value);
    const passes = (sample: JsonType): boolean => types.includes(sample) || (sample === "integer" && types.includes("number"));
    const all = Object.keys(samples).filter(isJsonType);
    return {
      good: all.filter(passes).map((sample) => samples[sample]),
      bad: all.filter((sample) => !passes(sample)).map((sample) => samples[sample]),
    };
  },
};
