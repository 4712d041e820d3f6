// Reports references that lead back to themselves without any data in between (JSON Schema 2020-12 Core, section 9.4.1).
import type { Contract, Declaration, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { partOrigin } from "../lib/parts.ts";
import { circularEdges, edgesOf, type Edge } from "./reference-edges.ts";

export function refuseReferenceCycles(contract: Contract): Contract {
  const edges = new Map(contract.declarations.map(({ name, schema }) => [name, edgesOf(schema, "")]));
  const isCircular = circularEdges(edges);
  const diagnostics = contract.declarations.flatMap((declaration) =>
    cycleAt(
      declaration,
      (edges.get(declaration.name) ?? []).filter((edge) => isCircular(declaration.name, edge)),
    ),
  );
  return diagnostics.length === 0 ? contract : { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/** A finding at each reference of a declaration that leads back to it. */
const cycleAt = (declaration: Declaration, edges: readonly Edge[]): readonly Diagnostic[] =>
  edges.map(({ to, pointer }) =>
    diagnostic(
      "reference-cycle",
      partOrigin(declaration, pointer),
      { reference: to },
      declaration.statedBy === "schema" ? '"$ref"'.length : 1,
    ),
  );
