// Boolean expressions of generated code, with just the parentheses they need.
import { code, join, type Code } from "./code.ts";

interface Bound {
  readonly code: Code;
  /** How tightly it binds. */
  readonly binds: "atom" | "comparison" | "and" | "or";
}

/** An expression, and its opposite where that has a better form than `!(…)`. */
export interface Expression extends Bound {
  readonly opposite: Bound | null;
}

/** A call, a name, or anything else that needs no parentheses. */
export const atom = (text: Code): Expression => ({ code: text, binds: "atom", opposite: { code: code`!${text}`, binds: "atom" } });

/** A comparison without a better opposite: `a <= b` and `a > b` are both false of NaN. */
export const comparison = (text: Code): Expression => ({ code: text, binds: "comparison", opposite: null });

/** `left === right`. */
export const equal = (left: Code, right: Code): Expression => ({
  code: code`${left} === ${right}`,
  binds: "comparison",
  opposite: { code: code`${left} !== ${right}`, binds: "comparison" },
});

/** `left !== right`. */
export const unequal = (left: Code, right: Code): Expression => not(equal(left, right));

export const always: Expression = { code: code`true`, binds: "atom", opposite: { code: code`false`, binds: "atom" } };
export const never: Expression = { code: code`false`, binds: "atom", opposite: { code: code`true`, binds: "atom" } };

/** All hold. */
export function and(parts: readonly Expression[]): Expression {
  const needed = parts.filter((part) => part !== always);
  if (needed.includes(never)) return never;
  const [only] = needed;
  if (only === undefined) return always;
  if (needed.length === 1) return only;
  const opposites = oppositesOf(needed);
  return { ...conjunction(needed), opposite: opposites === null ? null : disjunction(opposites) };
}

/** At least one holds. */
export function or(parts: readonly Expression[]): Expression {
  const needed = parts.filter((part) => part !== never);
  if (needed.includes(always)) return always;
  const [only] = needed;
  if (only === undefined) return never;
  if (needed.length === 1) return only;
  const opposites = oppositesOf(needed);
  return { ...disjunction(needed), opposite: opposites === null ? null : conjunction(opposites) };
}

/** An expression as it stands between `&&`. */
export const asConjunct = (part: Bound): Code => (part.binds === "or" ? code`(${part.code})` : part.code);

const conjunction = (parts: readonly Bound[]): Bound => ({ code: join(parts.map(asConjunct), code` && `), binds: "and" });

/** `&&` under `||` gets parentheses, for readers. */
const disjunction = (parts: readonly Bound[]): Bound => ({
  code: join(
    parts.map((part) => (part.binds === "and" ? code`(${part.code})` : part.code)),
    code` || `,
  ),
  binds: "or",
});

/** The opposites of all parts, or null when one has none that reads well. */
function oppositesOf(parts: readonly Expression[]): readonly Bound[] | null {
  const opposites = parts.map(({ opposite }) => opposite);
  return opposites.every((opposite) => opposite !== null) ? opposites : null;
}

/** It does not hold. */
export function not(part: Expression): Expression {
  if (part === always) return never;
  if (part === never) return always;
  const { opposite } = part;
  return opposite === null
    ? { code: code`!(${part.code})`, binds: "atom", opposite: part }
    : { code: opposite.code, binds: opposite.binds, opposite: part };
}

/** The first when `test` holds, the second otherwise. */
export function choose(test: Expression, first: Expression, second: Expression): Expression {
  if (first === always) return or([test, second]);
  if (second === always) return or([not(test), first]);
  return atom(code`(${test.code} ? ${first.code} : ${second.code})`);
}
