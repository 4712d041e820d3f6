// Reports values of lists whose member names are not simply their words.
import type { Contract, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { enumShape, memberNames } from "../lib/enum-shape.ts";
import { partOrigin } from "../lib/parts.ts";
import { nameProblem, pascalCase } from "../lib/words.ts";

export function noteMemberNames(contract: Contract): Contract {
  const diagnostics = contract.declarations.flatMap((declaration): readonly Diagnostic[] => {
    const shape = enumShape(declaration);
    if (shape === null) return [];
    return [...memberNames(shape.values)]
      .filter(([value, name]) => name !== pascalCase(value))
      .map(([value, identifier]) => {
        const reason = nameProblem(pascalCase(value)) ?? "another value has the same name";
        return diagnostic("name-changed", partOrigin(declaration, "/enum"), { name: JSON.stringify(value), identifier, reason }, 6);
      });
  });
  return { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}
