// Regular expressions for keys, as far as TypeScript has words for them.

/**
 * Which keys surely match: all that begin, end, or both, with the text, or hold it.
 * "all": every key matches. Null: there are no words for it.
 */
export type KeyPattern = "all" | { readonly begins: boolean; readonly text: string; readonly ends: boolean };

/** One character, perhaps escaped, with a quantifier or without: `x`, `-`, `\.`, `.*`, `a+`. */
const ATOM = /(?:([^\\^$.*+?()[\]{}|])|\\([^A-Za-z0-9])|(\.))(?:([*?])|(\+)|)/uy;

/**
 * Reads an ECMA-262 pattern. What may be left out is left out: keys with `fo` in them are some of those that match `f.*o`, and a type may
 * speak of fewer keys than the validator, never of more.
 */
export function keyPattern(pattern: string): KeyPattern | null {
  const begins = pattern.startsWith("^");
  const ends = /[^\\]\$$/.test(pattern) || pattern === "$";
  const inner = pattern.slice(begins ? 1 : 0, ends ? -1 : undefined);
  let text = "";
  ATOM.lastIndex = 0;
  for (let at = 0; at < inner.length; at = ATOM.lastIndex) {
    ATOM.lastIndex = at;
    const found = ATOM.exec(inner);
    if (found === null) return null;
    const [, plain, escaped, dot, optional] = found;
    if (optional !== undefined) continue;
    if (dot !== undefined) return null;
    text += plain ?? escaped ?? "";
  }
  if (begins && ends) return null;
  return text === "" ? "all" : { begins, text, ends };
}

/** Whether all keys of the one are keys of the other. */
export function isWithin(some: KeyPattern, all: KeyPattern): boolean {
  if (some === "all" || all === "all") return all === "all";
  const key = `${some.begins ? "" : ANY_TEXT}${some.text}${some.ends ? "" : ANY_TEXT}`;
  return all.begins ? key.startsWith(all.text) : all.ends ? key.endsWith(all.text) : key.includes(all.text);
}

/** A character that stands for any text, and is in no pattern. */
const ANY_TEXT = "\u{10fffe}";
