// Whether a member or an item has been looked at, as an expression.
import type { Scope } from "../helpers.ts";
import { LONGEST_CHAIN } from "../keywords/equals.ts";
import type { Named } from "../keywords/keyword.ts";
import { matches } from "../keywords/pattern.ts";
import { code, stringLiteral, valueLiteral, type Code } from "../lib/code.ts";
import { always, and, atom, comparison, equal, type Expression, never, or } from "../lib/expression.ts";
import { condition, type Setting } from "./conditions.ts";
import type { Contribution } from "./evaluated.ts";

/** Whether a name is one of those that are named, or matches a pattern. */
export function isNamed({ names, patterns }: Named, name: Code, scope: Scope): Expression {
  const listed =
    names.length <= LONGEST_CHAIN
      ? names.map((one) => equal(name, stringLiteral(one)))
      : [atom(code`${scope.constant("names", name, code`new Set(${valueLiteral(names)})`)}.has(${name})`)];
  return or([...listed, ...patterns.map((pattern) => matches(pattern, name, scope))]);
}

/** Whether a contribution has looked at the member `name`. */
export function coversMember(contributions: readonly Contribution[], name: Code, scope: Scope): Expression {
  const named = (some: readonly Contribution[]): Expression =>
    some.some(({ evaluation }) => evaluation.members === "all") ? always : isNamed(together(some), name, scope);
  const conditional = contributions.flatMap((one) => (one.when === null ? [] : [and([one.when, named([one])])]));
  return or([named(contributions.filter(({ when }) => when === null)), ...conditional]);
}

const together = (contributions: readonly Contribution[]): Named => {
  const all = contributions.flatMap(({ evaluation: { members } }) => (members === undefined || members === "all" ? [] : [members]));
  return { names: [...new Set(all.flatMap(({ names }) => names))], patterns: [...new Set(all.flatMap(({ patterns }) => patterns))] };
};

/** How many of the first items are looked at whatever the value; Infinity when all are. */
export const firstCovered = (contributions: readonly Contribution[]): number =>
  Math.max(0, ...contributions.flatMap(({ when, evaluation }) => (when === null ? [countOf(evaluation.items)] : [])));

const countOf = (items: Contribution["evaluation"]["items"]): number =>
  items === "all" ? Infinity : items !== undefined && "first" in items ? items.first : 0;

/** Whether a contribution has looked at the item `index`, beyond the first `from`. */
export function coversItem(contributions: readonly Contribution[], from: number, index: Code, item: Code, setting: Setting): Expression {
  return or(
    contributions.map(({ when, evaluation: { items } }): Expression => {
      if (items !== undefined && items !== "all" && "matching" in items)
        return and([...(when === null ? [] : [when]), condition(items.matching, item, setting)]);
      const first = countOf(items);
      const test = first === Infinity ? always : first <= from ? never : comparison(code`${index} < ${first}`);
      return when === null ? test : and([when, test]);
    }),
  );
}
