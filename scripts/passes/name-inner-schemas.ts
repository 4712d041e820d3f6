// Gives objects with properties and lists of values that stand inside a declaration a name and a declaration of their own.
import type { Contract, Declaration, Diagnostic, Json, JsonObject, Origin, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { entries, fromEntries, isArray, isObject, isSchema, member } from "../lib/json.ts";
import { enumShape } from "../lib/enum-shape.ts";
import { lazyRecord } from "../lib/lazy-record.ts";
import { partOrigin } from "../lib/parts.ts";
import { mapItems, mapMembers, type Place, pointerOf } from "../lib/schema-walk.ts";
import { nameProblem, pascalCase, safeName, singular } from "../lib/words.ts";

/** A schema that gets a declaration of its own, and where it stood. */
interface Cut {
  readonly name: string;
  readonly pointer: string;
  readonly origin: Origin;
  schema: Schema;
}

/** A name is its owner's and the property's, so it does not depend on what else there is. */
export function nameInnerSchemas(contract: Contract): Contract {
  const taken = new Set(contract.declarations.map(({ name }) => name.toLowerCase()));
  const diagnostics: Diagnostic[] = [];
  const free = (wished: string, origin: Origin): string => {
    let name = safeName(wished, wished);
    while (taken.has(name.toLowerCase())) name += "_";
    taken.add(name.toLowerCase());
    if (name !== wished)
      diagnostics.push(
        diagnostic("name-changed", origin, {
          name: wished,
          identifier: name,
          reason: nameProblem(wished) ?? "another declaration has the same name",
        }),
      );
    return name;
  };
  // What a reference led to has a declaration already: the place it stands at refers to that.
  const stated = declarationsByPlace(contract.declarations);
  const cut = (declaration: Declaration): readonly Declaration[] => {
    const cuts: Cut[] = [];
    const hoist = (schema: Json, at: Place, wished: () => string): Json => {
      if (!mayHold(schema)) return schema;
      if (!isNamed(schema)) return within(schema, at, wished);
      const [own, beside] = splitProse(schema);
      const pointer = pointerOf(at);
      const place = declaration.parts[pointer]?.[0];
      const known = place === undefined ? undefined : stated.get(place.file)?.get(place.pointer);
      if (known !== undefined && known !== declaration.name) return { $ref: known, ...beside };
      const origin = place ?? partOrigin(declaration, pointer);
      const name = free(wished(), origin);
      const made = { name, pointer, origin, schema: own };
      cuts.push(made);
      made.schema = within(own, at, () => name);
      return { $ref: name, ...beside };
    };
    const within = (schema: Schema, place: Place, name: () => string): Schema => {
      if (!isObject(schema) || enumShape({ schema }) !== null) return schema;
      return mapMembers(schema, (keyword, value): Json => {
        const at = { above: place, key: keyword };
        if (keyword === "properties" && isObject(value))
          return inOrder(value, (key, property) => hoist(property, { above: at, key }, () => name() + pascalCase(key)));
        if (keyword === "items") return hoist(value, at, () => itemName(name()));
        if (keyword === "additionalProperties") return hoist(value, at, () => `${name()}Value`);
        if ((keyword !== "anyOf" && keyword !== "oneOf") || !isArray(value)) return value;
        const isOnly = value.filter(isNamedForm).length === 1;
        return mapItems(value, (form, key) => hoist(form, { above: at, key }, () => (isOnly ? name() : `${name()}Form${key + 1}`)));
      });
    };
    const schema = within(declaration.schema, null, () => declaration.name);
    if (schema === declaration.schema) return [declaration];
    return cuts.length === 0 ? [{ ...declaration, schema }] : cutUp({ ...declaration, schema }, cuts);
  };
  // Names are given in the order of names, and not in that of the document.
  const declarations = contract.declarations.toSorted((a, b) => compareUnits(a.name, b.name)).flatMap(cut);
  return { ...contract, declarations, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

const itemName = (name: string): string => (singular(name) === name ? `${name}Item` : singular(name));

/** The names of declarations, by the file and pointer of each place that states one. */
function declarationsByPlace(declarations: readonly Declaration[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const files = new Map<string, Map<string, string>>();
  for (const { name, origins } of declarations)
    for (const { file, pointer } of origins) {
      const own = files.get(file) ?? new Map<string, string>();
      files.set(file, own.set(pointer, name));
    }
  return files;
}

/** Maps members in the order of their names and leaves them in their own. */
function inOrder(value: JsonObject, map: (key: string, inner: Json) => Json): JsonObject {
  const mapped = new Map(
    Object.keys(value)
      .filter((key) => mayHold(value[key]))
      .toSorted(compareUnits)
      .map((key) => [key, map(key, value[key] ?? null)] as const),
  );
  return mapped.size === 0 ? value : mapMembers(value, (key, inner) => mapped.get(key) ?? inner);
}

/** Keywords of schemas that are worth a name, or that hold such. */
const HOLDING = ["properties", "items", "additionalProperties", "anyOf", "oneOf", "enum"] as const;

const mayHold = (schema: Json | undefined): schema is JsonObject =>
  isObject(schema) && HOLDING.some((keyword) => Object.hasOwn(schema, keyword));

const isNamedForm = (value: Json): boolean => isSchema(value) && isNamed(value);

/** Whether a schema is worth a name: an object with properties, or a list of at least two texts, open ones included. */
function isNamed(schema: Schema): boolean {
  const list = enumShape({ schema });
  if (list !== null) return list.values.length > 1;
  return entries(member(schema, "properties")).length > 0;
}

/** Prose of a field stays with the field; a title goes with the type. */
function splitProse(schema: Schema): readonly [Schema, JsonObject] {
  const description = member(schema, "description");
  if (description === undefined) return [schema, {}];
  return [fromEntries(entries(schema).filter(([keyword]) => keyword !== "description")), { description }];
}

/** A declaration and those that are cut from it. Each place goes to the innermost that it stands in, and that of a cut to what it is cut from too. */
function cutUp(declaration: Declaration, cuts: readonly Cut[]): readonly Declaration[] {
  const pointers = new Set(["", ...cuts.map(({ pointer }) => pointer)]);
  const { parts: all } = declaration;
  const around = (pointer: string): string => {
    let at = pointer;
    while (!pointers.has(at)) at = at.slice(0, at.lastIndexOf("/"));
    return at;
  };
  const ownersOf = (pointer: string): readonly string[] => {
    const owner = around(pointer);
    return owner === "" || owner !== pointer ? [owner] : [owner, around(pointer.slice(0, pointer.lastIndexOf("/")))];
  };
  let split: ReadonlyMap<string, readonly (readonly [string, readonly Origin[]])[]> | undefined;
  const partsOf = (owner: string): Declaration["parts"] =>
    lazyRecord(
      (at) => (isPointer(at) && ownersOf(owner + at).includes(owner) ? all[owner + at] : undefined),
      () => (split ??= grouped(all, ownersOf)).get(owner) ?? [],
    );
  return [
    { ...declaration, parts: partsOf("") },
    ...cuts.map(({ name, pointer, origin, schema }) => ({
      ...declaration,
      name,
      addresses: [],
      schema,
      origins: [origin],
      parts: partsOf(pointer),
    })),
  ];
}

/** Places by what they belong to, each by its pointer in that. */
function grouped(
  parts: Declaration["parts"],
  ownersOf: (pointer: string) => readonly string[],
): ReadonlyMap<string, readonly (readonly [string, readonly Origin[]])[]> {
  const groups = new Map<string, [string, readonly Origin[]][]>();
  for (const [pointer, origins] of Object.entries(parts))
    for (const owner of ownersOf(pointer)) {
      const group = groups.get(owner) ?? [];
      groups.set(owner, group);
      group.push([pointer.slice(owner.length), origins]);
    }
  return groups;
}

const isPointer = (text: string): boolean => text === "" || text.startsWith("/");
