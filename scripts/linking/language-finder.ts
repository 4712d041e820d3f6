// Finds the language that a `$schema` names.
import type { Json } from "../contract.ts";
import { type Dialect, dialectNamed } from "../dialects/dialect.ts";
import { type Language, languageOf, languageWith } from "../dialects/language.ts";
import { member, stringMember, valueWords } from "../lib/json.ts";
import type { LanguageNamed } from "./identify.ts";

type DocumentAt = (uri: string) => Json | undefined;

/** An official dialect, or that of a meta-schema among the documents, with the vocabularies that it lists. */
export function languageFinder(documentAt: DocumentAt): LanguageNamed {
  const known = new Map<string, ReturnType<typeof languageWith> | null>();
  return (named, fallback, location, problems): Language => {
    const text = typeof named === "string" ? named : valueWords(named);
    const official = dialectNamed(text);
    if (official !== undefined) return languageOf(official);
    let found = known.get(text);
    if (found === undefined) {
      const metaSchema = documentAt(withoutEmptyFragment(text));
      const dialect = dialectOf(metaSchema, documentAt);
      found = dialect === undefined ? null : languageWith(dialect, member(metaSchema, "$vocabulary"));
      known.set(text, found);
    }
    if (found === null) problems.push({ code: "dialect-unknown", location, facts: { dialect: text } });
    for (const vocabulary of found?.unknown ?? []) problems.push({ code: "vocabulary-unknown", location, facts: { vocabulary } });
    return found?.language ?? fallback;
  };
}

const withoutEmptyFragment = (uri: string): string => uri.replace(/#$/, "");

/** A meta-schema may be written in a dialect that another meta-schema states: they are followed, each once. */
function dialectOf(metaSchema: Json | undefined, documentAt: DocumentAt): Dialect | undefined {
  const seen = new Set<string>();
  for (let at = metaSchema; ;) {
    const next = stringMember(at, "$schema");
    if (next === undefined || seen.has(next)) return undefined;
    const dialect = dialectNamed(next);
    if (dialect !== undefined) return dialect;
    seen.add(next);
    at = documentAt(withoutEmptyFragment(next));
  }
}
