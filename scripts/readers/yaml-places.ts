// The places of a YAML value that the fast reader has read, looked up by pointer when somebody asks.
import type { Json } from "../contract.ts";
import { isArray, isObject } from "../lib/json.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import type { BlockYaml } from "./yaml-block.ts";
import type { Places } from "./yaml-cursor.ts";

/** An offset and how many code units to underline there. */
export type Range = readonly [offset: number, length: number];

/** Objects with more members get an index of their names. */
const FEW = 12;

interface Finder {
  /** The place of a member's key, or of an item or the root. */
  readonly place: (pointer: string) => Range | undefined;
  /** The same for a member of an object that the value holds. */
  readonly memberPlace: (holder: Json, key: string) => Range | undefined;
}

/** Finds places by pointers, and by objects and their members. */
export function placeFinder({ value, places }: BlockYaml): Finder {
  const indices = new Map<Places, ReadonlyMap<string, number>>();
  // Those who ask for one member ask for others beside it.
  const holders = new Map<string, Json | undefined>([["", value]]);
  const indexOf = (stated: Places, key: string): number => {
    const { keys } = stated;
    if (keys === null) return /^\d+$/.test(key) ? Number(key) : -1;
    if (keys.length <= FEW) return keys.indexOf(key);
    const index = indices.get(stated) ?? new Map(keys.map((name, at) => [name, at]));
    indices.set(stated, index);
    return index.get(key) ?? -1;
  };
  const holder = (pointer: string): Json | undefined => {
    if (holders.has(pointer)) return holders.get(pointer);
    const cut = pointer.lastIndexOf("/");
    const around = cut === -1 ? undefined : holder(pointer.slice(0, cut));
    const [key = ""] = pointerKeys(pointer.slice(cut));
    const found = isArray(around) ? around[Number(key)] : isObject(around) && Object.hasOwn(around, key) ? around[key] : undefined;
    holders.set(pointer, found);
    return found;
  };
  const memberPlace = (around: Json | undefined, key: string): Range | undefined => {
    const stated = typeof around === "object" && around !== null ? places.get(around) : undefined;
    if (stated === undefined) return undefined;
    const index = indexOf(stated, key);
    const offset = stated.at[2 * index];
    return offset === undefined ? undefined : [offset, stated.at[2 * index + 1] ?? 1];
  };
  const place = (pointer: string): Range | undefined => {
    if (pointer === "") return [0, 1];
    const cut = pointer.lastIndexOf("/");
    const [key = ""] = pointerKeys(pointer.slice(cut));
    return cut === -1 ? undefined : memberPlace(holder(pointer.slice(0, cut)), key);
  };
  return { place, memberPlace };
}

/** How numbers and truth values are written, by pointer. */
export function writtenByPointer({ value, places, written }: BlockYaml): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (written.size === 0) return found;
  const walk = (inner: Json, pointer: string): void => {
    const stated = typeof inner === "object" && inner !== null ? places.get(inner) : undefined;
    if (stated === undefined) return;
    const keys = stated.keys ?? [...(isArray(inner) ? inner.keys() : [])].map(String);
    keys.forEach((key, index) => {
      const at = pointerBelow(pointer, key);
      const each = isArray(inner) ? inner[index] : isObject(inner) ? inner[key] : undefined;
      const text = written.get(stated.at[2 * index] ?? -1);
      if (text !== undefined && (typeof each === "number" || typeof each === "boolean")) found.set(at, text);
      else if (each !== undefined) walk(each, at);
    });
  };
  walk(value, "");
  return found;
}
