// Values near a given one: one place in it is replaced, removed, or gets a member or item more.
import fc from "fast-check";
import type { Json } from "../../scripts/contract.ts";
import { entries, isArray } from "../../scripts/lib/json.ts";
import { NAMES } from "./random-schema.ts";

type Edit = (part: unknown) => unknown;
const REMOVED = Symbol("removed");

/** Pointers as lists of names, the whole value first. */
const places = (value: Json): readonly (readonly string[])[] => [
  [],
  ...(isArray(value) ? value.map((item, index) => [String(index), item] as const) : entries(value)).flatMap(([key, inner]) =>
    places(inner).map((path) => [key, ...path]),
  ),
];

function edited(value: Json, [key, ...rest]: readonly string[], edit: Edit): unknown {
  if (key === undefined) return edit(value);
  if (isArray(value))
    return value.map((item, index) => (String(index) === key ? edited(item, rest, edit) : item)).filter((item) => item !== REMOVED);
  return Object.fromEntries(
    entries(value)
      .map(([name, inner]) => [name, name === key ? edited(inner, rest, edit) : inner])
      .filter(([, inner]) => inner !== REMOVED),
  );
}

/** Values with one edit; what is put in is taken from `others`. */
export const near = (values: fc.Arbitrary<Json>, others: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .record({
      value: values,
      place: fc.nat(),
      kind: fc.constantFrom("replace", "remove", "add"),
      other: others,
      name: fc.constantFrom<string>(...NAMES, "id", "status"),
    })
    .map(({ value, place, kind, other, name }) => {
      const all = places(value);
      const path = all[place % all.length] ?? [];
      if (kind === "replace" || path.length === 0) return edited(value, path, () => other);
      if (kind === "remove") return edited(value, path, () => REMOVED);
      return edited(value, path.slice(0, -1), (part) => (Array.isArray(part) ? [...part, other] : { ...Object(part), [name]: other }));
    });

/** Freezes plain objects and lists, all the way down. */
export function frozen<T>(value: T, seen: Set<unknown> = new Set()): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || seen.has(value)) return value;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    const inner: unknown = Reflect.get(value, key);
    frozen(inner, seen);
  }
  return Object.freeze(value);
}

/** Whether a value could have come out of JSON.parse. */
export function isJson(value: unknown): value is Json {
  if (typeof value !== "object" || value === null)
    return value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  const inner: readonly unknown[] = Object.values(value);
  return (Array.isArray(value) ? inner.length === value.length : prototype === Object.prototype) && inner.every(isJson);
}
