// Types that hold themselves, where TypeScript cannot put off resolving them.
import { arrayOf, type Shape } from "./shape.ts";

/** Whether resolving a declaration's type asks for the same type again. TypeScript puts off what stands inside objects. */
export type IsCircular = (name: string) => boolean;

/** Finds circular names among shapes. */
export function circularNames(shapeOf: (name: string) => Shape | undefined): IsCircular {
  const known = new Map<string, boolean>();
  const reaches = (from: string, goal: string, seen: Set<string>): boolean => {
    const shape = shapeOf(from);
    if (shape === undefined || seen.has(from)) return false;
    seen.add(from);
    return mentions(shape, (name) => name === goal || reaches(name, goal, seen));
  };
  return (name) => {
    const found = known.get(name) ?? reaches(name, name, new Set());
    known.set(name, found);
    return found;
  };
}

/**
 * A shape for an optional item of a tuple, or for its rest: `[(string | [Self])?]` is an error (TS2456), `[string | [Self]]` and `[Self?]` are
 * not. Lists that lead back there are lists of anything.
 */
export function loosened(shape: Shape, isCircular: IsCircular): Shape {
  if (shape.kind === "array") return mentions(shape, isCircular) ? arrayOf({}) : shape;
  return shape.kind === "union" || shape.kind === "intersection"
    ? { ...shape, parts: shape.parts.map((part) => loosened(part, isCircular)) }
    : shape;
}

function mentions(shape: Shape, isMeant: (name: string) => boolean): boolean {
  if (shape.kind === "reference") return isMeant(shape.name);
  const parts =
    shape.kind === "array" ? [...shape.first, shape.rest] : shape.kind === "union" || shape.kind === "intersection" ? shape.parts : [];
  return parts.some((part) => mentions(part, isMeant));
}
