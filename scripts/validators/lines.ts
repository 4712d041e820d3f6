// Lines of statements: blocks, and chains of `if`s.
import { code, join, type Code } from "../lib/code.ts";
import { always, type Expression, never } from "../lib/expression.ts";

/** `if … else if … else`: the first whose `when` holds (null: the rest) is done. */
export type Chain = readonly Link[];

export interface Link {
  readonly when: Expression | null;
  readonly then: readonly Code[];
  /** Whether it holds of values alone that are there. */
  readonly impliesThere?: true;
  /** The words for the type that it asks for, when that is all that it asks. */
  readonly asksType?: string;
}

/** Whether a link of a chain does something. */
export const isLive = ({ when, then }: Link): boolean => when !== never && then.length > 0;

/** Lines one step further in. */
export const indented = (lines: readonly Code[]): readonly Code[] => lines.map((line) => code`  ${line}`);

/** The lines of a function's body as one text, or null when there are none. */
export const bodyText = (lines: readonly Code[]): Code | null => (lines.length === 0 ? null : join(indented(lines), code`\n`));

/** Statements under a head: one simple statement stands on its line. */
export function block(head: Code, lines: readonly Code[]): readonly Code[] {
  const [only] = lines;
  if (only === undefined) return [];
  return lines.length === 1 && !/^(?:for|if|const|let)\b/.test(only.text)
    ? [code`${head} ${only}`]
    : [code`${head} {`, ...indented(lines), code`}`];
}

/** The lines of a chain. What can never be is left out, and what always is ends it. */
export function chainLines(chain: Chain): readonly Code[] {
  const lines: Code[] = [];
  let isOpen = false;
  for (const { when, then } of chain) {
    if (!isLive({ when, then })) continue;
    const isLast = when === null || when === always;
    if (!isOpen && isLast) return then;
    const head = isLast ? code`else` : code`${isOpen ? code`else ` : code``}if (${when.code})`;
    const last = lines.at(-1);
    const [first, ...rest] = block(head, then);
    if (first === undefined) continue;
    if (isOpen && last?.text === "}") lines[lines.length - 1] = code`} ${first}`;
    else lines.push(first);
    lines.push(...rest);
    isOpen = true;
    if (isLast) break;
  }
  return lines;
}
