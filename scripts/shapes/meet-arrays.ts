// Lists that are both of two array shapes.
import type { Meet } from "./intersection.ts";
import { NEVER, type ArrayShape, type Shape } from "./shape.ts";

export function meetArrays(a: ArrayShape, b: ArrayShape, meet: Meet): Shape {
  const first = Array.from({ length: Math.max(a.first.length, b.first.length) }, (_, at) =>
    meet(a.first[at] ?? a.rest, b.first[at] ?? b.rest),
  );
  return settledArray({
    kind: "array",
    first,
    rest: meet(a.rest, b.rest),
    min: Math.max(a.min, b.min),
    max: a.max === null ? b.max : b.max === null ? a.max : Math.min(a.max, b.max),
  });
}

/** A list ends before the first item that nothing can be. */
export function settledArray(shape: ArrayShape): Shape {
  const stop = shape.first.findIndex(({ kind }) => kind === "never");
  const end = stop >= 0 ? stop : shape.rest.kind === "never" ? shape.first.length : null;
  const max = end === null ? shape.max : Math.min(shape.max ?? end, end);
  if (max !== null && shape.min > max) return NEVER;
  const first = max === null ? shape.first : shape.first.slice(0, max);
  return { ...shape, first, rest: max !== null && max <= first.length ? NEVER : shape.rest, max };
}
