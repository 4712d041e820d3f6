// Tells schemas of different documents apart that only happen to have the same name.
import type { Contract, Declaration } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { sameJson, stringMember } from "../lib/json.ts";
import { placeName } from "../lib/part-name.ts";
import { partOrigin } from "../lib/parts.ts";
import { pascalCase, safeName } from "../lib/words.ts";
import { haveCommon } from "./have-common.ts";
import type { Versions } from "./merge-contracts.ts";
import { isSharedAddress } from "./resolve-reference.ts";

/**
 * Two declarations speak of the same thing when one of them is a text about it, when they stand at the same place that all of a vendor's
 * documents share, or when they say the same. Otherwise what it is defined in, or its file, leads the later
 * one's name; references are still addresses here.
 */
export function distinctNames(contracts: readonly Contract[], versions: Versions = new Map()): readonly Contract[] {
  const all = contracts.flatMap(({ declarations }) => declarations).filter(({ statedBy }) => statedBy === "schema");
  const shared = sharedPlaces(all, versions);
  const groups = new Map<string, { readonly leading: Declaration; readonly name: string }[]>();
  const taken = new Set(all.map(({ name }) => name.toLowerCase()));
  const names = new Map<Declaration, string>();
  // Older versions of documents give way to what is newest.
  const age = (declaration: Declaration): number => Number(versions.has(fileOf(declaration)));
  for (const declaration of all.toSorted((a, b) => age(a) - age(b) || compareUnits(fileOf(a), fileOf(b)))) {
    if (shared.has(declaration)) continue;
    const key = declaration.name.toLowerCase();
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const same = group.find(({ leading }) => fileOf(leading) === fileOf(declaration) || isSame(leading, declaration));
    if (same !== undefined) {
      if (same !== group[0]) names.set(declaration, same.name);
      continue;
    }
    if (group.length === 0) {
      group.push({ leading: declaration, name: declaration.name });
      continue;
    }
    let name = safeName(longerName(declaration), declaration.name);
    while (taken.has(name.toLowerCase())) name += "_";
    taken.add(name.toLowerCase());
    names.set(declaration, name);
    group.push({ leading: declaration, name });
  }
  for (const [declaration, leading] of shared) {
    const name = names.get(leading) ?? leading.name;
    if (name !== declaration.name) names.set(declaration, name);
  }
  if (names.size === 0) return contracts;
  // A page's own table speaks of the page's schema.
  const byFile = new Map([...names].map(([declaration, name]) => [`${fileOf(declaration)}\n${declaration.name}`, name]));
  for (const { declarations } of contracts)
    for (const declaration of declarations) {
      const name = declaration.statedBy === "text" ? byFile.get(`${fileOf(declaration)}\n${declaration.name}`) : undefined;
      if (name !== undefined) names.set(declaration, name);
    }
  return contracts.map((contract) => {
    const renamed = contract.declarations.flatMap((declaration) => {
      const identifier = names.get(declaration);
      return identifier === undefined || declaration.statedBy === "text" || shared.has(declaration)
        ? []
        : [
            diagnostic("name-changed", partOrigin(declaration, ""), {
              name: declaration.name,
              identifier,
              reason: "another document has a schema of the same name",
            }),
          ];
    });
    if (!contract.declarations.some((declaration) => names.has(declaration))) return contract;
    const own = new Map(contract.declarations.map((declaration) => [declaration.name, names.get(declaration) ?? declaration.name]));
    const follow = <T extends { readonly declaration: string }>(one: T): T => ({
      ...one,
      declaration: own.get(one.declaration) ?? one.declaration,
    });
    return {
      ...contract,
      declarations: contract.declarations.map((declaration) => ({ ...declaration, name: names.get(declaration) ?? declaration.name })),
      events: contract.events.map(follow),
      examples: contract.examples.map(follow),
      diagnostics: [...contract.diagnostics, ...renamed],
    };
  });
}

/**
 * Declarations that stand at a place that all of a vendor's documents share, each with the first one that stands there. Documents of several
 * APIs may have components of one name that are different things.
 */
function sharedPlaces(all: readonly Declaration[], versions: Versions): ReadonlyMap<Declaration, Declaration> {
  const first = new Map<string, Declaration[]>();
  const shared = new Map<Declaration, Declaration>();
  for (const declaration of all) {
    const places = declaration.addresses.filter(isSharedAddress);
    const leading = places.flatMap((address) => first.get(address) ?? []).find((one) => !areApart(one, declaration, versions));
    if (leading !== undefined && fileOf(leading) !== fileOf(declaration)) shared.set(declaration, shared.get(leading) ?? leading);
    for (const address of places) {
      const others = first.get(address);
      if (others === undefined) first.set(address, [declaration]);
      else if (leading === undefined) others.push(declaration);
    }
  }
  return shared;
}

/** Whether components of two OpenAPI documents are two things: hardly a field or value of the one is in the other, or their types are others. */
function areApart(a: Declaration, b: Declaration, versions: Versions): boolean {
  if (a.openapi === undefined || b.openapi === undefined || a.supplied || b.supplied || fileOf(a) === fileOf(b)) return false;
  if (versions.has(fileOf(a)) || versions.has(fileOf(b))) return false;
  const [left, right] = [stringMember(a.schema, "type"), stringMember(b.schema, "type")];
  return (left !== undefined && right !== undefined && left !== right) || !haveCommon(a, b);
}

const fileOf = ({ origins }: Declaration): string => origins[0]?.file ?? "";

/** Led by what a definition is defined in, or by the words of its file. */
function longerName(declaration: Declaration): string {
  const defined = declaration.addresses.find((address) => /^#\/components\/.*\/(?:definitions|\$defs)\/[^/]+$/.test(address));
  if (defined !== undefined) return placeName(defined.slice(1));
  return (pascalCase((fileOf(declaration).split("/").at(-1) ?? "").replace(/\.\w+$/, "")) || "Other") + declaration.name;
}

const isSame = (a: Declaration, b: Declaration): boolean => a.name === b.name && sameJson(a.schema, b.schema);
