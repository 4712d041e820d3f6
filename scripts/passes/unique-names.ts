// Gives each declaration of one document a name of its own that TypeScript can have.
import type { Contract, Declaration, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { placeName } from "../lib/part-name.ts";
import { nameProblem, pascalCase, safeName, uniqueNames } from "../lib/words.ts";
import { partOrigin } from "../lib/parts.ts";

/**
 * Names that two declarations share are led by the name of what they are defined in; the result does not depend on their order.
 * References are still addresses here, so nothing else has to change.
 */
export function uniqueDeclarationNames(contract: Contract): Contract {
  const counts = new Map<string, number>();
  // The components of an OpenAPI document keep their names; what stands at a place of its own has its name from there.
  const isSettled = ({ openapi, addresses: [address = ""] }: Declaration): boolean => openapi !== undefined && !GIVES_WAY.test(address);
  for (const { name } of contract.declarations) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const shared = (declaration: Declaration): boolean => !isSettled(declaration) && (counts.get(declaration.name.toLowerCase()) ?? 0) > 1;
  const key = (declaration: Declaration): string => `${declaration.name}\n${declaration.addresses[0] ?? ""}`;
  const wishes = new Map(
    contract.declarations.map((declaration) => [key(declaration), shared(declaration) ? qualified(declaration) : declaration.name]),
  );
  const names = uniqueNames([...wishes.keys()], (text) => wishes.get(text) ?? "");
  const diagnostics: Diagnostic[] = [];
  const renamed = new Map<string, string>();
  const declarations = contract.declarations.map((declaration) => {
    const name = names.get(key(declaration)) ?? safeName(declaration.name, declaration.name);
    if (name === declaration.name) return declaration;
    const reason = shared(declaration)
      ? "another declaration has the same name"
      : (nameProblem(declaration.name) ?? "another declaration has the same name");
    diagnostics.push(
      diagnostic("name-changed", partOrigin(declaration, ""), {
        name: declaration.name === "" ? (declaration.addresses[0] ?? "an unnamed schema") : declaration.name,
        identifier: name,
        reason,
      }),
    );
    renamed.set(declaration.name, name);
    return { ...declaration, name };
  });
  const follow = <T extends { readonly declaration: string }>(one: T): T => ({
    ...one,
    declaration: renamed.get(one.declaration) ?? one.declaration,
  });
  return {
    ...contract,
    declarations,
    examples: contract.examples.map(follow),
    events: contract.events.map(follow),
    diagnostics: [...contract.diagnostics, ...diagnostics],
  };
}

/** A definition inside a schema, or a parameter: they give way to components of the same name. */
const GIVES_WAY = /\/(definitions|\$defs)\/[^/]*$|^#\/components\/parameters\//;

/** `#/components/schemas/Company/definitions/item` → `CompanyItem`. */
function qualified({ name, addresses: [address = ""] }: Declaration): string {
  if (address.startsWith("#/components/")) return placeName(address.slice(1));
  const steps = address.split("/").filter((step) => step !== "definitions" && step !== "$defs");
  return pascalCase(`${steps.at(-2) ?? ""} ${name}`);
}
