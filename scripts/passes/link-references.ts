// Turns each vendor's reference into the name of the declaration that it means.
import type { Contract, Declaration, Diagnostic, JsonObject, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isSchema, stringMember } from "../lib/json.ts";
import { besideDocument, partOrigin } from "../lib/parts.ts";
import { pointedAt, pointerBelow } from "../lib/pointer.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import { resolver } from "./resolve-reference.ts";

/** The contracts of one vendor's documents, linked to each other. What only answers references stays only where it is asked for. */
export function linkReferences(vendor: string, contracts: readonly Contract[]): readonly Contract[] {
  const resolve = resolver(contracts.flatMap(({ declarations }) => declarations));
  const asked = new Set<string>();
  const parts = new Map<string, Declaration>();

  const link = (declaration: Declaration, diagnostics: Diagnostic[]): Declaration => {
    const rewrite = (schema: JsonObject, pointer: string): Schema => {
      const reference = stringMember(schema, "$ref");
      if (reference === undefined) return schema;
      const at = pointerBelow(pointer, "$ref");
      const origin = partOrigin(declaration, at);
      const length = declaration.statedBy === "schema" ? '"$ref"'.length : 1;
      const found = resolve(reference, declaration.origins[0]?.file ?? "");
      if (found.kind === "outside" || found.kind === "nothing") {
        const slug = found.kind === "outside" ? "reference-escapes" : "reference-unresolved";
        diagnostics.push(
          diagnostic(slug, origin, { reference, supplement: besideDocument(origin.file, "supplement.openapi.yaml") }, length),
        );
        return schema;
      }
      const name = found.kind === "part" ? found.name : found.declaration.name;
      if (found.kind === "part" && !parts.has(name)) parts.set(name, partDeclaration(found.declaration, found.pointer, name));
      if (!asked.has(name)) {
        asked.add(name);
        const supplied = found.declaration.supplied && !declaration.supplied;
        const slug = reference.endsWith(".md") ? "linked-page-supplied" : "reference-supplied";
        if (supplied)
          diagnostics.push(
            diagnostic(
              slug,
              origin,
              { reference, supplement: partOrigin(found.declaration, found.kind === "part" ? found.pointer : "") },
              length,
            ),
          );
      }
      return { ...schema, $ref: name };
    };
    return { ...declaration, schema: mapSchema(declaration.schema, rewrite) };
  };

  const linkAll = (declarations: readonly Declaration[], diagnostics: Diagnostic[]): readonly Declaration[] =>
    declarations.map((declaration) => link(declaration, diagnostics));
  const isSupplement = ({ declarations }: Contract): boolean => declarations.some(({ supplied }) => supplied);
  // Documents first, so that a reference is asked for where a vendor states it and not where the supplement does.
  const ordered = [...contracts.filter((contract) => !isSupplement(contract)), ...contracts.filter(isSupplement)];
  const linked = new Map(
    ordered.map((contract) => {
      const diagnostics: Diagnostic[] = [];
      const declarations = linkAll(contract.declarations, diagnostics);
      return [contract, { ...contract, declarations, diagnostics: [...contract.diagnostics, ...diagnostics] }] as const;
    }),
  );
  const diagnostics: Diagnostic[] = [];
  const added = linkAll([...parts.values()], diagnostics);
  return [
    ...contracts.map((contract) => dropUnasked(linked.get(contract) ?? contract, asked)),
    { vendor, declarations: added, events: [], examples: [], diagnostics },
  ];
}

const partDeclaration = (declaration: Declaration, pointer: string, name: string): Declaration => {
  const schema = pointedAt(declaration.schema, pointer);
  const inner = Object.entries(declaration.parts).filter(([at]) => at === pointer || at.startsWith(`${pointer}/`));
  return {
    ...declaration,
    name,
    addresses: [],
    schema: isSchema(schema) ? schema : true,
    origins: [partOrigin(declaration, pointer)],
    parts: Object.fromEntries(inner.map(([at, origins]) => [at.slice(pointer.length), origins])),
  };
};

function dropUnasked(contract: Contract, asked: ReadonlySet<string>): Contract {
  const unasked = contract.declarations.filter(({ name, supplied }) => supplied && !asked.has(name));
  if (unasked.length === 0) return contract;
  return {
    ...contract,
    declarations: contract.declarations.filter((declaration) => !unasked.includes(declaration)),
    diagnostics: [
      ...contract.diagnostics,
      ...unasked.map((declaration) => diagnostic("supplement-unused", partOrigin(declaration, ""), { name: declaration.name })),
    ],
  };
}
