// Finds where an event's body says its name, and which names the documents show. Only what they show counts: a field that is merely called so is none.
import type { Contract, Diagnostic, EventType } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { calledAsName, isWord } from "../lib/event-fields.ts";
import { anyOf, eventTemplate } from "../lib/event-template.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { eventTexts, type ShownTexts } from "../lib/shown-texts.ts";

export function eventDiscriminators(contract: Contract): Contract {
  if (contract.events.length === 0) return contract;
  const textsOf = eventTexts(contract);
  const stated = new Map<string, string[]>();
  for (const { declaration, names } of contract.events) {
    const known = stated.get(declaration) ?? [];
    stated.set(declaration, known);
    known.push(...names);
  }
  const isStated = anyOf([...stated.values()].flat());
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  const events = contract.events.flatMap((event): readonly EventType[] => {
    const texts = textsOf(event);
    const discriminator = event.discriminator ?? discriminatorAmong(texts, stated.get(event.declaration) ?? []);
    const shownNames = discriminator === null ? [] : [...(texts.get(discriminator)?.texts ?? [])];
    const unlisted = shownNames.filter((text) => !isStated(text));
    if (event.names.length > 0) {
      const { declaration, origin } = event;
      if (unlisted.length > 0 && !reported.has(declaration))
        diagnostics.push(diagnostic("event-name-unlisted", origin, { names: unlisted.join(", "), declaration }));
      reported.add(declaration);
      return [{ ...event, discriminator }];
    }
    // What other documents state as events needs no second one from examples.
    return shownNames.length > 0 && unlisted.length === 0 ? [] : [{ ...event, discriminator, names: unlisted }];
  });
  return { ...contract, events, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/**
 * The member that holds the events' names: the one that is shown with most of them, and is called as such members are. A name that is a mere
 * word stands in other places too, so there it must be called so, or hold nothing else. Where no names are known, it is a member that is
 * called so and is shown with texts.
 */
function discriminatorAmong(shown: ReadonlyMap<string, ShownTexts>, names: readonly string[]): string | null {
  const plain = names.filter((name) => eventTemplate(name) === null);
  const templates = names.flatMap((name) => {
    const template = eventTemplate(name);
    return template === null ? [] : [{ fits: anyOf([name]), isWord: !/[\p{L}\p{N}]/u.test(template.texts.join("")) }];
  });
  const candidates = [...shown].flatMap(([pointer, { texts, stated }]) => {
    if (texts.size === 0) return [];
    const called = calledAsName(pointer);
    const isOwn = called > 0 || (stated && texts.size === 1);
    const written = plain.filter((name) => texts.has(name) && (isOwn || !isWord(name)));
    const varying = templates.filter((template) => (isOwn || !template.isWord) && [...texts].some(template.fits));
    const confirmed = written.length + varying.length;
    const isCandidate = names.length === 0 ? called === 2 : confirmed > 0;
    return isCandidate ? [{ pointer, rank: [confirmed, called, stated ? 1 : 0, -pointerKeys(pointer).length] }] : [];
  });
  const [best] = candidates.toSorted((a, b) => compareRanks(b.rank, a.rank) || compareUnits(a.pointer, b.pointer));
  return best?.pointer ?? null;
}

/** Compares lists of numbers, the first difference counting. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
