// Which findings speak of which declaration and field.
import type { Contract, Declaration, Diagnostic, Origin } from "../contract.ts";
import { entryOf } from "../diagnostics.ts";
import { isOrigin } from "../lib/origin.ts";
import { entries, member } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** The findings of a contract by what they speak of. */
export interface Doubts {
  readonly ofField: (declaration: Declaration, name: string) => readonly Diagnostic[];
  readonly ofDeclaration: (declaration: Declaration) => readonly Diagnostic[];
  /** Those that speak of no declaration. */
  readonly others: readonly Diagnostic[];
}

const key = ({ file, pointer }: Origin): string => `${file}#${pointer}`;

/** A finding belongs to the field with the longest pointer that one of its places is, or is inside of. */
export function doubtsOf({ declarations, diagnostics }: Contract): Doubts {
  const byField = new Map<string, Diagnostic[]>();
  const byDeclaration = new Map<string, Diagnostic[]>();
  const others: Diagnostic[] = [];
  const fields = firstOwners(declarations.flatMap(fieldPlaces));
  const wholes = firstOwners(declarations.flatMap(({ origins, name }) => origins.map((origin) => [key(origin), name] as const)));
  const put = (map: Map<string, Diagnostic[]>, id: string, found: Diagnostic): void => {
    const all = map.get(id);
    if (all === undefined) map.set(id, [found]);
    else all.push(found);
  };
  for (const found of diagnostics) {
    if (entryOf(found).passing === true) continue;
    const places = [found.origin, ...Object.values(found.facts).filter(isOrigin)].filter(({ line }) => line > 0).map(key);
    const [first = "", ...rest] = places;
    const field = nearest(first, fields) ?? longest(rest, fields);
    const whole = nearest(first, wholes) ?? wholes.get(first.slice(0, first.indexOf("#") + 1));
    if (field !== undefined) put(byField, field, found);
    else if (whole !== undefined) put(byDeclaration, whole, found);
    else others.push(found);
  }
  return {
    ofField: (declaration, name) => byField.get(fieldId(declaration, name)) ?? [],
    ofDeclaration: ({ name }) => byDeclaration.get(name) ?? [],
    others,
  };
}

/** Of several owners of a place, the first. */
function firstOwners(pairs: readonly (readonly [place: string, owner: string])[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const [place, owner] of pairs) if (!owners.has(place)) owners.set(place, owner);
  return owners;
}

/** The owner of a place, or of the nearest one around it. */
function nearest(place: string, owners: ReadonlyMap<string, string>): string | undefined {
  for (let end = place.length; end > 0; end = place.lastIndexOf("/", end - 1)) {
    const owner = owners.get(place.slice(0, end));
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** The owner of the longest of some places that has one. */
const longest = (places: readonly string[], owners: ReadonlyMap<string, string>): string | undefined =>
  owners.get(places.filter((place) => owners.has(place)).toSorted((a, b) => b.length - a.length)[0] ?? "");

const fieldId = ({ name }: Declaration, field: string): string => `${name}\n${field}`;

const fieldPlaces = (declaration: Declaration): readonly (readonly [place: string, owner: string])[] =>
  entries(member(declaration.schema, "properties")).flatMap(([name]) =>
    (declaration.parts[pointerBelow("/properties", name)] ?? []).map((origin) => [key(origin), fieldId(declaration, name)] as const),
  );
