// The places of an example's members, at any depth.
import type { Example, Json, Origin } from "../contract.ts";
import { entries, isArray } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { ValueText } from "./reader.ts";

export function memberPlaces(text: ValueText): Example["places"] {
  const places: { [pointer: string]: Origin } = {};
  const visit = (value: Json, pointer: string): void => {
    const origin = text.origin(pointer);
    if (origin !== undefined) places[pointer] = origin;
    if (isArray(value)) value.forEach((item, index) => visit(item, pointerBelow(pointer, index)));
    for (const [key, inner] of entries(value)) visit(inner, pointerBelow(pointer, key));
  };
  visit(text.value, "");
  return places;
}
