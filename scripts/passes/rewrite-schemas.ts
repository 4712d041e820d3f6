// A pass that rewrites every schema of a contract, with the places of what it rewrites.
import type { Contract, Declaration, Diagnostic, JsonObject, Schema } from "../contract.ts";
import { partOrigin } from "../lib/parts.ts";
import { keywordsIn, mapItems, mapSchema, type Place, pointerOf } from "../lib/schema-walk.ts";
import type { Origin } from "../contract.ts";

/** Rewrites one schema object; `at` gives the place of one of its keywords (or of itself, without a name), `place` where it stands. */
export type SchemaRewrite = (
  schema: JsonObject,
  at: (keyword?: string) => Origin,
  report: (diagnostic: Diagnostic) => void,
  place: Place,
  declaration: Declaration,
) => Schema;

/** Maps every schema of a contract, inner ones first; only declarations that have some keyword that is `sought`, when something is. */
export function rewriteSchemas(contract: Contract, rewrite: SchemaRewrite, sought?: (keyword: string) => boolean): Contract {
  const diagnostics: Diagnostic[] = [];
  const report = (found: Diagnostic): void => void diagnostics.push(found);
  const declarations = mapItems(contract.declarations, (declaration) => {
    if (sought !== undefined && !some(keywordsIn(declaration.schema), sought)) return declaration;
    const schema = mapSchema(declaration.schema, (inner, place) =>
      rewrite(inner, (keyword) => partOrigin(declaration, pointerOf(place, keyword)), report, place, declaration),
    );
    return schema === declaration.schema ? declaration : { ...declaration, schema };
  });
  if (declarations === contract.declarations && diagnostics.length === 0) return contract;
  return { ...contract, declarations, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

function some<T>(items: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}
