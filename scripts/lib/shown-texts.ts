// Which texts a declaration's documents show at which members: constants, lists of values, and examples.
import type { Contract, Declaration, EventType, Example, Json } from "../contract.ts";
import { entries, isArray, isObject, isString, member } from "./json.ts";
import { membersBelow } from "./members-below.ts";
import { pointerBelow } from "./pointer.ts";
import { typesOf } from "../keywords/type.ts";

/** The texts at one member. */
export interface ShownTexts {
  readonly texts: ReadonlySet<string>;
  /** Whether a constant or a list states them; otherwise examples show them. */
  readonly stated: boolean;
}

/** Examples are looked into as deep as schemas are. */
const MOST_LEVELS = 3;

/** The texts of a declaration by RFC 6901 pointer in its value. Members that can hold a text and show none have an empty set. */
function shownTexts(
  declaration: Declaration,
  all: ReadonlyMap<string, Declaration>,
  examples: readonly Example[],
): ReadonlyMap<string, ShownTexts> {
  const found = new Map<string, { readonly texts: Set<string>; stated: boolean }>();
  const at = (pointer: string): { readonly texts: Set<string>; stated: boolean } => {
    const known = found.get(pointer) ?? { texts: new Set<string>(), stated: false };
    found.set(pointer, known);
    return known;
  };
  for (const { pointer, schemas } of membersBelow(declaration.schema, all))
    for (const schema of schemas) {
      const type = member(schema, "type");
      const stated = [member(schema, "const"), ...listOf(member(schema, "enum"))].filter(isString);
      const shown = listOf(member(schema, "examples")).filter(isString);
      if (stated.length === 0 && shown.length === 0 && (type === undefined || !typesOf(type).includes("string"))) continue;
      const place = at(pointer);
      for (const text of [...stated, ...shown]) place.texts.add(text);
      if (stated.length > 0) place.stated = true;
    }
  const visit = (value: Json, pointer: string, depth: number): void => {
    if (isString(value)) at(pointer).texts.add(value);
    else if (isObject(value) && depth < MOST_LEVELS)
      for (const [name, inner] of entries(value)) visit(inner, pointerBelow(pointer, name), depth + 1);
  };
  for (const { pointer, value } of examples) visit(value, pointer, 0);
  found.delete("");
  return found;
}

const listOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

/** The texts of each event's body, worked out when they are asked for. */
export function eventTexts({ declarations, events, examples }: Contract): (event: EventType) => ReadonlyMap<string, ShownTexts> {
  const all = new Map(declarations.map((declaration): [string, Declaration] => [declaration.name, declaration]));
  const own = new Map<string, Example[]>(events.map(({ declaration }) => [declaration, []]));
  for (const example of examples) own.get(example.declaration)?.push(example);
  const shown = new Map<string, ReadonlyMap<string, ShownTexts>>();
  return ({ declaration: name }) => {
    const declaration = all.get(name);
    const known = shown.get(name) ?? (declaration === undefined ? new Map() : shownTexts(declaration, all, own.get(name) ?? []));
    shown.set(name, known);
    return known;
  };
}
