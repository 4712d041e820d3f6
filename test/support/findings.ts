// Findings as short texts, and places in documents by the words that stand there.
import { compile, type Diagnostic, type Output } from "../../scripts/compile.ts";
import { entryOf } from "../../scripts/diagnostics.ts";

/** A vendor's documents below the folder `v`. */
export type Files = { readonly [path: string]: string };

export const inV = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([path, text]) => [`v/${path}`, text]));

export const compiled = (files: Files): Promise<Output> => compile({ files: inV(files) });

/** `slug file:line:column`. */
export const short = ({ slug, origin: { file, line, column } }: Diagnostic): string =>
  `${slug} ${file.replace(/^v\//, "")}:${line}:${column}`;

/** The findings of one severity, or of all. */
export const findings = ({ diagnostics }: Output, severity?: "error" | "warning" | "note"): readonly string[] =>
  diagnostics.filter((found) => severity === undefined || entryOf(found).severity === severity).map(short);

/** `file:line:column` of the first place where words stand after others ("" is the text's end); lines end at LF, CRLF or CR. */
export function placeOf(files: Files, file: string, ...words: readonly string[]): string {
  const text = files[file] ?? "";
  let at = -1;
  for (const word of words) {
    at = word === "" ? text.length : text.indexOf(word, at + 1);
    if (at === -1) throw new RangeError(`${file} does not hold ${word}`);
  }
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return `${file}:${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}
