// Reports references that lead back to themselves without any data in between (JSON Schema 2020-12 Core, section 9.4.1).
import type { Contract, Declaration, Diagnostic, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isArray, member, stringMember } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** A reference that speaks of the same value as the schema it stands in. */
interface Edge {
  readonly to: string;
  readonly pointer: string;
}

const SAME_VALUE = ["allOf", "anyOf", "oneOf"] as const;

export function refuseReferenceCycles(contract: Contract): Contract {
  const edges = new Map(contract.declarations.map(({ name, schema }) => [name, edgesOf(schema, "")]));
  const diagnostics = contract.declarations.flatMap((declaration) => cycleAt(declaration, edges));
  return diagnostics.length === 0 ? contract : { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

function edgesOf(schema: Json, pointer: string): readonly Edge[] {
  const to = stringMember(schema, "$ref");
  const inner = SAME_VALUE.flatMap((keyword) => {
    const schemas = member(schema, keyword);
    return isArray(schemas) ? schemas.flatMap((one, index) => edgesOf(one, pointerBelow(pointer, keyword, index))) : [];
  });
  return [...(to === undefined ? [] : [{ to, pointer: pointerBelow(pointer, "$ref") }]), ...inner];
}

/** A finding at each reference of a declaration that leads back to it. */
function cycleAt(declaration: Declaration, edges: ReadonlyMap<string, readonly Edge[]>): readonly Diagnostic[] {
  return (edges.get(declaration.name) ?? [])
    .filter(({ to }) => reaches(to, declaration.name, edges))
    .map(({ to, pointer }) =>
      diagnostic(
        "reference-cycle",
        partOrigin(declaration, pointer),
        { reference: to },
        declaration.statedBy === "schema" ? '"$ref"'.length : 1,
      ),
    );
}

function reaches(from: string, target: string, edges: ReadonlyMap<string, readonly Edge[]>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === target) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(edges.get(name) ?? []).map(({ to }) => to));
  }
  return false;
}
