// Reports ways of naming events that no event of the vendor's has.
import type { Contract } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { eventTemplate } from "../lib/event-template.ts";
import { namedParts } from "../lib/named-parts.ts";

export function unusedEventNaming(contract: Contract): Contract {
  const templates = contract.events.flatMap(({ names }) => names.flatMap((name) => eventTemplate(name) ?? []));
  const unused = (contract.eventNames ?? []).filter(({ pattern }) => templates.every((template) => namedParts(template, pattern) === null));
  if (unused.length === 0) return contract;
  const diagnostics = unused.map(({ pattern, origin }) => diagnostic("event-naming-unused", origin, { pattern }));
  return { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}
