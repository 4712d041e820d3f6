// The events of a contract as the package tells them apart: by the text of a member, or by the members that only they have.
import type { Contract, Declaration, EventType, Json, Schema } from "../contract.ts";
import { enumShape } from "../lib/enum-shape.ts";
import { type EventTemplate, eventTemplate } from "../lib/event-template.ts";
import { isArray, isString, member, stringMember } from "../lib/json.ts";
import { inPlace, memberFinder } from "../lib/members-below.ts";
import { type NamedPart, namedParts } from "../lib/named-parts.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";

/** An event. */
export interface EventRow {
  /** The name that the documents give it, or null when they show none. */
  readonly name: string | null;
  readonly template: EventTemplate | null;
  /** The holes of the name, each once, and the lists that hold their known values. */
  readonly holes: readonly EventHole[];
  /** What its written-out parts are called, where the vendor says so. */
  readonly parts: readonly NamedPart[];
  readonly event: EventType;
  /** The names of members that lead to the event's name, or the required members that no other event has; null when nothing tells it. */
  readonly told: { readonly by: "name" | "members"; readonly keys: readonly string[] } | null;
}

export interface EventHole {
  readonly name: string;
  /** The declaration of its known values, and these, or null when any text is taken. */
  readonly list: { readonly name: string; readonly values: readonly string[] } | null;
}

/** An event that values can be told to be. */
export interface ToldEvent extends EventRow {
  readonly name: string;
  readonly told: NonNullable<EventRow["told"]>;
}

export const isTold = (row: EventRow): row is ToldEvent => row.name !== null && row.told !== null;

/** All events, in the order of the contract: one for each name, and one for none. */
export function eventTable({ declarations, events, eventNames = [] }: Contract): readonly EventRow[] {
  const all = new Map(declarations.map((declaration): [string, Declaration] => [declaration.name, declaration]));
  const members = new Map<string, ReadonlySet<string>>();
  for (const { declaration } of events) if (!members.has(declaration)) members.set(declaration, namesOf(bodyOf(declaration, all)));
  return events.flatMap((event): readonly EventRow[] => {
    if (event.names.length === 0) return [{ name: null, template: null, holes: [], parts: [], event, told: null }];
    return event.names.map((name): EventRow => {
      const template = eventTemplate(name);
      const holes = [...new Set(template?.holes)].map((hole) => ({ name: hole, list: listOf(hole, event, all) }));
      const named = eventNames.flatMap(({ pattern }) => (template === null ? [] : [namedParts(template, pattern) ?? []]));
      const row = { name, template, holes, parts: named.find(({ length }) => length > 0) ?? [], event };
      if (event.discriminator !== null) return { ...row, told: { by: "name", keys: pointerKeys(event.discriminator) } };
      const keys = template === null ? ownMembers(event, events, members, all) : null;
      return { ...row, told: keys === null ? null : { by: "members", keys } };
    });
  });
}

const bodyOf = (name: string, all: ReadonlyMap<string, Declaration>): readonly Json[] => inPlace(all.get(name)?.schema ?? true, all);

/** The list with a hole's values: that of the payload's member of the same name, or the declared list of that name. */
function listOf(hole: string, event: EventType, all: ReadonlyMap<string, Declaration>): EventHole["list"] {
  const body = all.get(event.declaration);
  const members = body === undefined ? [] : memberFinder(all)(body.schema).filter(({ name }) => name === hole);
  const referred = members.flatMap(({ schemas }) => schemas.flatMap((schema) => all.get(stringMember(schema, "$ref") ?? "") ?? []));
  const called = pascalCase(hole).toLowerCase();
  for (const { name, schema } of [...referred, ...[...all.values()].filter((declaration) => declaration.name.toLowerCase() === called)]) {
    const list = listAt(schema, all);
    if (list !== null) return { name, values: list };
  }
  return null;
}

/** The values of a list, or of the list that a declaration is another name of. */
function listAt(schema: Schema, all: ReadonlyMap<string, Declaration>): readonly string[] | null {
  const seen = new Set<Schema>();
  for (let at: Schema | undefined = schema; at !== undefined && !seen.has(at); at = all.get(stringMember(at, "$ref") ?? "")?.schema) {
    const list = enumShape({ schema: at });
    if (list !== null) return list.values;
    seen.add(at);
  }
  return null;
}

/** The required members of an event's body, when no other event has them all; null when they tell nothing. */
function ownMembers(
  event: EventType,
  events: readonly EventType[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
  all: ReadonlyMap<string, Declaration>,
): readonly string[] | null {
  const required = namesIn(member(all.get(event.declaration)?.schema, "required"));
  const isAlone = events.every((other) => other === event || !required.every((name) => members.get(other.declaration)?.has(name)));
  return required.length > 0 && isAlone ? required : null;
}

/** All members that schemas speak of. */
const namesOf = (schemas: readonly Json[]): ReadonlySet<string> =>
  new Set(schemas.flatMap((schema) => [...Object.keys(member(schema, "properties") ?? {}), ...namesIn(member(schema, "required"))]));

const namesIn = (value: Json | undefined): readonly string[] => (isArray(value) ? value.filter(isString) : []);
