// Whether two JSON values are equal, at any depth: `sameJson` descends by recursion, which a document of an unknown origin could exhaust.
import type { Json } from "../contract.ts";
import { isArray, isObject } from "../lib/json.ts";

/** Equality of JSON Schema 2020-12 Core, section 4.2.2. */
export function sameTree(one: Json, other: Json): boolean {
  const pairs: [Json | undefined, Json | undefined][] = [[one, other]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (isArray(a)) {
      if (!isArray(b) || a.length !== b.length) return false;
      for (const [index, item] of a.entries()) pairs.push([item, b[index]]);
    } else {
      if (!isObject(a) || !isObject(b)) return false;
      const keys = Object.keys(a);
      if (keys.length !== Object.keys(b).length) return false;
      for (const key of keys) {
        if (!Object.hasOwn(b, key)) return false;
        pairs.push([a[key], b[key]]);
      }
    }
  }
  return true;
}
