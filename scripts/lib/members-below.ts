// The members of a declared value and of the objects in it, nearest first, through references and compositions.
import type { Declaration, Json } from "../contract.ts";
import { entries, isArray, member, stringMember } from "./json.ts";
import { pointerBelow } from "./pointer.ts";

/** A member, and every schema that speaks of it. */
export interface MemberBelow {
  /** RFC 6901 pointer in the value. */
  readonly pointer: string;
  readonly name: string;
  readonly schemas: readonly Json[];
}

/** What tells one event from another stands near the top: deeper members, and those behind so many, are not looked at. */
const MOST_LEVELS = 3;
const MOST_MEMBERS = 250;

/** The members down to the third level, as many as are looked at. Lists are not entered. */
export function membersBelow(schema: Json, all: ReadonlyMap<string, Declaration>): readonly MemberBelow[] {
  const found: MemberBelow[] = [...membersOf("", inPlace(schema, all), all)];
  // What is found is walked while it grows.
  for (const { pointer, schemas } of found) {
    if (found.length >= MOST_MEMBERS || pointer.split("/").length > MOST_LEVELS) break;
    found.push(...membersOf(pointer, schemas, all));
  }
  return found.slice(0, MOST_MEMBERS);
}

function membersOf(pointer: string, schemas: readonly Json[], all: ReadonlyMap<string, Declaration>): readonly MemberBelow[] {
  const own = new Map<string, Json[]>();
  for (const [name, schema] of schemas.flatMap((one) => entries(member(one, "properties"))))
    own.set(name, [...(own.get(name) ?? []), ...inPlace(schema, all)]);
  return [...own].map(([name, inner]) => ({ pointer: pointerBelow(pointer, name), name, schemas: inner }));
}

/** A schema and those that apply to the same value. */
export function inPlace(schema: Json, all: ReadonlyMap<string, Declaration>): readonly Json[] {
  const found = new Set<Json>();
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const target = all.get(stringMember(next, "$ref") ?? "");
    if (target !== undefined) open.push(target.schema);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const forms = member(next, keyword);
      if (isArray(forms)) open.push(...forms);
    }
  }
  return [...found];
}
