// What a schema says of objects.
import type { JsonObject } from "../contract.ts";
import { entries, isArray, isSchema, isString, member } from "../lib/json.ts";
import { keyPattern } from "./key-pattern.ts";
import { limit } from "./array-shape.ts";
import type { Lowering } from "./lowering.ts";
import { valueAt } from "./meet-objects.ts";
import { NEVER, objectOf, propertyOf, UNKNOWN, type ObjectShape, type PropertyShape, type Shape } from "./shape.ts";

export function objectShape(schema: JsonObject, lowering: Lowering): Shape {
  const stated = statedObject(schema, lowering);
  if (stated.properties.some(({ optional, shape }) => !optional && shape.kind === "never") && lowering.style === "exact") return NEVER;
  return lowering.style === "listed" ? stated : [stated, ...keyShapes(schema, lowering)].reduce(lowering.meet);
}

function statedObject(schema: JsonObject, lowering: Lowering): ObjectShape {
  const { meet } = lowering;
  const all = entries(member(schema, "patternProperties")).flatMap(([pattern, inner]) =>
    isSchema(inner) ? [{ pattern, shape: lowering.accepted(inner) }] : [],
  );
  const every = all.filter(({ pattern }) => keyPattern(pattern) === "all").map(({ shape }) => shape);
  const patterns = all.filter(({ pattern }) => keyPattern(pattern) !== "all");
  const additional = member(schema, "additionalProperties");
  const others = every.length > 0 ? every.reduce(meet) : isSchema(additional) ? lowering.accepted(additional) : UNKNOWN;
  // No other key is looked at where every key matches a pattern.
  const beside = { patterns: patterns.map((one) => ({ ...one, shape: every.reduce(meet, one.shape) })), others };
  const required = new Set(requiredOf(schema));
  const matched = { patterns: all, others: UNKNOWN };
  const named = entries(member(schema, "properties")).flatMap(([name, inner]): readonly PropertyShape[] =>
    isSchema(inner)
      ? [{ name, optional: !required.has(name), schema: inner, shape: meet(lowering.accepted(inner), valueAt(matched, name, meet)) }]
      : [],
  );
  const names = new Set(named.map(({ name }) => name));
  const bare = [...required]
    .filter((name) => !names.has(name))
    .map((name) => propertyOf(name, false, lowering.style === "listed" ? UNKNOWN : valueAt(beside, name, meet)));
  return objectOf({ properties: [...named, ...bare], ...beside });
}

/** What is said of keys, and of how many there are. */
function keyShapes(schema: JsonObject, lowering: Lowering): readonly Shape[] {
  const names = member(schema, "propertyNames");
  const allowed = isSchema(names) ? lowering.meet(lowering.accepted(names), { kind: "string" }) : UNKNOWN;
  const forms = allowed.kind === "union" ? allowed.parts : [allowed];
  const literals = forms.flatMap((form) => (form.kind === "literal" ? [String(form.value)] : []));
  const isClosed = allowed.kind === "never" || literals.length === forms.length;
  return [
    ...(isClosed ? [objectOf({ properties: literals.map((name) => propertyOf(name, true, UNKNOWN)), others: NEVER })] : []),
    ...(limit(schema, "maxProperties") === 0 ? [objectOf({ others: NEVER })] : []),
    ...((limit(schema, "maxProperties") ?? Number.POSITIVE_INFINITY) < (limit(schema, "minProperties") ?? 0) ? [NEVER] : []),
  ];
}

/** The names that a schema requires. */
const requiredOf = (schema: JsonObject): readonly string[] => {
  const listed = member(schema, "required");
  return isArray(listed) ? listed.filter(isString) : [];
};
