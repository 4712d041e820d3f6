// Names that SDKs spell in the style of their language: `alertId`, `AlertId`, `alert_id`, `AlertID`.

/** What all spellings of a name have in common: its letters and digits, in small letters. */
export const spellingKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether a printed name may be another on the wire. One word in small letters is what most names on the wire look like, and is taken as
 * it is; a capital, or a line between words, may be the style of the language. Names with other signs are no language's style.
 */
export const isOpenSpelling = (printed: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(printed) && !/^[\p{Ll}\p{N}]+$/u.test(printed);

/** The words of a printed name: where the case changes, before digits, and at low lines. */
const wordsOf = (name: string): readonly string[] => name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[\p{Lo}\p{Lm}]+/gu) ?? [];

/**
 * A pattern for all other spellings of printed names: their letters in any case, one sign before, behind and between the words, and none of
 * the printed spellings themselves.
 */
export function otherSpellings(printed: readonly string[]): string {
  const letters = (word: string): string =>
    [...word]
      .map((letter) => (letter.toLowerCase() === letter.toUpperCase() ? letter : `[${letter.toUpperCase()}${letter.toLowerCase()}]`))
      .join("");
  const bodies = printed.map((name) => wordsOf(name).map(letters).join("[\\W_]?"));
  return `^(?!${oneOf(printed)}$)[\\W_]?${oneOf(bodies)}[\\W_]?$`;
}

const oneOf = (forms: readonly string[]): string => (forms.length === 1 ? forms.join("") : `(?:${forms.join("|")})`);

const NAMES = String.raw`(?:[\p{L}\p{N}_]+|\(\?:[\p{L}\p{N}_|]+\))`;
const LETTER = String.raw`(?:\[\p{L}\p{L}\]|[\p{L}\p{N}])`;
const BODY = String.raw`${LETTER}(?:${LETTER}|\[\\W_\]\?(?=${LETTER}))*`;
const OTHER_SPELLINGS = new RegExp(String.raw`^\^\(\?!${NAMES}\$\)\[\\W_\]\?(?:${BODY}|\(\?:${BODY}(?:\|${BODY})*\))\[\\W_\]\?\$$`, "u");

/** Whether a pattern is one of {@link otherSpellings}. Such patterns take linear time: what is optional in them is a sign, and what follows is none. */
export const isSpellingPattern = (pattern: string): boolean => OTHER_SPELLINGS.test(pattern);
