// What a schema says of lists.
import type { JsonObject } from "../contract.ts";
import { isArray, isSchema, member } from "../lib/json.ts";
import type { Lowering } from "./lowering.ts";
import { settledArray } from "./meet-arrays.ts";
import { UNKNOWN, type Shape } from "./shape.ts";

export function arrayShape(schema: JsonObject, lowering: Lowering): Shape {
  const items = member(schema, "items");
  const prefix = member(schema, "prefixItems");
  const { min, max, all } =
    lowering.style === "listed" ? { min: limit(schema, "minItems") ?? 0, max: null, all: UNKNOWN } : bounds(schema, lowering);
  const first = isArray(prefix) ? prefix.filter(isSchema).map((item) => lowering.meet(lowering.accepted(item), all)) : [];
  const rest = lowering.meet(isSchema(items) ? lowering.accepted(items) : UNKNOWN, all);
  // A list of documents is `string[]`, however long it must be.
  if (lowering.style === "listed") return { kind: "array", first, rest, min: Math.min(min, first.length), max: null };
  return settledArray({ kind: "array", first, rest, min, max });
}

/** How many items there are, and what all of them are when none may be contained. */
function bounds(schema: JsonObject, lowering: Lowering): { readonly min: number; readonly max: number | null; readonly all: Shape } {
  const contained = member(schema, "contains");
  const some = isSchema(contained) ? (limit(schema, "minContains") ?? 1) : 0;
  const none = isSchema(contained) && limit(schema, "maxContains") === 0;
  const shape = isSchema(contained) && some > 0 ? lowering.accepted(contained) : UNKNOWN;
  const impossible = (shape.kind === "never" && some > 0) || (none && some > 0);
  return {
    min: impossible ? Number.MAX_SAFE_INTEGER : Math.max(some, limit(schema, "minItems") ?? 0),
    max: impossible ? 0 : limit(schema, "maxItems"),
    all: none && isSchema(contained) ? lowering.refused(contained) : UNKNOWN,
  };
}

/** A limit that counts something; with a part after the point, only whole numbers count. */
export function limit(schema: JsonObject, keyword: string): number | null {
  const value = member(schema, keyword);
  return typeof value !== "number" ? null : keyword.startsWith("min") ? Math.ceil(value) : Math.floor(value);
}
