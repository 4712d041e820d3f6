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

/** The place `at` (an RFC 6901 pointer) below another. */
export function descend({ source, pointer, location }: Place, at: string): Place {
  const below = pointer + at;
  const moved = source.moved !== undefined && Object.hasOwn(source.moved, below) ? source.moved[below] : undefined;
  return { source, pointer: below, location: moved ?? location + at };
}
