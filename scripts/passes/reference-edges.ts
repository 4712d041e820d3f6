// References that speak of the same value as the schema they stand in, and where they lead.
import type { Json } from "../contract.ts";
import { isArray, member, stringMember } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { cyclesOf } from "../lib/strongly-connected.ts";

export interface Edge {
  readonly to: string;
  /** Where the `$ref` stands in its declaration. */
  readonly pointer: string;
  /** Whether the value must be what is referred to, or that is one of several forms. */
  readonly kind: "whole" | "form";
}

export function edgesOf(schema: Json, pointer: string, kind: Edge["kind"] = "whole"): readonly Edge[] {
  const to = stringMember(schema, "$ref");
  const inner = (["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) => {
    const schemas = member(schema, keyword);
    const within = keyword === "allOf" ? kind : "form";
    return isArray(schemas) ? schemas.flatMap((one, index) => edgesOf(one, pointerBelow(pointer, keyword, index), within)) : [];
  });
  return [...(to === undefined ? [] : [{ to, pointer: pointerBelow(pointer, "$ref"), kind }]), ...inner];
}

/** Says whether what an edge leads to leads back to where it starts. */
export function circularEdges(edges: ReadonlyMap<string, readonly Edge[]>): (from: string, edge: Edge) => boolean {
  const cycles = cyclesOf(new Map([...edges].map(([name, own]) => [name, own.map(({ to }) => to)])));
  return (from, { to }) => cycles.has(from) && cycles.get(from) === cycles.get(to);
}
