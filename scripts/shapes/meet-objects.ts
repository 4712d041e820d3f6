// Objects that are both of two object shapes.
import type { Meet } from "./intersection.ts";
import { NEVER, UNKNOWN, type ObjectShape, type PatternShape, type PropertyShape, type Shape } from "./shape.ts";

export function meetObjects(a: ObjectShape, b: ObjectShape, meet: Meet): Shape {
  const stated = new Map(a.properties.map((property) => [property.name, property]));
  const more = new Map(b.properties.map((property) => [property.name, property]));
  const properties = [...new Set([...stated.keys(), ...more.keys()])].map((name): PropertyShape => {
    const [one, other] = [stated.get(name), more.get(name)];
    return {
      name,
      optional: (one?.optional ?? true) && (other?.optional ?? true),
      schema: one !== undefined && one.schema !== true ? one.schema : (other?.schema ?? true),
      shape: meet(one?.shape ?? valueAt(a, name, meet), other?.shape ?? valueAt(b, name, meet)),
    };
  });
  if (properties.some(({ optional, shape }) => !optional && shape.kind === "never")) return NEVER;
  return { kind: "object", properties, patterns: meetPatterns(a, b, meet), others: meet(a.others, b.others) };
}

/** What the value of a key that is not named may be. */
export function valueAt(shape: Pick<ObjectShape, "patterns" | "others">, name: string, meet: Meet): Shape {
  const matching = shape.patterns.filter(({ pattern }) => new RegExp(pattern, "u").test(name));
  return matching.length === 0 ? shape.others : matching.map((one) => one.shape).reduce(meet);
}

/**
 * A key that matches a pattern of one side is among the others of the other side, unless that side names it, or has patterns that it may
 * match.
 */
function meetPatterns(a: ObjectShape, b: ObjectShape, meet: Meet): readonly PatternShape[] {
  const beside = (patterns: readonly PatternShape[], other: ObjectShape): readonly PatternShape[] =>
    patterns.map(({ pattern, shape }) => {
      const matching = new RegExp(pattern, "u");
      const isOther = other.patterns.length === 0 && !other.properties.some(({ name }) => matching.test(name));
      return { pattern, shape: isOther ? meet(shape, other.others) : shape };
    });
  const patterns = new Map<string, Shape>();
  for (const { pattern, shape } of [...beside(a.patterns, b), ...beside(b.patterns, a)])
    patterns.set(pattern, meet(patterns.get(pattern) ?? UNKNOWN, shape));
  return [...patterns].map(([pattern, shape]) => ({ pattern, shape }));
}
