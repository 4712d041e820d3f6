// What a schema says of a field, looked up through references and the parts of allOf: its values, its format, its fields.
import type { Declaration, Json, Schema } from "../contract.ts";
import { entries, isArray, isSchema, isString, member, stringMember } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";

export type Declarations = ReadonlyMap<string, Declaration>;

/** A schema with the place that it stands at. */
export interface Placed {
  readonly schema: Schema;
  readonly declaration: Declaration;
  readonly pointer: string;
}

/** Follows references to the schema that states something; a reference to nothing, or in a circle, ends where it stands. */
export function followed(placed: Placed, declarations: Declarations): Placed {
  let at = placed;
  for (const seen = new Set<string>(); ;) {
    const reference = stringMember(at.schema, "$ref");
    const target = reference === undefined || seen.has(reference) ? undefined : declarations.get(reference);
    if (reference === undefined || target === undefined) return at;
    seen.add(reference);
    at = { schema: target.schema, declaration: target, pointer: "" };
  }
}

/** The schemas that a value must pass all of: the schema itself, and the parts of its allOf. */
function conjuncts(placed: Placed, declarations: Declarations, seen: ReadonlySet<Schema> = new Set()): readonly Placed[] {
  const found = followed(placed, declarations);
  const parts = member(found.schema, "allOf");
  if (!isArray(parts) || seen.has(found.schema)) return [found];
  const around = new Set([...seen, found.schema]);
  const inner = parts.flatMap((schema, index) =>
    isSchema(schema) ? conjuncts({ ...found, schema, pointer: pointerBelow(found.pointer, "allOf", index) }, declarations, around) : [],
  );
  return [found, ...inner];
}

/** An object's fields, those of its parts included; the first statement of a name counts. */
export function fieldsOf(placed: Placed, declarations: Declarations): ReadonlyMap<string, Placed> {
  const fields = new Map<string, Placed>();
  for (const part of conjuncts(placed, declarations))
    for (const [name, schema] of entries(member(part.schema, "properties")))
      if (!fields.has(name) && isSchema(schema))
        fields.set(name, { ...part, schema, pointer: pointerBelow(part.pointer, "properties", name) });
  return fields;
}

/** The names that an object must have; null when no part of it says anything. */
export function requiredOf(placed: Placed, declarations: Declarations): ReadonlySet<string> | null {
  const lists = conjuncts(placed, declarations).flatMap(({ schema }) => {
    const list = member(schema, "required");
    return isArray(list) ? [list.filter(isString)] : [];
  });
  return lists.length === 0 ? null : new Set(lists.flat());
}

/** The values that pass, null left out; null when no list or constant says so. An open list says nothing. */
export function valuesOf(placed: Placed, declarations: Declarations): readonly Json[] | null {
  for (const { schema } of conjuncts(placed, declarations)) {
    const values = member(schema, "enum") ?? (member(schema, "const") === undefined ? undefined : [member(schema, "const") ?? null]);
    if (isArray(values)) return values.filter((value) => value !== null);
  }
  return null;
}

/** The format, or null. */
export const formatOf = (placed: Placed, declarations: Declarations): string | null =>
  conjuncts(placed, declarations)
    .map(({ schema }) => stringMember(schema, "format"))
    .find((format) => format !== undefined) ?? null;
