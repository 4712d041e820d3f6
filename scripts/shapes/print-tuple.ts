// A list as a TypeScript type.
import { code, join, type Code } from "../lib/code.ts";
import { loosened, type IsCircular } from "./circular.ts";
import type { ArrayShape, Shape } from "./shape.ts";

/** A tuple names at most this many items; longer lists only say of what they are. */
const MOST = 8;

/** How items are printed: alone, and before `?` or `[]`. */
export interface ItemPrinting {
  readonly print: (item: Shape) => Code;
  readonly printAtom: (item: Shape) => Code;
  readonly isCircular: IsCircular;
}

/** `T[]`, or a tuple: `[A, B?, ...C[]]`. */
export function printTuple({ first, rest, min, max }: ArrayShape, { print, printAtom, isCircular }: ItemPrinting): Code {
  const least = min > Math.max(MOST, first.length) ? first.length : min;
  const most = max !== null && max > Math.max(MOST, first.length) ? null : max;
  const named = most ?? Math.max(first.length, least);
  if (named === 0 && most === null) return code`${printAtom(rest)}[]`;
  const printLoose = (item: Shape): Code => printAtom(loosened(item, isCircular));
  const items = Array.from({ length: named }, (_, at) => {
    const item = first[at] ?? rest;
    return at < least ? print(item) : code`${printLoose(item)}?`;
  });
  const open = most === null && rest.kind !== "never" ? [code`...${printLoose(rest)}[]`] : [];
  return code`[${join([...items, ...open], code`, `)}]`;
}
