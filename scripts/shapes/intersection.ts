// What several shapes have in common.
import { meetArrays } from "./meet-arrays.ts";
import { meetObjects } from "./meet-objects.ts";
import { isAny, KINDS, NEVER, type Kind, type Shape } from "./shape.ts";
import { shapeText } from "./shape-text.ts";
import { union, unique } from "./union.ts";

/** The kinds that a declaration's values may have. */
export type KindsOf = (name: string) => ReadonlySet<Kind>;

/** The intersection of two shapes. */
export type Meet = (a: Shape, b: Shape) => Shape;

/** Whether an intersection of two shapes without references is worked out; otherwise it is written as `&`. */
export type Joins = (a: Shape, b: Shape) => boolean;

/** Beyond this many combinations a type is written as an intersection of unions: as exact, and shorter. */
const MOST_PAIRS = 64;

/** Joins all that does not grow too long. */
export const joinShort: Joins = (a, b) => formsOf(a).length * formsOf(b).length <= MOST_PAIRS;

/** Joins what has no members or items: those stay as they were stated. */
export const joinSimple: Joins = (a, b) => [...formsOf(a), ...formsOf(b)].every(({ kind }) => kind !== "object" && kind !== "array");

/** Intersections, which are written as `&` where one side is a reference. */
export function intersecting(kindsOf: KindsOf, joins: Joins): Meet {
  const meet: Meet = (a, b) => {
    if (a.kind === "unknown" || b.kind === "never" || a === b) return b;
    if (b.kind === "unknown" || a.kind === "never") return a;
    if (shapeText(a) === shapeText(b)) return b;
    const parts = [...partsOf(a), ...partsOf(b)];
    const open = parts.filter((part) => !isPlain(part));
    const kinds = common(open.map((part) => kindsIn(part, kindsOf)));
    const plain = parts
      .filter(isPlain)
      .reduce(merged, [])
      .map((part) => ofKinds(part, kinds));
    if (kinds.size === 0 || plain.some(({ kind }) => kind === "never")) return NEVER;
    const telling = plain.filter((part) => !saysNothing(part, kinds));
    // References first, but where a schema begins with something else.
    const at = Math.max(0, parts.findIndex(isPlain));
    const distinct = unique([...open.slice(0, at), ...telling, ...open.slice(at)]);
    const [only] = distinct;
    return distinct.length === 1 && only !== undefined ? only : { kind: "intersection", parts: distinct };
  };

  const merged = (parts: readonly Shape[], part: Shape): readonly Shape[] => {
    const at = parts.findIndex((other) => joins(other, part));
    const other = parts[at];
    return other === undefined ? [...parts, part] : parts.with(at, meetPlain(other, part));
  };

  const meetPlain = (a: Shape, b: Shape): Shape =>
    union(formsOf(a).flatMap((one) => formsOf(b).map((other) => meetForms(one, other, meet))));
  return meet;
}

const partsOf = (shape: Shape): readonly Shape[] => (shape.kind === "intersection" ? shape.parts : [shape]);
const formsOf = (shape: Shape): readonly Shape[] => (shape.kind === "union" ? shape.parts : [shape]);

const ofKinds = (shape: Shape, kinds: ReadonlySet<Kind>): Shape => union(formsOf(shape).filter((form) => kinds.has(kindOf(form))));

/** Whether a shape holds every value of the kinds. Where nothing is known of them, it is written all the same. */
const saysNothing = (shape: Shape, kinds: ReadonlySet<Kind>): boolean =>
  kinds.size < KINDS.length && formsOf(shape).length === kinds.size && formsOf(shape).every(isAny);

const common = (sets: readonly ReadonlySet<Kind>[]): ReadonlySet<Kind> =>
  new Set(KINDS.filter((kind) => sets.every((kinds) => kinds.has(kind))));

/** Whether a shape says itself what it holds. */
const isPlain = (shape: Shape): boolean =>
  shape.kind === "union" ? shape.parts.every(isPlain) : shape.kind !== "reference" && shape.kind !== "intersection";

/** The kind of a shape that is no union, intersection, reference or unknown. */
const kindOf = (shape: Shape): Kind => {
  const name = shape.kind === "literal" ? typeof shape.value : shape.kind;
  return KINDS.find((kind) => kind === name) ?? "null";
};

/** The kinds that a shape's values may have. */
export function kindsIn(shape: Shape, kindsOf: KindsOf): ReadonlySet<Kind> {
  switch (shape.kind) {
    case "unknown":
      return new Set(KINDS);
    case "never":
      return new Set();
    case "reference":
      return kindsOf(shape.name);
    case "union":
      return new Set(shape.parts.flatMap((part) => [...kindsIn(part, kindsOf)]));
    case "intersection":
      return common(shape.parts.map((part) => kindsIn(part, kindsOf)));
    default:
      return new Set([kindOf(shape)]);
  }
}

/** Two shapes of one kind each. */
function meetForms(a: Shape, b: Shape, meet: Meet): Shape {
  if (a.kind === "array" && b.kind === "array") return meetArrays(a, b, meet);
  if (a.kind === "object" && b.kind === "object") return meetObjects(a, b, meet);
  if (kindOf(a) !== kindOf(b)) return NEVER;
  if (a.kind === "literal" && b.kind === "literal") return a.value === b.value ? a : NEVER;
  return a.kind === "literal" ? a : b;
}
