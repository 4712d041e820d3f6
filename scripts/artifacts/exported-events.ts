// The events of a contract as they stand in other formats' documents: one entry for each name.
import type { Contract, Example, Json } from "../contract.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { isObject, sameJson } from "../lib/json.ts";
import { pointedAt } from "../lib/pointer.ts";
import { namedExamples } from "./examples.ts";

/** An event under one name: the documents may show bodies of several types for it. */
export interface NamedEvent {
  readonly name: string;
  readonly bodies: readonly string[];
  /** RFC 6901 pointer to the name in the body; null when the documents show none. */
  readonly nameAt: string | null;
  /** The names of whole bodies that the documents show. */
  readonly examples: readonly string[];
}

/** Every event, by name; one without a name is called by the type of its body. */
export function namedEvents({ events, examples }: Contract): readonly NamedEvent[] {
  const whole = namedExamples(examples).filter(([, { pointer }]) => pointer === "");
  const found = new Map<string, NamedEvent>();
  for (const { names, discriminator, declaration } of events) {
    const called = names.length === 0 ? [declaration] : names;
    const shown = new Map<string, string[]>();
    for (const [title, example] of whole) {
      if (example.declaration !== declaration) continue;
      const said = discriminator === null ? undefined : pointedAt(example.value, discriminator);
      // An example whose name is none of the event's is shown with the first of them.
      const name = called.find((one) => sameJson(one, said)) ?? called[0] ?? declaration;
      const known = shown.get(name);
      if (known === undefined) shown.set(name, [title]);
      else known.push(title);
    }
    for (const name of called) {
      const before = found.get(name);
      found.set(name, {
        name,
        bodies: [...new Set([...(before?.bodies ?? []), declaration])],
        nameAt: before?.nameAt ?? discriminator,
        examples: [...(before?.examples ?? []), ...(shown.get(name) ?? [])],
      });
    }
  }
  return [...found.values()].toSorted((a, b) => compareUnits(a.name, b.name));
}

/** The schema of an event's body: a reference, or one of several. */
export function bodySchema({ bodies }: NamedEvent, address: (name: string) => string): Json {
  const references = bodies.map((name) => ({ $ref: address(name) }));
  const [only] = references;
  return references.length === 1 && isObject(only) ? only : { anyOf: references };
}

/** The whole bodies that the documents show, by name; and the examples of all else. */
export function splitExamples({ events, examples }: Contract): {
  readonly bodies: readonly (readonly [string, Json])[];
  readonly others: readonly Example[];
} {
  const names = new Set(events.map(({ declaration }) => declaration));
  const isBody = ({ declaration, pointer }: Example): boolean => pointer === "" && names.has(declaration);
  return {
    bodies: namedExamples(examples).flatMap(([name, example]) => (isBody(example) ? [[name, example.value] as const] : [])),
    others: examples.filter((example) => !isBody(example)),
  };
}
