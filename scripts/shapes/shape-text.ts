// Shapes as texts, by which they are compared.
import type { Shape } from "./shape.ts";

const known = new WeakMap<Shape, string>();

/** The shape as text, comments aside: two shapes with the same text are the same. */
export function shapeText(shape: Shape): string {
  const text = known.get(shape) ?? written(shape);
  known.set(shape, text);
  return text;
}

function written(shape: Shape): string {
  switch (shape.kind) {
    case "literal":
      return JSON.stringify(shape.value);
    case "reference":
      return `&${shape.name}`;
    case "array":
      return `[${shape.first.map(shapeText).join()};${shapeText(shape.rest)};${shape.min};${shape.max}]`;
    case "object": {
      const properties = shape.properties.map(
        ({ name, optional, shape: inner }) => `${JSON.stringify(name)}${optional ? "?" : ""}:${shapeText(inner)}`,
      );
      const patterns = shape.patterns.map(({ pattern, shape: inner }) => `${JSON.stringify(pattern)}:${shapeText(inner)}`);
      return `{${properties.join()};${patterns.join()};${shapeText(shape.others)}}`;
    }
    case "union":
    case "intersection":
      return `${shape.kind}(${shape.parts.map(shapeText).join()})`;
    default:
      return shape.kind;
  }
}
