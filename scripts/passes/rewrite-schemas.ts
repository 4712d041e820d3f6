// A pass that rewrites every schema of a contract, with the places of what it rewrites.
import type { Contract, Declaration, Diagnostic, JsonObject, Schema } from "../contract.ts";
import { partOrigin } from "../lib/parts.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import type { Origin } from "../contract.ts";

/** Rewrites one schema object; `at` gives the place of one of its keywords (or of itself, without a name), `pointer` where it stands. */
export type SchemaRewrite = (
  schema: JsonObject,
  at: (keyword?: string) => Origin,
  report: (diagnostic: Diagnostic) => void,
  pointer: string,
  declaration: Declaration,
) => Schema;

/** Maps every schema of a contract, inner ones first. */
export function rewriteSchemas(contract: Contract, rewrite: SchemaRewrite): Contract {
  const diagnostics: Diagnostic[] = [];
  const declarations = contract.declarations.map((declaration) => {
    const schema = mapSchema(declaration.schema, (inner, pointer) =>
      rewrite(
        inner,
        (keyword) => partOrigin(declaration, keyword === undefined ? pointer : `${pointer}/${keyword}`),
        (found) => diagnostics.push(found),
        pointer,
        declaration,
      ),
    );
    return schema === declaration.schema ? declaration : { ...declaration, schema };
  });
  return { ...contract, declarations, diagnostics: [...contract.diagnostics, ...diagnostics] };
}
