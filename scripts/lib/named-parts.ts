// What the written-out parts of an event's name are called, where a vendor's way of naming events says so.
import { type EventTemplate, eventTemplate, templatePattern } from "./event-template.ts";

/** A part that is the same in every name of an event. */
export interface NamedPart {
  readonly name: string;
  readonly text: string;
}

/**
 * The written-out parts of a name that varies: under the pattern `{dataType}.write.{outcome}` that of `{dataType}.write.successful` is
 * `outcome`. Null when the name does not fit the pattern, hole by hole.
 */
export function namedParts({ texts, holes }: EventTemplate, pattern: string): readonly NamedPart[] | null {
  const stated = eventTemplate(pattern);
  if (stated === null) return null;
  const written = texts.map((text, index) => text + (holes[index] === undefined ? "" : `{${holes[index]}}`)).join("");
  const found = new RegExp(templatePattern(stated), "u").exec(written);
  if (found === null) return null;
  const named = [...new Set(stated.holes)].map((name, index): NamedPart => ({ name, text: found[index + 1] ?? "" }));
  // A hole of the name is one of the pattern, of the same name; what holds half of one is neither.
  const fits = named.every(({ name, text }) => (holes.includes(name) ? text === `{${name}}` : !/[{}]/.test(text)));
  return fits && holes.every((hole) => stated.holes.includes(hole)) ? named.filter(({ name }) => !holes.includes(name)) : null;
}
