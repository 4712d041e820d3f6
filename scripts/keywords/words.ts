// Words that several keywords use when they speak of values.
import type { Json } from "../contract.ts";
import { isDeep } from "../lib/json.ts";

/** "1 item", "10 items". */
export const count = (value: Json, noun: string): string =>
  `${String(value)} ${value === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;

/** A list of alternatives for people: "a, b or c". */
export const alternatives = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} or ${parts.at(-1) ?? ""}`;

/** A value for people: a text as it is, anything else as JSON, and what is nested too deeply to be read in outline. */
export const shown = (value: Json): string =>
  typeof value === "string" ? value : isDeep(value) ? "the value that the schema states" : JSON.stringify(value);
