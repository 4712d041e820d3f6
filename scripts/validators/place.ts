// Where a schema stands, for the `location` of an issue.
import type { Schema } from "../contract.ts";

/** A named schema to print validators of. */
export interface Source {
  readonly name: string;
  readonly schema: Schema;
  /** The absolute location of the schema: a URI with an RFC 6901 pointer as its fragment. `#/$defs/<name>` when nothing is said. */
  readonly location?: string;
  /** Pointers inside the schema → locations of parts that stood elsewhere before their dialect was rewritten. */
  readonly moved?: { readonly [pointer: string]: string };
}

/** A place inside a source. */
export interface Place {
  readonly source: Source;
  /** RFC 6901 pointer into the source's schema. */
  readonly pointer: string;
  readonly location: string;
}

export const sourcePlace = (source: Source): Place => ({
  source,
  pointer: "",
  location: source.location ?? `#/$defs/${source.name}`,
});

/** The place `at` (an RFC 6901 pointer) below another. A part that stood elsewhere takes what is inside along. */
export function descend({ source, pointer, location }: Place, at: string): Place {
  const { moved } = source;
  if (moved === undefined) return { source, pointer: pointer + at, location: location + at };
  let below = pointer;
  let there = location;
  for (const token of at.split("/").slice(1)) {
    below += `/${token}`;
    there = (Object.hasOwn(moved, below) ? moved[below] : undefined) ?? `${there}/${token}`;
  }
  return { source, pointer: below, location: there };
}
