// What a schema says by cases.
import type { JsonObject, Schema } from "../contract.ts";
import { isSchema, member } from "../lib/json.ts";
import type { Lowering } from "./lowering.ts";
import { UNKNOWN, type Shape } from "./shape.ts";
import { union } from "./union.ts";

/** The forms of `anyOf` or `oneOf`. */
export function chosen(keyword: string, forms: readonly Schema[], lowering: Lowering): Shape {
  const shapes = forms.map((form) => lowering.accepted(form));
  return union(
    keyword === "oneOf" && lowering.style === "exact" ? shapes.map((shape, index) => alone(shape, index, forms, lowering)) : shapes,
  );
}

/** A form without what another form holds too, where that takes no more words than "not this kind" or "not this property". */
function alone(shape: Shape, index: number, forms: readonly Schema[], lowering: Lowering): Shape {
  if (forms.length > MOST_FORMS) return shape;
  const narrowed = forms.filter((_, at) => at !== index).reduce((left, other) => lowering.meet(left, lowering.refused(other)), shape);
  return isShort(narrowed, shape) ? narrowed : shape;
}

/** Each form costs a look at each other one. */
const MOST_FORMS = 8;

const formsOf = (shape: Shape): readonly Shape[] => (shape.kind === "union" || shape.kind === "intersection" ? shape.parts : [shape]);

const isShort = (narrowed: Shape, shape: Shape): boolean => {
  const known = new Set(formsOf(shape).flatMap((form) => (form.kind === "object" ? form.properties.map(({ name }) => name) : [])));
  return (
    formsOf(narrowed).length <= formsOf(shape).length &&
    formsOf(narrowed).every(
      (form) => form.kind !== "object" || form.properties.every(({ name, shape: inner }) => known.has(name) || inner.kind === "never"),
    )
  );
};

/**
 * `if`: what it holds and `then` does too, or what it refuses and `else` holds. What fails it fails `then` or `else` in the same way.
 */
export function conditional(schema: JsonObject, lowering: Lowering, which: "accepted" | "refused"): Shape {
  const [condition, then = true, otherwise = true] = ["if", "then", "else"].map((keyword) => member(schema, keyword));
  if (!isSchema(condition) || !isSchema(then) || !isSchema(otherwise)) return UNKNOWN;
  return union([
    lowering.meet(lowering.accepted(condition), lowering[which](then)),
    lowering.meet(lowering.refused(condition), lowering[which](otherwise)),
  ]);
}
