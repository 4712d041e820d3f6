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

/** The spellings that a printed name may have on the wire, in the styles that are in use: `AlertId`, `alert_id`, `alert-id` and so on. */
export function otherSpellings(printed: string): readonly string[] {
  const words = wordsOf(printed);
  const lower = words.map((word) => word.toLowerCase());
  const capital = lower.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  // `CompanyID` keeps its capitals, or is `CompanyId`.
  const kept = words.map((word, index) => (word.toUpperCase() === word ? word : (capital[index] ?? word)));
  const upper = lower.map((word) => word.toUpperCase());
  const [first = "", firstCapital = "", firstKept = ""] = [lower[0], capital[0], kept[0]];
  const forms = [
    first + capital.slice(1).join(""),
    first + kept.slice(1).join(""),
    firstCapital + capital.slice(1).join(""),
    firstKept + kept.slice(1).join(""),
    lower.join("_"),
    upper.join("_"),
    lower.join("-"),
    capital.join("-"),
    lower.join(""),
  ];
  return [...new Set(forms)].filter((form) => form !== printed && form !== "");
}

/** A pattern for the other spellings of printed names. A spelling that is one of the names is that name's. */
export function otherSpellingsPattern(printed: readonly string[]): string {
  const forms = [...new Set(printed.flatMap(otherSpellings))].filter((form) => !printed.includes(form));
  return `^(?:${forms.join("|")})$`;
}
