// Reports references that lead back to themselves without any data in between (JSON Schema 2020-12 Core, section 9.4.1).
import type { Contract, Declaration, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { partOrigin } from "../lib/parts.ts";
import { edgesOf, type Edge, reaches } from "./reference-edges.ts";

export function refuseReferenceCycles(contract: Contract): Contract {
  const edges = new Map(contract.declarations.map(({ name, schema }) => [name, edgesOf(schema, "")]));
  const diagnostics = contract.declarations.flatMap((declaration) => cycleAt(declaration, edges));
  return diagnostics.length === 0 ? contract : { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/** A finding at each reference of a declaration that leads back to it. */
function cycleAt(declaration: Declaration, edges: ReadonlyMap<string, readonly Edge[]>): readonly Diagnostic[] {
  return (edges.get(declaration.name) ?? [])
    .filter(({ to }) => reaches(to, declaration.name, edges))
    .map(({ to, pointer }) =>
      diagnostic(
        "reference-cycle",
        partOrigin(declaration, pointer),
        { reference: to },
        declaration.statedBy === "schema" ? '"$ref"'.length : 1,
      ),
    );
}
