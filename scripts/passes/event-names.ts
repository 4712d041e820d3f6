// Makes of each event one for each of its names, and reports names that two documents give to different bodies.
import type { Contract, Diagnostic, EventType } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { eventTemplate, templatePattern } from "../lib/event-template.ts";

/** An event with one name, or with none. */
export function eventNames(contract: Contract): Contract {
  const diagnostics: Diagnostic[] = [];
  const patterns = new Map<string, string>();
  const first = new Map<string, EventType>();
  for (const event of contract.events) {
    if (event.names.length === 0) diagnostics.push(diagnostic("event-without-name", event.origin, { declaration: event.declaration }));
    for (const name of event.names) {
      const template = eventTemplate(name);
      const key = template === null ? `=${name}` : templatePattern(template);
      const known = patterns.get(key);
      const leading = known === undefined ? undefined : first.get(known);
      if (leading === undefined) {
        patterns.set(key, name);
        first.set(name, { ...event, names: [name] });
      } else if (leading.declaration !== event.declaration) {
        const facts = { name, declaration: event.declaration, leading: leading.origin, taken: leading.declaration };
        diagnostics.push(diagnostic("event-stated-twice", event.origin, facts));
      }
    }
  }
  const named = [...first.values()].toSorted((a, b) => compareUnits(a.names[0] ?? "", b.names[0] ?? ""));
  const unnamed = contract.events.filter(({ names }) => names.length === 0);
  return { ...contract, events: [...named, ...unnamed], diagnostics: [...contract.diagnostics, ...diagnostics] };
}
