// Names that SDKs print, where several texts are merged: which spelling stays, and which names are still open.
import type { Declaration, Json } from "../contract.ts";
import { entries, member } from "../lib/json.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { spellingKey } from "../lib/spelling.ts";
import { isText } from "./disagreements.ts";
import type { Placed } from "./schema-facts.ts";
import type { Parts } from "./take-over.ts";

/** Whether a name is one that an SDK prints, at the top of its declaration. */
export const isPrinted = ({ declaration, pointer }: Placed, name: string): boolean =>
  pointer === "" && declaration.printedNames?.includes(name) === true;

/**
 * How a field of two texts is spelt: as on the wire where one of them says so. Of two printed names the one that begins with a small letter
 * is nearer to what is sent: languages that begin with a capital do so with every name.
 */
export function spellingOf(own: Placed, known: string, other: Placed, name: string): string {
  if (known === name || !isText(own) || !isPrinted(own, known)) return known;
  return !isPrinted(other, name) || (/^\p{Lu}/u.test(known) && !/^\p{Lu}/u.test(name)) ? name : known;
}

/** Gives places of parts the new names of their fields. */
export function respell(pointer: string, respelt: ReadonlyMap<string, string>, parts: Parts): void {
  if (respelt.size === 0) return;
  const prefix = `${pointer}/properties/`;
  const before = [...parts];
  for (const [at, origins] of before) {
    if (!at.startsWith(prefix)) continue;
    const [name = "", ...rest] = pointerKeys(at.slice(prefix.length - 1));
    const spelling = respelt.get(name);
    if (spelling === undefined) continue;
    parts.delete(at);
    parts.set(pointerBelow(prefix.slice(0, -1), spelling, ...rest), origins);
  }
}

/** The printed names of a merged text: those that no other text shows as they are on the wire. */
export function printedOf(leading: Declaration, weaker: Declaration, merged: Json): readonly string[] | undefined {
  if (leading.statedBy === "schema" || (leading.printedNames === undefined && weaker.printedNames === undefined)) return undefined;
  const wire = (one: Declaration): ReadonlySet<string> =>
    new Set(
      entries(member(one.schema, "properties")).flatMap(([name]) => (one.printedNames?.includes(name) === true ? [] : [spellingKey(name)])),
    );
  const [here, there] = [wire(leading), wire(weaker)];
  return entries(member(merged, "properties")).flatMap(([name]) =>
    here.has(spellingKey(name)) || there.has(spellingKey(name)) ? [] : [name],
  );
}
