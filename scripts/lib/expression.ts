// Boolean expressions of generated code, with just the parentheses they need.
import { code, join, type Code } from "./code.ts";

/** An expression, how tightly it binds, and its opposite where that has a shorter form than `!(…)`. */
export interface Expression {
  readonly code: Code;
  readonly binds: "atom" | "comparison" | "and" | "or";
  readonly opposite: Code | null;
}

/** A call, a name, or anything else that needs no parentheses. */
export const atom = (text: Code): Expression => ({ code: text, binds: "atom", opposite: code`!${text}` });

/** A comparison without a shorter opposite: `a <= b`. */
export const comparison = (text: Code): Expression => ({ code: text, binds: "comparison", opposite: null });

/** `left === right`. */
export const equal = (left: Code, right: Code): Expression => ({
  code: code`${left} === ${right}`,
  binds: "comparison",
  opposite: code`${left} !== ${right}`,
});

/** `left !== right`. */
export const unequal = (left: Code, right: Code): Expression => ({
  code: code`${left} !== ${right}`,
  binds: "comparison",
  opposite: code`${left} === ${right}`,
});

export const always: Expression = { code: code`true`, binds: "atom", opposite: code`false` };
export const never: Expression = { code: code`false`, binds: "atom", opposite: code`true` };

/** All hold. */
export function and(parts: readonly Expression[]): Expression {
  const needed = parts.filter((part) => part !== always);
  if (needed.includes(never)) return never;
  const [only] = needed;
  if (only === undefined) return always;
  if (needed.length === 1) return only;
  return { code: join(needed.map(asConjunct), code` && `), binds: "and", opposite: null };
}

/** An expression as it stands between `&&`. */
export const asConjunct = (part: Expression): Code => (part.binds === "or" ? code`(${part.code})` : part.code);

/** At least one holds. `&&` under `||` gets parentheses, for readers. */
export function or(parts: readonly Expression[]): Expression {
  const needed = parts.filter((part) => part !== never);
  if (needed.includes(always)) return always;
  const [only] = needed;
  if (only === undefined) return never;
  if (needed.length === 1) return only;
  return {
    code: join(
      needed.map((part) => (part.binds === "and" ? code`(${part.code})` : part.code)),
      code` || `,
    ),
    binds: "or",
    opposite: null,
  };
}

/** It does not hold. */
export const not = (part: Expression): Expression => ({
  code: part.opposite ?? code`!(${part.code})`,
  binds: "comparison",
  opposite: part.code,
});
