// Dynamic scope, settled statically: for each dynamic anchor's name the outermost resource on the way that declares it
// (2020-12 Core, section 8.2.3.2; 2019-09 Core, section 8.2.4.2).
import { locationOf, type Place, type Resource } from "./resource.ts";

/** What dynamic references mean at a place. Equal environments are one object, so that identity compares them. */
export interface Environment {
  /** Says which environment it is: "" for the empty one. */
  readonly key: string;
  readonly bindings: ReadonlyMap<string, Place>;
}

/** Gives the environment inside a resource that is entered from another environment. */
export type Enter = (environment: Environment, resource: Resource) => Environment;

export const NOWHERE: Environment = { key: "", bindings: new Map() };

/** Only `names` are of interest: those that some dynamic reference uses. */
export function environments(names: ReadonlySet<string>): Enter {
  const known = new Map<string, Environment>();
  const steps = new Map<Environment, Map<Resource, Environment>>();
  return (environment, resource) => {
    if (resource.dynamic.size === 0) return environment;
    const from = steps.get(environment) ?? new Map<Resource, Environment>();
    steps.set(environment, from);
    const before = from.get(resource);
    if (before !== undefined) return before;
    const fresh = [...resource.dynamic].filter(([name]) => names.has(name) && !environment.bindings.has(name));
    const after = fresh.length === 0 ? environment : interned(new Map([...environment.bindings, ...fresh]), known);
    from.set(resource, after);
    return after;
  };
}

function interned(bindings: ReadonlyMap<string, Place>, known: Map<string, Environment>): Environment {
  const key = JSON.stringify([...bindings].map(([name, place]) => [name, locationOf(place.resource, place.pointer)]).toSorted());
  const environment = known.get(key) ?? { key, bindings };
  known.set(key, environment);
  return environment;
}
