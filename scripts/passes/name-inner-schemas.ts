// Gives objects with properties and lists of values that stand inside a declaration a name and a declaration of their own.
import type { Contract, Declaration, Diagnostic, Json, JsonObject, Origin, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { entries, fromEntries, isArray, isObject, isSchema, member } from "../lib/json.ts";
import { enumShape } from "../lib/enum-shape.ts";
import { lazyRecord } from "../lib/lazy-record.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { nameProblem, pascalCase, safeName, singular } from "../lib/words.ts";

/** A schema that gets a declaration of its own, and where it stood. */
interface Cut {
  readonly name: string;
  readonly pointer: string;
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
  const stated = new Map(contract.declarations.flatMap(({ name, origins }) => origins.map((origin) => [placeKey(origin), name] as const)));
  const cut = (declaration: Declaration): readonly Declaration[] => {
    const cuts: Cut[] = [];
    const hoist = (schema: Json, pointer: string, wished: string): Json => {
      if (!isSchema(schema) || !isNamed(schema)) return isSchema(schema) ? within(schema, pointer, wished) : schema;
      const [own, beside] = splitProse(schema);
      const place = declaration.parts[pointer]?.[0];
      const known = place === undefined ? undefined : stated.get(placeKey(place));
      if (known !== undefined && known !== declaration.name) return { $ref: known, ...beside };
      const made = { name: free(wished, partOrigin(declaration, pointer)), pointer, schema: own };
      cuts.push(made);
      made.schema = within(own, pointer, made.name);
      return { $ref: made.name, ...beside };
    };
    const within = (schema: Schema, pointer: string, name: string): Schema => {
      if (!isObject(schema) || enumShape({ schema }) !== null) return schema;
      const mapped = entries(schema).map(([keyword, value]): readonly [string, Json] => {
        const at = pointerBelow(pointer, keyword);
        if (keyword === "properties")
          return [keyword, inOrder(value, (key, property) => hoist(property, pointerBelow(at, key), name + pascalCase(key)))];
        if (keyword === "items") return [keyword, hoist(value, at, singular(name) === name ? `${name}Item` : singular(name))];
        if (keyword === "additionalProperties") return [keyword, hoist(value, at, `${name}Value`)];
        if ((keyword === "anyOf" || keyword === "oneOf") && isArray(value))
          return [
            keyword,
            value.map((form, index) =>
              hoist(form, pointerBelow(at, index), value.filter(isNamedForm).length === 1 ? name : `${name}Form${index + 1}`),
            ),
          ];
        return [keyword, value];
      });
      return mapped.every(([keyword, value]) => value === schema[keyword]) ? schema : fromEntries(mapped);
    };
    const schema = within(declaration.schema, "", declaration.name);
    return cuts.length === 0 ? [{ ...declaration, schema }] : cutUp({ ...declaration, schema }, cuts);
  };
  // Names are given in the order of names, and not in that of the document.
  const declarations = contract.declarations.toSorted((a, b) => compareUnits(a.name, b.name)).flatMap(cut);
  return { ...contract, declarations, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/** Maps members in the order of their names and leaves them in their own. */
function inOrder(value: Json, map: (key: string, inner: Json) => Json): JsonObject {
  const mapped = new Map(
    entries(value)
      .toSorted(([a], [b]) => compareUnits(a, b))
      .map(([key, inner]) => [key, map(key, inner)] as const),
  );
  const isSame = isObject(value) && [...mapped].every(([key, inner]) => inner === value[key]);
  return isSame ? value : fromEntries(entries(value).map(([key]) => [key, mapped.get(key) ?? null]));
}

const placeKey = ({ file, pointer }: Origin): string => `${file}#${pointer}`;

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
      (at) => (isPointer(at) && ownersOf(owner + at).includes(owner) && Object.hasOwn(all, owner + at) ? all[owner + at] : undefined),
      () => (split ??= grouped(all, ownersOf)).get(owner) ?? [],
    );
  return [
    { ...declaration, parts: partsOf("") },
    ...cuts.map(({ name, pointer, schema }) => ({
      ...declaration,
      name,
      addresses: [],
      schema,
      origins: [partOrigin(declaration, pointer)],
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
