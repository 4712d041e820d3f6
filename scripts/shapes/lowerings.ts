// The two ways of lowering.
import type { Schema } from "../contract.ts";
import { accepted } from "./accepted.ts";
import { intersecting, joinShort, joinSimple, kindsIn, type KindsOf } from "./intersection.ts";
import type { Lowering } from "./lowering.ts";
import { refused } from "./refused.ts";
import { KINDS, UNKNOWN, type Kind, type Shape } from "./shape.ts";

const ANY_KIND: ReadonlySet<Kind> = new Set(KINDS);

/** Schemas by themselves: what references stand for is not known. */
export const LISTED: Lowering = {
  style: "listed",
  accepted: remembering((schema) => accepted(schema, LISTED)),
  refused: () => UNKNOWN,
  meet: intersecting(() => ANY_KIND, joinSimple),
  schemaOf: () => undefined,
  refusedByName: () => UNKNOWN,
};

/** Exact lowering of schemas whose references are names of the given ones. */
export function exactLowering(schemas: ReadonlyMap<string, Schema>): Lowering {
  const known = new Map<string, ReadonlySet<Kind>>();
  const kindsOf: KindsOf = (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A declaration that is asked for while it is looked at may be anything.
    known.set(name, ANY_KIND);
    const schema = schemas.get(name);
    const kinds = schema === undefined ? ANY_KIND : kindsIn(accepted(schema, lowering), kindsOf);
    known.set(name, kinds);
    return kinds;
  };
  const lowering = following([], { style: "exact", meet: intersecting(kindsOf, joinShort), schemaOf: (name) => schemas.get(name) });
  return lowering;
}

/** References are followed this far; values of a type that holds itself have no end. */
const MOST_NAMES = 2;

/** A lowering that remembers the declarations whose refusals are being worked out, and what it has worked out. */
function following(names: readonly string[], base: Pick<Lowering, "style" | "meet" | "schemaOf">): Lowering {
  const further = new Map<string, Lowering>();
  const self: Lowering = {
    ...base,
    accepted: remembering((schema) => accepted(schema, self)),
    refused: remembering((schema) => refused(schema, self)),
    refusedByName: (name) => {
      const schema = base.schemaOf(name);
      if (schema === undefined || names.includes(name) || names.length >= MOST_NAMES) return UNKNOWN;
      const lowering = further.get(name) ?? following([...names, name], base);
      further.set(name, lowering);
      return lowering.refused(schema);
    },
  };
  return self;
}

/** A schema that is met again while it is lowered (`unevaluatedItems` looks at what references contain) may be anything there. */
function remembering(lower: (schema: Schema) => Shape): (schema: Schema) => Shape {
  const known = new WeakMap<object, Shape>();
  return (schema) => {
    if (typeof schema === "boolean") return lower(schema);
    const found = known.get(schema);
    if (found !== undefined) return found;
    known.set(schema, UNKNOWN);
    const shape = lower(schema);
    known.set(schema, shape);
    return shape;
  };
}
