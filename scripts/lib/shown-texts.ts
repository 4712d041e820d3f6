// Which texts a declaration's documents show at which members: constants, lists of values, and examples.
import type { Contract, Declaration, EventType, Example, Json } from "../contract.ts";
import { entries, isArray, isObject, isString, member } from "./json.ts";
import { type MemberBelow, memberFinder } from "./members-below.ts";
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

/** What the schemas of one member show; null where it can hold no text. */
function statedTexts(schemas: readonly Json[]): ShownTexts | null {
  const texts = new Set<string>();
  let [holdsText, stated] = [false, false];
  for (const schema of schemas) {
    const type = member(schema, "type");
    const listed = [member(schema, "const"), ...listOf(member(schema, "enum"))].filter(isString);
    const shown = listOf(member(schema, "examples")).filter(isString);
    for (const text of [...listed, ...shown]) texts.add(text);
    stated ||= listed.length > 0;
    holdsText ||= type !== undefined && typesOf(type).includes("string");
  }
  return holdsText || texts.size > 0 ? { texts, stated } : null;
}

/** What is said by schemas, worked out once for members that bodies share. */
type Stated = (schemas: readonly Json[]) => ShownTexts | null;

/** The texts of a body's members by RFC 6901 pointer in its value. Members that can hold a text and show none have an empty set. */
function shownTexts(members: readonly MemberBelow[], statedBy: Stated, examples: readonly Example[]): ReadonlyMap<string, ShownTexts> {
  const found = new Map<string, ShownTexts>();
  for (const { pointer, schemas } of members) {
    const stated = statedBy(schemas);
    if (stated !== null) found.set(pointer, stated);
  }
  const visit = (value: Json, pointer: string, depth: number): void => {
    if (isString(value)) {
      const { texts, stated } = found.get(pointer) ?? { texts: new Set<string>(), stated: false };
      if (!texts.has(value)) found.set(pointer, { texts: new Set([...texts, value]), stated });
    } else if (isObject(value) && depth < MOST_LEVELS)
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
  const membersBelow = memberFinder(all);
  const stated = new Map<readonly Json[], ShownTexts | null>();
  const statedBy: Stated = (schemas) => {
    const known = stated.get(schemas);
    if (known !== undefined) return known;
    const texts = statedTexts(schemas);
    stated.set(schemas, texts);
    return texts;
  };
  return ({ declaration: name }) => {
    const declaration = all.get(name);
    const known =
      shown.get(name) ??
      (declaration === undefined ? new Map() : shownTexts(membersBelow(declaration.schema), statedBy, own.get(name) ?? []));
    shown.set(name, known);
    return known;
  };
}
