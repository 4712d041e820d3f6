// JSON inside a document: its value with places in the whole document, and its repairs as diagnostics.
import type { Diagnostic, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import type { Located } from "../lib/origin.ts";
import { readJson, restIsBlank } from "./json-text.ts";
import { documentText, type PageText } from "./page-text.ts";
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
  const page = documentText(source);
  const read = readJsonIn(page, 0, "");
  if ("problem" in read)
    return { text: null, diagnostics: [diagnostic("json-syntax", read.origin, { problem: read.problem }, read.length)] };
  if (!restIsBlank(source.text, read.end))
    return {
      text: null,
      diagnostics: [
        diagnostic("json-syntax", page.origin(read.end + (/^\s*/.exec(source.text.slice(read.end))?.[0].length ?? 0), ""), {
          problem: "something follows the end of the JSON value",
        }),
      ],
    };
  return { text: read.text, diagnostics: read.repairs };
}

/** Reads one JSON value from an offset of a document; `pointer` names the value for people ("/examples/1"). */
export const readJsonAt = (source: Located, offset: number, pointer: string): JsonDocument | JsonFailure =>
  readJsonIn(documentText(source), offset, pointer);

/** The same in a text that was made from a document. */
export function readJsonIn(page: PageText, offset: number, pointer: string): JsonDocument | JsonFailure {
  const read = readJson(page.text, offset);
  if (!read.ok) return { problem: read.problem, origin: page.origin(read.offset, pointer), length: read.length };
  const { value, place, end } = read.text;
  const text: ValueText = {
    value,
    origin: (at) => {
      const found = place(at);
      return found && page.origin(found.keyOffset, pointer + at);
    },
    length: (at) => place(at)?.keyLength ?? 1,
  };
  const repairs = read.repairs.map(({ slug, facts, offset: at, length }) => diagnostic(slug, page.origin(at, pointer), facts, length));
  return { text, end, repairs };
}
