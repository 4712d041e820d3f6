// Naming: from a vendor's text to words, and from words to identifiers.
import { isIdentifier } from "./code.ts";

/** The words of a name: split at anything that is no letter or digit, and where the case changes. ASCII only; accents are dropped. */
function words(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/['’]/g, "")
      .match(/[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+/g) ?? []
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `PascalCase`, or "" when the text has no ASCII letter or digit. */
export function pascalCase(text: string): string {
  const known = pascalCased.get(text);
  if (known !== undefined) return known;
  const cased = words(text).map(capital).join("");
  pascalCased.set(text, cased);
  return cased;
}

/** Documents have few words, and many fields that are called by them. */
const pascalCased = new Map<string, string>();

/** A declaration's name with a small first word, `URIType` → `uriType`; names that differ stay different. */
export const camelName = (name: string): string => name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (first) => first.toLowerCase());

/** The singular of an English plural, by its ending: "errors" → "error", "entries" → "entry". */
export const singular = (text: string): string =>
  text.endsWith("ies")
    ? `${text.slice(0, -3)}y`
    : /(ss|us|is)$/.test(text)
      ? text
      : /(x|ch|sh|ss)es$/.test(text)
        ? text.slice(0, -2)
        : text.replace(/s$/, "");

/** Eight hexadecimal digits that stand for a text in names (FNV-1a, 32 bits, over UTF-16 code units). */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** Names that a declaration cannot have: keywords, and globals that generated code or its reader relies on. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "abstract any as asserts async await bigint boolean break case catch class const constructor continue debugger declare default delete do else enum export extends false " +
    "finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private protected " +
    "public readonly require return set static string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield arguments eval " +
    "__proto__ prototype Array ArrayBuffer Blob Boolean Buffer Date Error Event EventTarget File Function Headers Infinity Intl Iterator JSON Map Math NaN Number Object Promise " +
    "Proxy Record Reflect RegExp Request Response Set String Symbol TypeError URL WeakMap WeakSet Partial Required Readonly ReadonlyArray ReadonlyMap ReadonlySet Pick Omit Exclude Extract NonNullable Parameters " +
    "Awaited Uppercase Lowercase Capitalize Uncapitalize globalThis ContractError Issue JsonSchema Problem Problems Result Standard StandardSchema T Value " +
    "EventHandlers EventName EventPayload EventPayloads EventReading EventTemplates ParsedEventName Judgement ReadingMode Tolerant Unrecognized " +
    "At Issues HandlersOf KnownOf NameOf NoTemplates ParsedAs ParsedOf PayloadOf ReadingOf TemplateOf"
  ).split(" "),
);

/** Why a name cannot be taken as it is, or null. */
export function nameProblem(name: string): string | null {
  if (name === "") return "it holds no letter or digit";
  if (/^\d/.test(name)) return "a name cannot begin with a digit";
  if (!isIdentifier(name)) return "it holds characters that a name cannot have";
  if (RESERVED.has(name)) return "the name is taken by the language";
  return null;
}

/** An identifier near the wished one: digit-first names get a `_`, reserved ones too, empty ones are called by their fingerprint. */
export const safeName = (wished: string, text: string): string =>
  wished === "" ? `Unnamed${fingerprint(text)}` : nameProblem(wished) === null ? wished : /^\d/.test(wished) ? `_${wished}` : `${wished}_`;

/**
 * Gives each text an identifier of its own. Where two wishes are the same but for letter case, the first text in code-unit order keeps it and
 * the others get their fingerprint: the result does not depend on the order of the texts.
 */
export function uniqueNames(texts: readonly string[], wish: (text: string) => string): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const names = new Map<string, string>();
  for (const text of [...new Set(texts)].toSorted()) {
    const wished = safeName(wish(text), text);
    const name = taken.has(wished.toLowerCase()) ? `${wished}_${fingerprint(text)}` : wished;
    taken.set(name.toLowerCase(), text);
    names.set(text, name);
  }
  return names;
}
