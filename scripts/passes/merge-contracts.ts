// Merges what several documents, or several parts of one, say of the same declarations: the first contract leads.
import type { Contract, Declaration, Diagnostic, EventType, Example, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isArray, isObject, member, stringMember } from "../lib/json.ts";
import { partOrigin, wholeFile } from "../lib/parts.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import type { Report } from "./disagreements.ts";
import { type Around, mergeDeclarations } from "./merge-declarations.ts";

/** Older versions of documents, each with the newest one. */
export type Versions = ReadonlyMap<string, string>;

/** Merges linked contracts of falling precedence. The empty contract changes nothing. */
export function mergeContracts(vendor: string, contracts: readonly Contract[], versions: Versions = new Map()): Contract {
  const declarations = new Map<string, Declaration>();
  for (const contract of contracts)
    for (const declaration of contract.declarations)
      if (!declarations.has(declaration.name)) declarations.set(declaration.name, declaration);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (slug, origin, facts, length) => {
    const newest = versions.get(origin.file);
    if (newest === undefined) diagnostics.push(diagnostic(slug, origin, facts, length));
    else if (ONLY_THERE.has(slug))
      diagnostics.push(diagnostic("only-in-older-version", origin, { ...facts, newest: wholeFile(newest) }, length));
    else {
      const what = Object.hasOwn(CHANGED, slug) ? CHANGED[slug]?.(String(facts["field"])) : undefined;
      if (what !== undefined) diagnostics.push(diagnostic("older-version-differs", origin, { ...facts, what }, length));
    }
  };
  const around: Around = { declarations, report, compared: new Set(), answered: new Set(), depth: 0 };
  const merged = new Map<string, Declaration>();
  // What only an older version holds leads nothing: it comes last.
  for (const declaration of inOrder(contracts, versions)) {
    const leading = merged.get(declaration.name);
    const both = leading === undefined ? declaration : mergeDeclarations(leading, declaration, around);
    // An older version is only compared: what the newest one leaves out is no longer said.
    merged.set(declaration.name, leading === undefined || !isOld(declaration, versions) || isOld(leading, versions) ? both : leading);
  }
  const all = [...merged.values()];
  const kept = keptDeclarations(all, around.answered, versions);
  for (const one of all)
    if (!kept.has(one.name) && isOld(one, versions)) {
      const origin = partOrigin(one, "");
      report("field-not-in-schema", origin, { field: one.name, other: origin }, 1);
    }
  const current = contracts.filter((contract) => !isOldContract(contract, versions));
  return {
    vendor,
    declarations: all.filter(({ name }) => kept.has(name)).map(withoutEmptyRequired),
    events: mergeEvents(current).filter(({ declaration }) => !merged.has(declaration) || kept.has(declaration)),
    examples: mergeExamples(current).filter(({ declaration }) => !merged.has(declaration) || kept.has(declaration)),
    diagnostics: [...contracts.flatMap((contract) => contract.diagnostics), ...diagnostics],
    written: Object.assign({}, ...contracts.map(({ written }) => written)),
  };
}

/** What an older version states differently, in words. */
const CHANGED: { readonly [slug: string]: (field: string) => string } = {
  "kinds-differ": (field) => `the type of ${field}`,
  "values-differ": (field) => `the list of values of ${field}`,
  "format-differs": (field) => `the format of ${field}`,
  "required-differs": (field) => `whether ${field} is required`,
  "null-differs": (field) => `whether ${field} may be null`,
  "rule-differs": (field) => `a rule of ${field}`,
  "spellings-differ": (field) => `the spelling of ${field}`,
};
const ONLY_THERE: ReadonlySet<string> = new Set(["field-not-in-schema", "field-only-there"]);

const isOldFile = (file: string | undefined, versions: Versions): boolean => file !== undefined && versions.has(file);

/** Whether a declaration stands in older versions alone. */
const isOld = ({ origins }: Declaration, versions: Versions): boolean =>
  origins.length > 0 && origins.every(({ file }) => versions.has(file));

const isOldContract = ({ declarations, examples, events }: Contract, versions: Versions): boolean =>
  isOldFile((declarations[0]?.origins[0] ?? examples[0]?.origin ?? events[0]?.origin)?.file, versions);

function inOrder(contracts: readonly Contract[], versions: Versions): readonly Declaration[] {
  const all = contracts.flatMap(({ declarations }) => declarations);
  return versions.size === 0 ? all : [...all.filter((one) => !isOld(one, versions)), ...all.filter((one) => isOld(one, versions))];
}

/**
 * The names that stay. What only older versions hold, and texts that speak of a part of a stronger declaration, stay only when something
 * that stays refers to them.
 */
function keptDeclarations(all: readonly Declaration[], answered: ReadonlySet<string>, versions: Versions): ReadonlySet<string> {
  const byName = new Map(all.map((declaration) => [declaration.name, declaration]));
  const open = all.filter((one) => !isOld(one, versions) && !(answered.has(one.name) && one.statedBy === "text"));
  const kept = new Set(open.map(({ name }) => name));
  if (kept.size === all.length) return kept;
  for (let next = open.pop(); next !== undefined; next = open.pop())
    visitSchema(next.schema, (schema) => {
      const reference = stringMember(schema, "$ref");
      const target = reference === undefined ? undefined : byName.get(reference);
      if (target === undefined || kept.has(target.name)) return;
      kept.add(target.name);
      open.push(target);
    });
  return kept;
}

/** Readers write an empty list where a text says that nothing is required; it has done its work. */
function withoutEmptyRequired(declaration: Declaration): Declaration {
  const { schema, statedBy } = declaration;
  const required = member(schema, "required");
  if (statedBy === "schema" || !isObject(schema) || !isArray(required) || required.length > 0) return declaration;
  return { ...declaration, schema: Object.fromEntries(entries(schema).filter(([keyword]) => keyword !== "required")) };
}

/** An event that several documents show is one; a document that knows no name for it adds nothing to one that does. */
function mergeEvents(contracts: readonly Contract[]): readonly EventType[] {
  const events = contracts.flatMap((contract) => contract.events);
  const named = new Set(events.flatMap(({ declaration, names }) => (names.length > 0 ? [declaration] : [])));
  const seen = new Set<string>();
  return events.filter(({ names, discriminator, declaration }) => {
    const key = JSON.stringify([declaration, discriminator, names]);
    if (seen.has(key) || (names.length === 0 && named.has(declaration))) return false;
    seen.add(key);
    return true;
  });
}

/** The same value shown twice is one example. */
function mergeExamples(contracts: readonly Contract[]): readonly Example[] {
  const shown = new Map<string, { readonly first: Json; texts: Set<string> | null }>();
  return contracts
    .flatMap(({ examples }) => examples)
    .filter(({ declaration, pointer, value }) => {
      const place = `${declaration}#${pointer}`;
      const known = shown.get(place);
      if (known === undefined) return shown.set(place, { first: value, texts: null });
      // The text of a first value is made when there is a second one: most stand alone.
      known.texts ??= new Set([JSON.stringify(known.first)]);
      const text = JSON.stringify(value);
      return !known.texts.has(text) && known.texts.add(text);
    });
}
