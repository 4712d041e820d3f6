// Events of one vendor share an envelope: the member that names some of them names others too, where their bodies have it.
import type { Contract, Diagnostic, EventType } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { calledAsName, isWord } from "../lib/event-fields.ts";
import { anyOf } from "../lib/event-template.ts";
import { eventTexts } from "../lib/shown-texts.ts";

/**
 * A member that names several events, or is called as such members are, and that is shown with no text, or with names of events alone, holds
 * the name of this one. Where its one text says the name in other words
 * (`PushOperationTimedOut` for "Push operation has timed out"), the document has a title for the event, and the text is its name on the wire.
 */
export function sharedEnvelopes(contract: Contract): Contract {
  if (contract.events.every(({ discriminator }) => discriminator === null)) return contract;
  const textsOf = eventTexts(contract);
  const isStated = anyOf(contract.events.flatMap(({ names }) => names));
  const bodies = new Map<string, Set<string>>();
  for (const { discriminator, declaration } of contract.events)
    if (discriminator !== null) bodies.set(discriminator, (bodies.get(discriminator) ?? new Set()).add(declaration));
  const places = [...bodies].toSorted(([a, many], [b, more]) => more.size - many.size || compareUnits(a, b)).map(([place]) => place);
  const isEnvelope = (place: string): boolean => calledAsName(place) === 2 || (bodies.get(place)?.size ?? 0) > 1;
  const diagnostics: Diagnostic[] = [];
  const events = contract.events.map((event): EventType => {
    const [name, ...others] = event.names;
    if (event.discriminator !== null || name === undefined) return event;
    const shown = places.flatMap((place) => {
      const found = textsOf(event).get(place);
      return found === undefined ? [] : [{ place, texts: [...found.texts] }];
    });
    const plain = shown.find(({ place, texts }) => isEnvelope(place) && texts.every((text) => isStated(text) && !isWord(text)));
    if (plain !== undefined) return { ...event, discriminator: plain.place };
    const reworded =
      others.length > 0 ? undefined : shown.find(({ texts: [text = "", ...more] }) => more.length === 0 && saysSame(name, text));
    const text = reworded?.texts[0];
    if (reworded === undefined || text === undefined) return event;
    diagnostics.push(
      diagnostic("event-called-otherwise", event.origin, { name, text, place: reworded.place, declaration: event.declaration }),
    );
    return { ...event, discriminator: reworded.place, names: [text] };
  });
  return { ...contract, events, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/** Whether at least half of the words of the shorter text, and two, are words of the other. */
function saysSame(a: string, b: string): boolean {
  const [fewer, more] = [wordsOf(a), wordsOf(b)].toSorted((one, other) => one.size - other.size);
  if (fewer === undefined || more === undefined) return false;
  const common = [...fewer].filter((word) => more.has(word)).length;
  return common >= 2 && common * 2 >= fewer.size;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
