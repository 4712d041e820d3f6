// What the keywords share that compare a number or a count with a limit.
import type { Json } from "../contract.ts";
import { type Code, numberLiteral } from "../lib/code.ts";
import type { Condition, Edges, JsonType, Keyword } from "./keyword.ts";

interface Limit {
  readonly keyword: string;
  readonly gate: JsonType;
  readonly accepts: (value: Json) => string | null;
  readonly holds: (limit: Json) => Condition;
  readonly says: (limit: Json) => string;
  readonly edges: (limit: number) => Edges;
}

const numeric = (value: Json): number => (typeof value === "number" ? value : Number.NaN);

/** The limit as a literal. */
export const limitCode = (value: Json): Code => numberLiteral(numeric(value));

/** A keyword that compares with a limit. */
export const limit = ({ keyword, gate, accepts, holds, says, edges }: Limit): Keyword => ({
  accepts,
  steps: (value) => [{ kind: "test", keyword, gate, holds: holds(value), says: says(value), settles: null }],
  says,
  edges: (value) => edges(numeric(value)),
});

/** The nearest numbers below and above. */
export function around(value: number): readonly [number, number] {
  const step = Math.max(1, Math.abs(value)) * 2 ** -52;
  return [value - step, value + step];
}

/** A list of a size. */
export const items = (size: number): readonly Json[] => Array.from({ length: Math.max(0, size) }, () => 0);

/** An object of a size. */
export const members = (size: number): Json => Object.fromEntries(items(size).map((_, index) => [`key${index}`, 0]));

/** A text of that many characters, each of two UTF-16 code units. */
export const astral = (size: number): string => "\u{1f4a7}".repeat(Math.max(0, size));
