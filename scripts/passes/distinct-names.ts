// Tells schemas of different documents apart that only happen to have the same name.
import type { Contract, Declaration } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { sameJson } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pascalCase, safeName } from "../lib/words.ts";
import { isSharedAddress } from "./resolve-reference.ts";

/**
 * Two declarations speak of the same thing when one of them is a text about it, when they stand at the same place that all of a vendor's
 * documents share, or when they say the same. Otherwise the later document's file leads its name; references are still addresses here.
 */
export function distinctNames(contracts: readonly Contract[]): readonly Contract[] {
  const all = contracts.flatMap(({ declarations }) => declarations).filter(({ statedBy }) => statedBy === "schema");
  const first = new Map<string, Declaration>();
  const taken = new Set(all.map(({ name }) => name.toLowerCase()));
  const names = new Map<Declaration, string>();
  for (const declaration of all.toSorted((a, b) => compareUnits(fileOf(a), fileOf(b)))) {
    const key = declaration.name.toLowerCase();
    const leading = first.get(key);
    if (leading === undefined) first.set(key, declaration);
    else if (fileOf(leading) !== fileOf(declaration) && !isSame(leading, declaration)) {
      let name = safeName(fileWord(declaration) + declaration.name, declaration.name);
      while (taken.has(name.toLowerCase())) name += "_";
      taken.add(name.toLowerCase());
      names.set(declaration, name);
    }
  }
  if (names.size === 0) return contracts;
  return contracts.map((contract) => {
    const renamed = contract.declarations.flatMap((declaration) => {
      const identifier = names.get(declaration);
      return identifier === undefined
        ? []
        : [
            diagnostic("name-changed", partOrigin(declaration, ""), {
              name: declaration.name,
              identifier,
              reason: "another document has a schema of the same name",
            }),
          ];
    });
    if (renamed.length === 0) return contract;
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

const fileOf = ({ origins }: Declaration): string => origins[0]?.file ?? "";

const fileWord = (declaration: Declaration): string =>
  pascalCase((fileOf(declaration).split("/").at(-1) ?? "").replace(/\.\w+$/, "")) || "Other";

const isSame = (a: Declaration, b: Declaration): boolean =>
  a.addresses.some((address) => isSharedAddress(address) && b.addresses.includes(address)) ||
  (a.name === b.name && sameJson(a.schema, b.schema));
