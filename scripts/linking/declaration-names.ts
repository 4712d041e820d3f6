// Names for declarations: from the URI or the pointer of each, so that they do not depend on what else there is.
import { pointerKeys } from "../lib/pointer.ts";
import { pascalCase, uniqueNames } from "../lib/words.ts";
import type { Draft } from "./draft.ts";
import { locationOf } from "./resource.ts";

/** The last part of a URI's path, without endings such as `.schema.json`. */
const lastPart = (uri: string): string =>
  (/([^/:]*)\/*$/.exec(uri.replace(/\?.*$/s, ""))?.[1] ?? "").replace(/(?:\.schema)?\.(?:json|ya?ml)$/, "");

/** Keys that say where a schema stands and nothing about what it is. */
const HOLDERS: ReadonlySet<string> = new Set([
  "$defs",
  "definitions",
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependencies",
]);

/** At most so many parts of a pointer go into a name. */
const MOST_PARTS = 4;

function wishedName({ place: { resource, pointer } }: Draft): string {
  const keys = pointerKeys(pointer);
  const definition = Math.max(keys.lastIndexOf("$defs"), keys.lastIndexOf("definitions"));
  const parts = keys.slice(definition + 1).filter((key, index, all) => !HOLDERS.has(key) || index === all.length - 1);
  return pascalCase(keys.length === 0 ? lastPart(resource.uri) : parts.slice(-MOST_PARTS).join(" "));
}

/** A name for each declaration, unique even when letter case is ignored. The first is the root and has the given name. */
export function declarationNames(drafts: readonly Draft[], rootName: string): ReadonlyMap<Draft, string> {
  const taken = rootName.toLowerCase();
  const [root, ...others] = drafts;
  const byText = new Map(
    others.map((draft) => [`${locationOf(draft.place.resource, draft.place.pointer)} ${draft.environment.key}`, draft]),
  );
  const wishes = new Map([...byText].map(([text, draft]) => [text, wishedName(draft)]));
  const unique = uniqueNames([...byText.keys()], (text) => {
    const wish = wishes.get(text) ?? "";
    return wish.toLowerCase() === taken ? `${wish}Definition` : wish;
  });
  const names = new Map<Draft, string>();
  const used = new Set<string>([taken]);
  if (root !== undefined) names.set(root, rootName);
  for (const [text, draft] of byText) {
    let name = unique.get(text) ?? text;
    // Two different texts with one fingerprint: rare, but not impossible.
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${unique.get(text) ?? text}_${count}`;
    used.add(name.toLowerCase());
    names.set(draft, name);
  }
  return names;
}
