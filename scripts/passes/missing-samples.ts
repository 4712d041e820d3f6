// Says which types have no fixtures, because no value of them is found.
import type { Contract } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { partOrigin } from "../lib/parts.ts";
import { samplePlans } from "../samples/sample-plan.ts";

export function missingSamples(contract: Contract): Contract {
  const found = new Set(samplePlans(contract).map(({ name }) => name));
  const diagnostics = contract.declarations.flatMap((declaration) =>
    found.has(declaration.name) ? [] : [diagnostic("sample-not-found", partOrigin(declaration, ""), { name: declaration.name })],
  );
  return diagnostics.length === 0 ? contract : { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}
