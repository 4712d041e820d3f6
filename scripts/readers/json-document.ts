// JSON inside a document: its value with places in the whole document, and its repairs as diagnostics.
import type { Diagnostic, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { readJson, restIsBlank } from "./json-text.ts";
import type { ValueText } from "./reader.ts";

export interface JsonDocument {
  readonly text: ValueText;
  /** Offset after the value's last code unit. */
  readonly end: number;
  readonly repairs: readonly Diagnostic[];
}

/** What stands in the way of reading: where, and in which words. */
export interface JsonFailure {
  readonly problem: string;
  readonly origin: Origin;
  readonly length: number;
}

/** A document that is to be read as one value: null where it cannot be. */
export type ValueRead =
  | { readonly text: ValueText; readonly diagnostics: readonly Diagnostic[] }
  | { readonly text: null; readonly diagnostics: readonly Diagnostic[] };

/** Reads a whole document as one JSON value. */
export function readJsonDocument(source: Located): ValueRead {
  const read = readJsonAt(source, 0, "");
  if ("problem" in read)
    return { text: null, diagnostics: [diagnostic("json-syntax", read.origin, { problem: read.problem }, read.length)] };
  if (!restIsBlank(source.text, read.end))
    return {
      text: null,
      diagnostics: [
        diagnostic("json-syntax", originAt(source, read.end + (/^\s*/.exec(source.text.slice(read.end))?.[0].length ?? 0), ""), {
          problem: "something follows the end of the JSON value",
        }),
      ],
    };
  return { text: read.text, diagnostics: read.repairs };
}

/** Reads one JSON value from an offset of a document; `pointer` names the value for people ("/examples/1"). */
export function readJsonAt(source: Located, offset: number, pointer: string): JsonDocument | JsonFailure {
  const read = readJson(source.text, offset);
  if (!read.ok) return { problem: read.problem, origin: originAt(source, read.offset, pointer), length: read.length };
  const { value, place, end } = read.text;
  const text: ValueText = {
    value,
    origin: (at) => {
      const found = place(at);
      return found && originAt(source, found.keyOffset, pointer + at);
    },
    length: (at) => place(at)?.keyLength ?? 1,
  };
  const repairs = read.repairs.map(({ slug, facts, offset: at, length }) => diagnostic(slug, originAt(source, at, pointer), facts, length));
  return { text, end, repairs };
}
