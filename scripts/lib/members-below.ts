// The members of a declared value and of the objects in it, nearest first, through references and compositions.
import type { Declaration, Json } from "../contract.ts";
import { entries, isArray, isObject, member, stringMember } from "./json.ts";
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

/** Finds the members down to the third level, as many as are looked at. Lists are not entered. What bodies share is looked into once. */
export function memberFinder(all: ReadonlyMap<string, Declaration>): (schema: Json) => readonly MemberBelow[] {
  const applying = new Map<Json, readonly Json[]>();
  const insides = new Map<readonly Json[], ReadonlyMap<string, readonly Json[]>>();
  const applyingTo = (schema: Json): readonly Json[] => {
    // References to one declaration are alike.
    const key = isMere(schema) ? (stringMember(schema, "$ref") ?? schema) : schema;
    const known = applying.get(key) ?? inPlace(schema, all);
    applying.set(key, known);
    return known;
  };
  const inside = (schemas: readonly Json[]): ReadonlyMap<string, readonly Json[]> => {
    const known = insides.get(schemas);
    if (known !== undefined) return known;
    const own = new Map<string, readonly Json[]>();
    for (const schema of schemas)
      for (const [name, stated] of entries(member(schema, "properties"))) {
        const before = own.get(name);
        own.set(name, before === undefined ? applyingTo(stated) : [...before, ...applyingTo(stated)]);
      }
    insides.set(schemas, own);
    return own;
  };
  return (schema) => {
    const found: MemberBelow[] = [];
    const add = (pointer: string, around: readonly Json[]): void => {
      for (const [name, schemas] of inside(around)) found.push({ pointer: pointerBelow(pointer, name), name, schemas });
    };
    add("", applyingTo(schema));
    // What is found is walked while it grows.
    for (const { pointer, schemas } of found) {
      if (found.length >= MOST_MEMBERS || pointer.split("/").length > MOST_LEVELS) break;
      add(pointer, schemas);
    }
    return found.slice(0, MOST_MEMBERS);
  };
}

/** Whether a schema refers to another and says nothing else of values. */
const isMere = (schema: Json): boolean =>
  isObject(schema) && Object.keys(schema).every((keyword) => keyword === "$ref" || keyword === "description");

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
