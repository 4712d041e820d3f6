// Declarations in the making: what one pass over the schemas has declared so far.
import type { Json } from "../contract.ts";
import type { Environment } from "./environment.ts";
import type { Place, Resource } from "./resource.ts";

/** An object that is being filled. */
export interface Filling {
  [key: string]: Json;
}

/** Sets a member, `__proto__` like any other. */
export const setMember = (object: Filling, key: string, value: Json): void => {
  if (key === "__proto__") Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
};

/** A reference to a declaration that applies to the very value that the referring declaration applies to. */
interface InPlaceReference {
  readonly to: Draft;
  readonly location: string;
}

/** A declaration before it has its name. */
export interface Draft {
  readonly place: Place;
  readonly environment: Environment;
  readonly moved: { [pointer: string]: string };
  readonly inPlace: InPlaceReference[];
  /** What its references lead to, in their order. */
  readonly targets: Draft[];
  schema: Json;
}

/** The declarations of one pass, in the order in which they were found. */
export interface Drafts {
  readonly all: readonly Draft[];
  readonly declare: (place: Place, environment: Environment) => Draft;
  /** Where environments were not told apart any more, because there were too many. */
  readonly blurred: readonly Draft[];
}

/** Environments may multiply like the subsets of all dynamic anchors: beyond this, on average over all schemas, it is no use to go on. */
const MOST_ENVIRONMENTS = 16;
const ALWAYS_ALLOWED = 20_000;

/** Keeps one declaration for each schema and environment. */
export function drafts(): Drafts {
  const all: Draft[] = [];
  const blurred: Draft[] = [];
  const byResource = new Map<Resource, Map<string, Map<Environment, Draft>>>();
  let places = 0;
  const declare = (place: Place, environment: Environment): Draft => {
    const byPointer = madeAt(byResource, place.resource, () => new Map<string, Map<Environment, Draft>>());
    const byEnvironment = madeAt(byPointer, place.pointer, () => new Map<Environment, Draft>());
    if (byEnvironment.size === 0) places += 1;
    const [first] = byEnvironment.values();
    if (first !== undefined && !byEnvironment.has(environment) && all.length > ALWAYS_ALLOWED + MOST_ENVIRONMENTS * places) {
      blurred.push(first);
      return first;
    }
    return madeAt(byEnvironment, environment, () => {
      const draft: Draft = { place, environment, moved: {}, inPlace: [], targets: [], schema: true };
      all.push(draft);
      return draft;
    });
  };
  return { all, declare, blurred };
}

function madeAt<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const before = map.get(key);
  if (before !== undefined) return before;
  const made = make();
  map.set(key, made);
  return made;
}
