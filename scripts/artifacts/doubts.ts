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

const isInside = (place: string, field: string): boolean => place === field || place.startsWith(`${field}/`);

/** A finding belongs to the field with the longest pointer that one of its places is, or is inside of. */
export function doubtsOf({ declarations, diagnostics }: Contract): Doubts {
  const byField = new Map<string, Diagnostic[]>();
  const byDeclaration = new Map<string, Diagnostic[]>();
  const others: Diagnostic[] = [];
  const fields = declarations.flatMap((declaration) => fieldPlaces(declaration)).toSorted((a, b) => b.place.length - a.place.length);
  const wholes = declarations
    .flatMap((declaration) => declaration.origins.map((origin) => ({ place: key(origin), id: declaration.name })))
    .toSorted((a, b) => b.place.length - a.place.length);
  const put = (map: Map<string, Diagnostic[]>, id: string, found: Diagnostic): void => void map.set(id, [...(map.get(id) ?? []), found]);
  for (const found of diagnostics.filter((one) => entryOf(one).passing !== true)) {
    const places = [found.origin, ...Object.values(found.facts).filter(isOrigin)].filter(({ line }) => line > 0).map(key);
    const [first = ""] = places;
    const field = fields.find(({ place }) => isInside(first, place)) ?? fields.find(({ place }) => places.slice(1).includes(place));
    const whole = wholes.find(({ place }) => isInside(first, place) || (place.endsWith("#") && first.startsWith(place)));
    if (field !== undefined) put(byField, field.id, found);
    else if (whole !== undefined) put(byDeclaration, whole.id, found);
    else others.push(found);
  }
  return {
    ofField: (declaration, name) => byField.get(fieldId(declaration, name)) ?? [],
    ofDeclaration: ({ name }) => byDeclaration.get(name) ?? [],
    others,
  };
}

const fieldId = ({ name }: Declaration, field: string): string => `${name}\n${field}`;

const fieldPlaces = (declaration: Declaration): readonly { readonly place: string; readonly id: string }[] =>
  entries(member(declaration.schema, "properties")).flatMap(([name]) =>
    (declaration.parts[pointerBelow("/properties", name)] ?? []).map((origin) => ({ place: key(origin), id: fieldId(declaration, name) })),
  );
