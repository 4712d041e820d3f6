// Which event a value is: what tells it stands where the documents say that the vendor's events carry it.
import type { Json } from "../contract.ts";
import { isObject, member } from "../lib/json.ts";
import type { Plan, PlannedEvent } from "./plan.ts";

/** What a value is taken for. */
export interface Recognised {
  readonly vendor: string;
  readonly name: string;
  readonly declaration: string;
}

/** An unknown event's own name, when it has one. */
export interface Unknown {
  readonly unknown: string | null;
}

/** A place where a vendor's events have their names. */
interface Place {
  readonly keys: readonly string[];
  readonly literal: ReadonlyMap<string, PlannedEvent>;
  readonly templates: readonly { readonly pattern: RegExp; readonly event: PlannedEvent }[];
}

interface Told {
  readonly vendor: string;
  readonly places: readonly Place[];
  readonly byMembers: readonly PlannedEvent[];
}

/** Recognises events: by name where they have one, then by the members that only they have. */
export function eventOf({ vendors, type }: Plan): (value: Json) => Recognised | Unknown {
  if (type !== null) return () => ({ vendor: type.vendor, name: type.declaration, declaration: type.declaration });
  const told = vendors.map(({ vendor, events }): Told => ({
    vendor,
    places: placesOf(events.filter((event) => event.told.by === "name")),
    byMembers: events.filter((event) => event.told.by === "members"),
  }));
  const [first, ...others] = vendors;
  const lone = first !== undefined && others.length === 0 ? first.lone : null;
  return (value) => {
    let unknown: string | null = null;
    for (const { vendor, places } of told)
      for (const { keys, literal, templates } of places) {
        const name = keys.reduce<Json | undefined>(member, value);
        if (typeof name !== "string") continue;
        const event = literal.get(name) ?? templates.find(({ pattern }) => pattern.test(name))?.event;
        if (event !== undefined) return { vendor, name, declaration: event.declaration };
        unknown ??= name;
      }
    if (unknown !== null) return { unknown };
    for (const { vendor, byMembers } of told) {
      const event = byMembers.find(({ told: { keys } }) => isObject(value) && keys.every((key) => Object.hasOwn(value, key)));
      if (event !== undefined) return { vendor, name: event.name, declaration: event.declaration };
    }
    return first === undefined || lone === null ? { unknown } : { vendor: first.vendor, name: lone, declaration: lone };
  };
}

function placesOf(events: readonly PlannedEvent[]): readonly Place[] {
  const byPlace = new Map<string, PlannedEvent[]>();
  for (const event of events) {
    const place = JSON.stringify(event.told.keys);
    byPlace.set(place, [...(byPlace.get(place) ?? []), event]);
  }
  return [...byPlace.values()].map((group) => ({
    keys: group[0]?.told.keys ?? [],
    literal: new Map(group.filter(({ pattern }) => pattern === null).map((event) => [event.name, event])),
    templates: group.flatMap((event) => (event.pattern === null ? [] : [{ pattern: new RegExp(event.pattern, "u"), event }])),
  }));
}
