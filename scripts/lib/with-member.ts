// Sets one member of a JSON text and leaves every other character as it is.
import type { Json } from "../contract.ts";
import { readJson, restIsBlank } from "../readers/json-text.ts";
import { entries, isObject, member } from "./json.ts";
import { pointedAt, pointerBelow } from "./pointer.ts";

/**
 * The text with `key` of the object at `pointer` set: in its place when it is there, else behind the last member, laid out as the members
 * around it are. Null when the text is not plain JSON, or when no object stands there.
 */
export function withMember(text: string, pointer: string, key: string, value: Json): string | null {
  const read = readJson(text);
  if (!read.ok || read.repairs.length > 0 || !restIsBlank(text, read.text.end)) return null;
  const holder = pointedAt(read.text.value, pointer);
  const place = read.text.place(pointer);
  if (!isObject(holder) || place === undefined) return null;
  const end = place.offset + place.length;
  const isOneLine = !text.slice(place.offset, end).includes("\n");
  const layout = layoutOf(text);
  const printed = (indent: string | null): string =>
    indent === null ? oneLine(value) : JSON.stringify(value, null, layout.step).replaceAll("\n", layout.newLine + indent);
  const standing = member(holder, key) === undefined ? undefined : read.text.place(pointerBelow(pointer, key));
  if (standing !== undefined) {
    const indent = isOneLine ? null : indentAt(text, standing.keyOffset);
    return text.slice(0, standing.offset) + printed(indent) + text.slice(standing.offset + standing.length);
  }
  const [last] = entries(holder).at(-1) ?? [];
  const before = last === undefined ? undefined : read.text.place(pointerBelow(pointer, last));
  if (before === undefined) {
    const around = indentAt(text, place.keyOffset);
    const indent = around + layout.step;
    const inner = `{${layout.newLine}${indent}${JSON.stringify(key)}: ${printed(indent)}${layout.newLine}${around}}`;
    return text.slice(0, place.offset) + inner + text.slice(end);
  }
  const indent = isOneLine ? null : indentAt(text, before.keyOffset);
  const gap = indent === null ? ", " : `,${layout.newLine}${indent}`;
  const at = before.offset + before.length;
  return `${text.slice(0, at)}${gap}${JSON.stringify(key)}: ${printed(indent)}${text.slice(at)}`;
}

/** How a text ends its lines, and by how much its first member stands in. */
const layoutOf = (text: string): { readonly newLine: string; readonly step: string } => ({
  newLine: text.includes("\r\n") ? "\r\n" : "\n",
  step: /^\uFEFF?\s*\{[^\S\n]*\n([ \t]+)"/.exec(text)?.[1] ?? "  ",
});

/** The white space before the first thing of an offset's line. */
const indentAt = (text: string, offset: number): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";

/** `{ "a": 1 }`, as people write small objects. */
const oneLine = (value: Json): string =>
  isObject(value) && entries(value).length > 0
    ? `{ ${entries(value)
        .map(([key, inner]) => `${JSON.stringify(key)}: ${oneLine(inner)}`)
        .join(", ")} }`
    : JSON.stringify(value);
