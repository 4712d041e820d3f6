// Renames a declaration when a name that the package derives from it is taken: `ThingJson` beside `Thing`, whose parser of texts is parseThingJson.
import { exportsOf } from "../artifacts/exports.ts";
import type { Contract, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { stringMember } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import { camelName } from "../lib/words.ts";

/** Shorter names keep theirs, so the result does not depend on the order of the declarations. */
export function clashFreeExports(contract: Contract): Contract {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const byLength = contract.declarations.toSorted((a, b) => a.name.length - b.name.length || compareUnits(a.name, b.name));
  for (const declaration of byLength) {
    // Validators have functions of their own beside those that are exported.
    const all = (name: string): readonly string[] => [
      ...Object.values(exportsOf({ ...declaration, name })).flat(),
      `is${name}At`,
      `check${name}`,
      `${camelName(name)}Set`,
    ];
    let name = declaration.name;
    let own = all(name);
    while (own.some((one) => taken.has(one))) own = all((name += "_"));
    for (const one of own) taken.add(one);
    if (name === declaration.name) continue;
    renamed.set(declaration.name, name);
    diagnostics.push(
      diagnostic("name-changed", partOrigin(declaration, ""), {
        name: declaration.name,
        identifier: name,
        reason: "another declaration's functions have its names",
      }),
    );
  }
  if (renamed.size === 0) return contract;
  const follow = (name: string): string => renamed.get(name) ?? name;
  return {
    ...contract,
    declarations: contract.declarations.map((declaration) => ({
      ...declaration,
      name: follow(declaration.name),
      schema: mapSchema(declaration.schema, (schema) => {
        const reference = stringMember(schema, "$ref");
        return reference === undefined ? schema : { ...schema, $ref: follow(reference) };
      }),
    })),
    events: contract.events.map((event) => ({ ...event, declaration: follow(event.declaration) })),
    examples: contract.examples.map((example) => ({ ...example, declaration: follow(example.declaration) })),
    diagnostics: [...contract.diagnostics, ...diagnostics],
  };
}
