// Equality with a value that a schema states.
import type { Json, JsonObject } from "../contract.ts";
import { jsonText, stringLiteral, type Code } from "../lib/code.ts";
import { equal, type Expression } from "../lib/expression.ts";
import { member } from "../lib/json.ts";
import { hasType, typesOf } from "./type.ts";

/** Whether `===` decides equality with a value. */
export const isScalar = (value: Json): value is null | boolean | number | string =>
  value === null || (typeof value === "number" ? Number.isFinite(value) : typeof value !== "object");

/** A scalar as a literal. */
export const literal = (value: null | boolean | number | string): Code =>
  typeof value === "string" ? stringLiteral(value) : jsonText(value);

/** `subject === value`. Only for scalars: `accepts` keeps others out. */
export const equals = (subject: Code, value: Json): Expression => equal(subject, isScalar(value) ? literal(value) : jsonText(null));

/** The stated values that a schema's own `type` allows. */
export const allowedByType = (values: readonly Json[], schema: JsonObject): readonly Json[] => {
  const type = member(schema, "type");
  return type === undefined ? values : values.filter((value) => hasType(value, typesOf(type)));
};
