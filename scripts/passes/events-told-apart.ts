// Reports events whose bodies do not say their names.
import { eventTable } from "../artifacts/event-table.ts";
import type { Contract, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";

export function eventsToldApart(contract: Contract): Contract {
  const diagnostics = eventTable(contract).flatMap(({ name, event, told }): readonly Diagnostic[] => {
    const { declaration, origin } = event;
    if (name === null) return [];
    if (told === null) return [diagnostic("event-not-told", origin, { name, declaration })];
    if (told.by === "name") return [];
    return [diagnostic("event-told-by-members", origin, { name, declaration, members: told.keys.join(", ") })];
  });
  return { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}
