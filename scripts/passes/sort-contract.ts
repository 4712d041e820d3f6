// Orders a contract by names and places, so that the order of a vendor's documents and components changes nothing.
import type { Contract, Diagnostic } from "../contract.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { compareOrigins } from "../lib/origin.ts";

/** How texts are written is not needed any longer. */
export const sortContract = ({ written: _written, ...contract }: Contract): Contract => ({
  ...contract,
  declarations: sortDeclarations(contract).declarations,
  events: contract.events.toSorted(
    (a, b) => compareUnits(a.names[0] ?? "", b.names[0] ?? "") || compareUnits(a.declaration, b.declaration),
  ),
  examples: contract.examples.toSorted((a, b) => compareUnits(a.declaration, b.declaration) || compareUnits(a.pointer, b.pointer)),
  diagnostics: sortDiagnostics(contract.diagnostics),
});

/** By name. Those that are sorted stay the very list. */
export function sortDeclarations(contract: Contract): Contract {
  const { declarations } = contract;
  const isSorted = declarations.every(({ name }, index) => compareUnits(declarations[index - 1]?.name ?? "", name) <= 0);
  return isSorted ? contract : { ...contract, declarations: declarations.toSorted((a, b) => compareUnits(a.name, b.name)) };
}

/** By place, then by slug; the same finding twice is one. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((found) => [JSON.stringify(found), found]));
  return [...unique.values()].toSorted((a, b) => compareOrigins(a.origin, b.origin) || compareUnits(a.slug, b.slug));
}
