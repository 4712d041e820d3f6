// Gives texts the name of the declaration that they speak of, so that what several documents say of one thing is merged.
import type { Contract, Declaration, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { stringMember } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { spellingKey } from "../lib/spelling.ts";
import { pascalCase, safeName } from "../lib/words.ts";
import { haveCommon, spoken } from "./have-common.ts";

/**
 * A text speaks of the schema that has its name, up to letter case and underscores, or else of the only one that has its name as title, unless
 * hardly a field of the one is in the other. Texts of one name speak of one thing, unless they stand in sibling folders of one set of pages
 * (`operations/status.md` beside `shared/status.md`) and say different things: a set has no page twice. References are still addresses here.
 */
export function sameThings(contracts: readonly Contract[]): readonly Contract[] {
  const all = contracts.flatMap(({ declarations }) => declarations);
  const texts = all.filter(({ statedBy }) => statedBy === "text");
  if (texts.length === 0) return contracts;
  const names = new Map<string, Declaration>();
  const titled = new Map<string, Declaration | null>();
  for (const declaration of all) {
    if (declaration.statedBy === "text") continue;
    const name = spellingKey(declaration.name);
    if (!names.has(name)) names.set(name, declaration);
    const title = spellingKey(stringMember(declaration.schema, "title") ?? "");
    // Several schemas with one title ("Payload") are told apart by their names alone.
    if (title !== "") titled.set(title, titled.has(title) && titled.get(title)?.name !== declaration.name ? null : declaration);
  }
  const apart = siblings(texts);
  const taken = new Set(all.map(({ name }) => name.toLowerCase()));
  const found = new Map<Declaration, string>();
  const diagnostics = new Map<Declaration, Diagnostic>();
  for (const declaration of texts) {
    const key = spellingKey(declaration.name);
    const folder = apart.get(declaration);
    const namesake = names.get(key);
    const leading = namesake ?? titled.get(key) ?? undefined;
    if (folder === undefined && leading !== undefined && haveCommon(leading, declaration)) {
      found.set(declaration, found.get(leading) ?? leading.name);
      continue;
    }
    if (folder === undefined && namesake === undefined) {
      names.set(key, declaration);
      continue;
    }
    const wished = safeName(pascalCase(folderOf(declaration)) + declaration.name, declaration.name);
    const other = names.get(spellingKey(wished));
    const name = other === undefined ? free(wished, taken) : (found.get(other) ?? other.name);
    if (other === undefined) names.set(spellingKey(wished), declaration);
    found.set(declaration, name);
    const reason = folder === undefined ? "the schema of this name has other fields" : "another page of the same documents has this name";
    diagnostics.set(
      declaration,
      diagnostic("name-changed", partOrigin(declaration, ""), { name: declaration.name, identifier: name, reason }),
    );
  }
  return contracts.map((contract) => renamed(contract, found, diagnostics));
}

function free(wished: string, taken: Set<string>): string {
  let name = wished;
  while (taken.has(name.toLowerCase())) name += "_";
  taken.add(name.toLowerCase());
  return name;
}

function renamed(contract: Contract, found: ReadonlyMap<Declaration, string>, diagnostics: ReadonlyMap<Declaration, Diagnostic>): Contract {
  if (contract.declarations.every((one) => (found.get(one) ?? one.name) === one.name)) return contract;
  const own = new Map(contract.declarations.map((one) => [one.name, found.get(one) ?? one.name]));
  const follow = <T extends { readonly declaration: string }>(one: T): T => ({
    ...one,
    declaration: own.get(one.declaration) ?? one.declaration,
  });
  return {
    ...contract,
    declarations: contract.declarations.map((one) => ({ ...one, name: found.get(one) ?? one.name })),
    events: contract.events.map(follow),
    examples: contract.examples.map(follow),
    diagnostics: [...contract.diagnostics, ...contract.declarations.flatMap((one) => diagnostics.get(one) ?? [])],
  };
}

/** The folders that SDKs keep the models themselves in; other folders hold what is made around them. */
const MODELS = /^(shared|components|models|schemas)$/i;

/** Pages that have the name of another page in a sibling folder, each with its folder; the one among the models keeps the name. */
function siblings(texts: readonly Declaration[]): ReadonlyMap<Declaration, string> {
  const groups = new Map<string, Declaration[]>();
  for (const declaration of texts) {
    const [, above, , page] = /^(.*\/)?([^/]*)\/([^/]*)$/.exec(fileOf(declaration)) ?? [];
    if (above === undefined || page === undefined) continue;
    const key = `${above}\n${spellingKey(declaration.name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [declaration]);
    else group.push(declaration);
  }
  const apart = new Map<Declaration, string>();
  for (const group of groups.values()) {
    const folders = new Set(group.map(folderOf));
    if (folders.size < 2) continue;
    const [first] = group.toSorted(
      (a, b) => Number(MODELS.test(folderOf(b))) - Number(MODELS.test(folderOf(a))) || compareUnits(fileOf(a), fileOf(b)),
    );
    for (const one of group)
      if (first !== undefined && folderOf(one) !== folderOf(first) && !saysSame(one, first)) apart.set(one, folderOf(one));
  }
  return apart;
}

const saysSame = (a: Declaration, b: Declaration): boolean => {
  const [left, right] = [spoken(a), spoken(b)];
  return left !== null && right !== null && left.size === right.size && [...left].every((one) => right.has(one));
};

const fileOf = ({ origins }: Declaration): string => origins[0]?.file ?? "";

const folderOf = (declaration: Declaration): string => fileOf(declaration).split("/").at(-2) ?? "";
