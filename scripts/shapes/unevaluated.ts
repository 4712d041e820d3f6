// `unevaluatedProperties` and `unevaluatedItems` (Core, section 11): values that no keyword beside them, and no schema applied in place, looks at.
import type { JsonObject, Schema } from "../contract.ts";
import type { Evaluation } from "../keywords/keyword.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, isObject, isSchema, member, stringMember } from "../lib/json.ts";
import { keyPattern } from "./key-pattern.ts";
import type { Lowering } from "./lowering.ts";
import { settledArray } from "./meet-arrays.ts";
import { anyOfKind, arrayOf, KINDS, objectOf, propertyOf, UNKNOWN, type Shape } from "./shape.ts";
import { union } from "./union.ts";

/** What may be looked at: some of it may not be, in a given value. */
interface Evaluated {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  readonly everyKey: boolean;
  /** How many first items. */
  readonly items: number;
  readonly everyItem: boolean;
  /** Items that match one of these are looked at, wherever they stand. */
  readonly contained: readonly Schema[];
}

const NOTHING: Evaluated = { names: [], patterns: [], everyKey: false, items: 0, everyItem: false, contained: [] };

export function unevaluatedShapes(schema: JsonObject, lowering: Lowering): readonly Shape[] {
  const [properties, items] = [member(schema, "unevaluatedProperties"), member(schema, "unevaluatedItems")];
  if (!isSchema(properties) && !isSchema(items)) return [];
  const seen = evaluated(schema, lowering, ["unevaluatedProperties", "unevaluatedItems"], []);
  return [
    ...(isSchema(properties) && !seen.everyKey ? [orOther("object", keysBeside(seen, lowering.accepted(properties)))] : []),
    ...(isSchema(items) && !seen.everyItem ? [orOther("array", itemsBeside(seen, lowering.accepted(items), lowering))] : []),
  ];
}

const orOther = (kind: "object" | "array", shape: Shape): Shape => union(KINDS.map((one) => (one === kind ? shape : anyOfKind(one))));

const keysBeside = ({ names, patterns }: Evaluated, others: Shape): Shape =>
  patterns.some((pattern) => keyPattern(pattern) === "all")
    ? anyOfKind("object")
    : objectOf({
        properties: [...new Set(names)].map((name) => propertyOf(name, true, UNKNOWN)),
        patterns: [...new Set(patterns)].map((pattern) => ({ pattern, shape: UNKNOWN })),
        others,
      });

const itemsBeside = ({ items, contained }: Evaluated, others: Shape, lowering: Lowering): Shape =>
  settledArray(
    arrayOf({
      first: Array.from({ length: items }, () => UNKNOWN),
      rest: union([others, ...contained.map((inner) => lowering.accepted(inner))]),
    }),
  );

/** What a schema looks at itself, and through schemas that are applied in place. `leaving` names keywords that do not count. */
function evaluated(schema: Schema, lowering: Lowering, leaving: readonly string[], path: readonly string[]): Evaluated {
  const own = entries(isObject(schema) ? schema : {}).flatMap(([keyword, value]) => {
    const found = isObject(schema) && !leaving.includes(keyword) ? keywordOf(keyword)?.evaluates?.(value, schema) : undefined;
    return found === undefined ? [] : [evaluatedBy(found)];
  });
  const name = stringMember(schema, "$ref");
  const target = name === undefined || path.includes(name) ? undefined : lowering.schemaOf(name);
  const dependent = entries(member(schema, "dependentSchemas")).map(([, inner]) => inner);
  const inPlace = [...IN_PLACE.flatMap((keyword) => member(schema, keyword) ?? []), ...dependent].filter(isSchema);
  return [
    ...own,
    ...inPlace.map((part) => evaluated(part, lowering, [], path)),
    ...(target === undefined || name === undefined ? [] : [evaluated(target, lowering, [], [...path, name])]),
  ].reduce(together, NOTHING);
}

/** Keywords that hold schemas for the same value, or lists of them. (What `not` holds does not count.) */
const IN_PLACE = ["allOf", "anyOf", "oneOf", "if", "then", "else"] as const;

const evaluatedBy = ({ members, items }: Evaluation): Evaluated => ({
  names: members === undefined || members === "all" ? [] : members.names,
  patterns: members === undefined || members === "all" ? [] : members.patterns,
  everyKey: members === "all",
  items: items !== undefined && items !== "all" && "first" in items ? items.first : 0,
  everyItem: items === "all",
  contained: items !== undefined && items !== "all" && "matching" in items ? [items.matching] : [],
});

const together = (a: Evaluated, b: Evaluated): Evaluated => ({
  names: [...a.names, ...b.names],
  patterns: [...a.patterns, ...b.patterns],
  everyKey: a.everyKey || b.everyKey,
  items: Math.max(a.items, b.items),
  everyItem: a.everyItem || b.everyItem,
  contained: [...a.contained, ...b.contained],
});
