// What a schema resource is written in: a dialect, and the vocabularies that its meta-schema chooses.
import type { Json } from "../contract.ts";
import { entries } from "../lib/json.ts";
import type { Dialect } from "./dialect.ts";
import { type Holds, keywordRules } from "./keyword-rules.ts";

/** A dialect with its keywords. */
export interface Language {
  readonly dialect: Dialect;
  readonly rules: ReadonlyMap<string, Holds>;
  /** The keyword that identifies a resource. */
  readonly id: "id" | "$id";
  /** Drafts 4 to 7 ignore everything beside `$ref`, and let a fragment in `$id` name a schema. */
  readonly early: boolean;
  /** Whether the meta-schema itself says that `format` is asserted. */
  readonly assertsFormat: boolean;
}

const early = (dialect: Dialect): boolean => dialect.startsWith("draft-");

const plain = (dialect: Dialect): Language => ({
  dialect,
  rules: keywordRules(dialect, () => true),
  id: dialect === "draft-04" ? "id" : "$id",
  early: early(dialect),
  assertsFormat: false,
});

const PLAIN: { readonly [dialect in Dialect]: Language } = {
  "draft-04": plain("draft-04"),
  "draft-06": plain("draft-06"),
  "draft-07": plain("draft-07"),
  "2019-09": plain("2019-09"),
  "2020-12": plain("2020-12"),
};

/** A dialect as published. */
export const languageOf = (dialect: Dialect): Language => PLAIN[dialect];

const NAMES: { readonly [dialect: string]: readonly string[] } = {
  "2019-09": ["core", "applicator", "validation", "meta-data", "format", "content"],
  "2020-12": ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "format-assertion", "content"],
};

/**
 * A dialect with the vocabularies that a meta-schema's `$vocabulary` lists (2020-12 Core, section 8.1.2), and those that it requires and
 * that nobody knows here. Dialects before 2019-09 have no vocabularies.
 */
export function languageWith(
  dialect: Dialect,
  vocabulary: Json | undefined,
): { readonly language: Language; readonly unknown: readonly string[] } {
  const names = NAMES[dialect];
  if (names === undefined || vocabulary === undefined) return { language: PLAIN[dialect], unknown: [] };
  const prefix = `https://json-schema.org/draft/${dialect}/vocab/`;
  const listed = new Map(entries(vocabulary));
  const known = new Set(names.filter((name) => listed.has(prefix + name)));
  const unknown = [...listed]
    .filter(([uri, required]) => required === true && !names.some((name) => uri === prefix + name))
    .map(([uri]) => uri);
  const assertsFormat = known.has("format-assertion") || listed.get(`${prefix}format`) === true;
  const rules = keywordRules(
    dialect,
    (name) =>
      name === "core" || known.has(name) || (name === "format" && (known.has("format-annotation") || known.has("format-assertion"))),
  );
  return { language: { ...PLAIN[dialect], rules, assertsFormat }, unknown };
}
