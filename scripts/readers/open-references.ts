// Declarations for what references name in places of a document that hold no schemas as a rule.
import type { Declaration } from "../contract.ts";
import { isSchema, stringMember } from "../lib/json.ts";
import { pointedAt } from "../lib/pointer.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import { partName, placeName } from "../lib/part-name.ts";
import { decoded } from "../passes/resolve-reference.ts";
import type { SchemaPlace, Source } from "./openapi-walk.ts";
import type { schemaDeclarations } from "./schema-declarations.ts";

type Found = ReturnType<typeof schemaDeclarations>;

/**
 * Declares what `#/paths/~1items/get/responses/200/x-own/thing` and the like mean, where no declaration holds it, and what that refers to in
 * turn. A reference that leads to no schema is left for the pass that links references.
 */
export function openReferences(
  own: Source,
  declarations: readonly Declaration[],
  declare: (place: SchemaPlace) => Found,
): readonly Found[] {
  const byAddress = new Map<string, Declaration>();
  const known = new Set<string>();
  const found: Found[] = [];
  const add = (list: readonly Declaration[]): void => {
    for (const declaration of list)
      if (declaration.origins[0]?.file === own.file) for (const address of declaration.addresses) byAddress.set(address, declaration);
  };
  add(declarations);
  const open = declarations.toReversed();
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    if (from.origins[0]?.file !== own.file) continue;
    visitSchema(from.schema, (schema) => {
      const reference = stringMember(schema, "$ref");
      if (reference === undefined || !reference.startsWith("#/") || known.has(reference) || byAddress.has(reference)) return;
      known.add(reference);
      const pointer = decoded(reference.slice(1));
      if (byAddress.has(`#${pointer}`) || NO_SCHEMA.test(pointer)) return;
      const [holder, inside] = around(pointer, byAddress);
      if (holder !== undefined && pointedAt(holder.schema, inside) !== undefined) return;
      const value = pointedAt(own.text.value, pointer);
      if (!isSchema(value)) return;
      const part = declare({
        spot: { source: own, pointer, value },
        name: holder === undefined ? placeName(pointer) : partName(holder.name, inside),
      });
      found.push(part);
      add(part.declarations);
      open.push(...part.declarations);
    });
  }
  return found;
}

/** A component that is no schema, though it holds one: the pass that links references says so. */
const NO_SCHEMA = /^\/components\/(?!schemas\/)[^/]+\/[^/]+$/;

/** The nearest declaration that a pointer goes through, and the rest of the pointer. */
function around(pointer: string, byAddress: ReadonlyMap<string, Declaration>): readonly [Declaration | undefined, string] {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const holder = byAddress.get(`#${pointer.slice(0, end)}`);
    if (holder !== undefined) return [holder, pointer.slice(end)];
  }
  return [undefined, pointer];
}
