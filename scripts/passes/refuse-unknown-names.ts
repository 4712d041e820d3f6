// Reports references that name no declaration: what a correction brings in was not there when references were linked.
import type { Contract, Diagnostic } from "../contract.ts";
import { diagnostic, type Slug } from "../diagnostics.ts";
import { stringMember } from "../lib/json.ts";
import { besideDocument, partOrigin } from "../lib/parts.ts";
import { pointerOf, visitSchema } from "../lib/schema-walk.ts";

/** How linking reports references that stay as they are. */
const TOLD: ReadonlySet<string> = new Set<Slug>(["reference-unresolved", "reference-escapes", "reference-not-fetched"]);

export function refuseUnknownNames(contract: Contract): Contract {
  const names = new Set(contract.declarations.map(({ name }) => name));
  // A reference that linking reported already is not reported again under its raw text.
  const told = new Set(contract.diagnostics.filter(({ slug }) => TOLD.has(slug)).map(({ facts }) => facts["reference"]));
  const diagnostics: Diagnostic[] = [];
  for (const declaration of contract.declarations)
    visitSchema(declaration.schema, (schema, place) => {
      const reference = stringMember(schema, "$ref");
      if (reference === undefined || names.has(reference) || told.has(reference)) return;
      const origin = partOrigin(declaration, pointerOf(place, "$ref"));
      diagnostics.push(
        diagnostic("reference-unresolved", origin, { reference, supplement: besideDocument(origin.file, "supplement.openapi.yaml") }),
      );
    });
  return { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}
