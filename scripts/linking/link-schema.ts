// Linking: from a JSON Schema document of any dialect to declarations that refer to each other by name.
import type { Json, JsonObject, Schema } from "../contract.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { languageOf } from "../dialects/language.ts";
import { isSchema } from "../lib/json.ts";
import { declarationNames } from "./declaration-names.ts";
import { draftDeclarations, type Pass } from "./draft-declarations.ts";
import { environments } from "./environment.ts";
import { referenceCycles } from "./reference-cycles.ts";
import { mergeAlike } from "./merge-alike.ts";
import { openRegistry, type Registry } from "./registry.ts";
import { locationOf, type SchemaProblem } from "./resource.ts";

/** How to read a schema. */
export interface LinkOptions {
  /** The root declaration's name. */
  readonly name: string;
  /** For documents without `$schema`. */
  readonly dialect: Dialect;
  /** Remote documents by absolute URI. Nothing is ever fetched. */
  readonly documents: ReadonlyMap<string, Json>;
  /** Whether `format` is a rule or a remark; a meta-schema with the format-assertion vocabulary makes it a rule in any case. */
  readonly formats: "assert" | "annotate";
}

/** One schema with a name. */
interface LinkedDeclaration {
  /** An identifier, unique even when letter case is ignored. */
  readonly name: string;
  /** A JSON Schema 2020-12 schema without identifiers and definitions, whose `$ref`s are names of declarations. */
  readonly schema: Schema;
  /** Absolute location: the resource's URI, `#`, and an RFC 6901 pointer. A root without URI has just `#` and a pointer. */
  readonly location: string;
  /**
   * Pointers into `schema` whose original absolute location is not `location` + pointer, with that location. An entry also speaks for all
   * pointers below it that have no longer entry; annotations that are renamed (`x-format`) have none.
   */
  readonly moved: { readonly [pointer: string]: string };
}

/** The declarations, root first, and what is wrong. With problems, what they concern is left out of the declarations. */
export interface LinkedSchema {
  readonly declarations: readonly LinkedDeclaration[];
  readonly problems: readonly SchemaProblem[];
}

/**
 * Links a schema. Problem codes: `reference-unresolved`, `reference-cycle`, `schema-expected`, `dialect-unknown`, `vocabulary-unknown`,
 * `identifier-duplicate`, `identifier-invalid`, `dynamic-scope-limit` (more environments than can be told apart). Inputs are not changed, and no input makes it throw.
 */
export function linkSchema(schema: Json, options: LinkOptions): LinkedSchema {
  const registry = openRegistry(schema, languageOf(options.dialect), options.documents);
  const pass = settledPass(registry, options.formats === "assert");
  const merged = mergeAlike(pass.drafts);
  const kept = pass.drafts.filter((draft) => merged.get(draft) === draft);
  const names = declarationNames(kept, options.name);
  for (const { holder, to } of pass.references) holder["$ref"] = names.get(merged.get(to) ?? to) ?? "";
  const declarations = kept.map((draft): LinkedDeclaration => {
    const { place, moved } = draft;
    return {
      name: names.get(draft) ?? "",
      schema: isSchema(draft.schema) ? draft.schema : true,
      location: locationOf(place.resource, place.pointer),
      moved,
    };
  });
  const misplaced: readonly SchemaProblem[] = isSchema(schema)
    ? []
    : [{ code: "schema-expected", location: "#", facts: { reference: "" } }];
  const problems = misplaced.concat(registry.problems, pass.problems, referenceCycles(pass.drafts));
  return { declarations, problems: eachOnce(problems) };
}

/** A schema in several environments has its problems in each. */
function eachOnce(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const byText = new Map(problems.map((problem) => [[problem.code, problem.location, ...Object.values(problem.facts)].join(" "), problem]));
  return [...byText.values()];
}

/**
 * Passes are repeated while they bring to light what earlier decisions should have known: names of dynamic references and keywords in
 * documents that were opened on the way, and declarations that also stand inside others. Each repetition knows more, so it ends.
 */
function settledPass(registry: Registry, assertFormats: boolean): Pass {
  const { keywords, dynamicNames } = registry;
  const shared = new Map<JsonObject, Set<string>>();
  for (;;) {
    const known = keywords.size + dynamicNames.size;
    const circumstances = { assertFormats, unevaluated: keywords.size > 0, unevaluatedItems: keywords.has("unevaluatedItems") };
    const pass = draftDeclarations(registry, environments(new Set(dynamicNames)), circumstances, shared);
    const fresh = pass.shared.filter(({ schema, location }) => shared.get(schema)?.has(location) !== true);
    if (keywords.size + dynamicNames.size === known && fresh.length === 0) return pass;
    for (const { schema, location } of fresh) shared.set(schema, (shared.get(schema) ?? new Set()).add(location));
  }
}
