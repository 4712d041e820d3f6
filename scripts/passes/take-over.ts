// What a leading statement takes over from a weaker one: annotations, and where it is a text, rules that it leaves out; with their places.
import type { Declaration, Json, JsonObject, Origin } from "../contract.ts";
import { entries, fromEntries, member } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { Placed } from "./schema-facts.ts";

/** The places of a merged declaration's parts, by pointer. */
export type Parts = Map<string, readonly Origin[]>;

/** Whether a text says no more of a field than its type. */
export const isBare = (schema: JsonObject): boolean =>
  Object.keys(schema).every((keyword) => keyword === "type" || ANNOTATIONS.has(keyword)) && typeof schema["type"] !== "object";

const ANNOTATIONS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "examples",
  "example",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
]);

/** A text's bare type becomes the weaker text's reference, which says the same more exactly. */
export function withReference(schema: JsonObject, other: Placed, pointer: string, parts: Parts): JsonObject {
  const reference = member(other.schema, "$ref");
  if (reference === undefined) return schema;
  takePart(other, pointer, "$ref", parts);
  return { ...fromEntries(entries(schema).filter(([keyword]) => keyword !== "type")), $ref: reference };
}

/** Rules of a weaker statement that a text leaves out. A choice of forms is taken only where the text says nothing of its own. */
export function strengthened(schema: JsonObject, other: Placed, pointer: string, parts: Parts): JsonObject {
  const free = Object.keys(schema).every((keyword) => ANNOTATIONS.has(keyword));
  const listed = schema["enum"] !== undefined || schema["const"] !== undefined;
  const taken = entries(other.schema).filter(
    ([keyword]) =>
      !Object.hasOwn(schema, keyword) &&
      !ANNOTATIONS.has(keyword) &&
      keyword !== "required" &&
      keyword !== "properties" &&
      !(listed && (keyword === "enum" || keyword === "const")) &&
      (free || !/^(anyOf|oneOf|allOf|not|if|then|else|\$ref)$/.test(keyword)),
  );
  for (const [keyword] of taken) takePart(other, pointer, keyword, parts);
  return taken.length === 0 ? schema : { ...schema, ...fromEntries(taken) };
}

/** Takes over annotations that are missing. */
export function annotated(
  schema: JsonObject,
  other: Json,
  keywords: readonly string[],
  from: Placed,
  pointer: string,
  parts: Parts,
): JsonObject {
  const missing = keywords.flatMap((keyword): (readonly [string, Json])[] => {
    const value = member(other, keyword);
    const has = Object.hasOwn(schema, keyword) || (keyword === "examples" && Object.hasOwn(schema, "example"));
    if (value === undefined || has) return [];
    takePart(from, pointer, keyword, parts);
    return [[keyword, value]];
  });
  return missing.length === 0 ? schema : { ...schema, ...fromEntries(missing) };
}

export const partsAt = ({ declaration, pointer }: Placed): readonly Origin[] | undefined =>
  Object.hasOwn(declaration.parts, pointer) ? declaration.parts[pointer] : undefined;

/** The places of a keyword that was taken over, with all that it holds. */
function takePart(from: Placed, pointer: string, keyword: string, parts: Parts): void {
  const source = { ...from, pointer: pointerBelow(from.pointer, keyword) };
  copyParts(source, pointerBelow(pointer, keyword), parts, partOrigin(from.declaration, source.pointer));
}

export function copyParts(from: Placed, pointer: string, parts: Parts, otherwise: Origin): void {
  parts.set(pointer, partsAt(from) ?? [otherwise]);
  for (const [at, origins] of partsBelow(from)) parts.set(pointer + at.slice(from.pointer.length), origins);
}

const sorted = new WeakMap<Declaration, readonly string[]>();

/** The parts below a place: found in a sorted list, because a declaration can have thousands. */
function partsBelow({ declaration, pointer }: Placed): readonly (readonly [string, readonly Origin[]])[] {
  const all = sorted.get(declaration) ?? Object.keys(declaration.parts).toSorted();
  sorted.set(declaration, all);
  const prefix = `${pointer}/`;
  let low = 0;
  for (let high = all.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  const found: (readonly [string, readonly Origin[]])[] = [];
  for (let at = low; all[at]?.startsWith(prefix) === true; at += 1) {
    const key = all[at] ?? "";
    found.push([key, declaration.parts[key] ?? []]);
  }
  return found;
}
