// Orders a contract by names and places, so that the order of a vendor's documents and components changes nothing.
import type { Contract, Diagnostic } from "../contract.ts";
import { compareOrigins } from "../lib/origin.ts";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const sortContract = (contract: Contract): Contract => ({
  ...contract,
  declarations: contract.declarations.toSorted((a, b) => compare(a.name, b.name)),
  events: contract.events.toSorted((a, b) => compare(a.declaration, b.declaration)),
  examples: contract.examples.toSorted((a, b) => compare(a.declaration, b.declaration) || compare(a.pointer, b.pointer)),
  diagnostics: sortDiagnostics(contract.diagnostics),
});

/** By place, then by slug; the same finding twice is one. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((found) => [JSON.stringify(found), found]));
  return [...unique.values()].toSorted((a, b) => compareOrigins(a.origin, b.origin) || compare(a.slug, b.slug));
}
