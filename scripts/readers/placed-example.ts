// An example of a declaration, with the places of its members.
import type { Example, Json, Origin } from "../contract.ts";
import { entries, isArray } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { ValueText } from "./reader.ts";

/** The places are of members at any depth. */
export function placedExample({ text, origin }: { readonly text: ValueText; readonly origin: Origin }, declaration: string): Example {
  const places: { [pointer: string]: Origin } = {};
  const visit = (value: Json, pointer: string): void => {
    const found = text.origin(pointer);
    if (found !== undefined) places[pointer] = found;
    if (isArray(value)) value.forEach((item, index) => visit(item, pointerBelow(pointer, index)));
    for (const [key, inner] of entries(value)) visit(inner, pointerBelow(pointer, key));
  };
  visit(text.value, "");
  return { declaration, pointer: "", value: text.value, origin, places };
}
