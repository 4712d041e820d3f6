// Findings for people: place, frame, cause and fix, sorted and summed up.
import type { Diagnostic, Origin } from "./contract.ts";
import { entryOf, fill, type Severity } from "./diagnostics.ts";
import { isOrigin, lineText, type Located, located } from "./lib/origin.ts";

/** Marks a part of a line for a terminal; returns the text as it is where there is none. */
export type Style = (format: "red" | "yellow" | "cyan" | "bold" | "dim", text: string) => string;

export interface ReportSetting {
  /** The schemas folder as the user named it; it leads the documents' paths. */
  readonly folder: string;
  /** The documents by path below it. */
  readonly files: { readonly [path: string]: string };
  readonly style: Style;
}

const COLORS = { error: "red", warning: "yellow", note: "cyan" } as const satisfies { readonly [severity in Severity]: string };

/** How many characters of a line a frame shows. */
const WIDTH = 110;

/** One finding with its frame. */
export function printDiagnostic(found: Diagnostic, { files, style, ...setting }: ReportSetting): string {
  const { severity, cause, fix, generated } = entryOf(found);
  const folder = generated === true ? "" : setting.folder;
  const inFile = (origin: Origin): string =>
    origin.file === found.origin.file && origin.line > 0 ? `line ${origin.line}` : place(origin, setting.folder);
  const head = `${style("bold", place(found.origin, folder))}  ${style(COLORS[severity], severity)}  ${found.slug}`;
  const words = visible(fill(cause, found, inFile));
  return [
    head,
    ...frame(found, words, generated === true ? undefined : documentOf(files, found.origin.file), style),
    `  ${style("dim", "help:")} ${visible(fill(fix, found, inFile))}`,
  ].join("\n");
}

/** A document's path is led by the folder it was read from; a generated file's path is not. */
const place = ({ file, line, column }: Origin, folder: string): string =>
  visible(line === 0 ? join(folder, file) : `${join(folder, file)}:${line}:${column}`);

const join = (folder: string, file: string): string => (folder === "" || folder === "." ? file : `${folder.replace(/\/+$/, "")}/${file}`);

/** The lines of a document are looked for once, and not for each finding. */
function documentOf(files: ReportSetting["files"], file: string): Located | undefined {
  const documents = known.get(files) ?? new Map<string, Located>();
  known.set(files, documents);
  const found = documents.get(file);
  const text = Object.hasOwn(files, file) ? files[file] : undefined;
  if (found !== undefined || text === undefined) return found;
  const document = located(file, text);
  documents.set(file, document);
  return document;
}

const known = new WeakMap<ReportSetting["files"], Map<string, Located>>();

/** The line, what is meant in it, and the cause; only the cause when the text is not at hand. */
function frame({ origin, length }: Diagnostic, words: string, document: Located | undefined, style: Style): readonly string[] {
  if (document === undefined || origin.line === 0) return [`  ${words}`];
  const line = lineText(document, origin.line);
  const from = Math.max(0, Math.min(origin.column - 1 - 30, line.length - WIDTH));
  const shown = visible(
    `${from > 0 ? "…" : ""}${line.slice(from, from + WIDTH)}${from + WIDTH < line.length ? "…" : ""}`.replace(/\t/g, " "),
  );
  const indent = " ".repeat(origin.column - 1 - from + (from > 0 ? 1 : 0));
  const marks = "^".repeat(Math.max(1, Math.min(length, line.length - origin.column + 1, WIDTH - (origin.column - 1 - from))));
  const gutter = String(origin.line);
  const bar = style("dim", "|");
  return [`  ${style("dim", gutter)} ${bar} ${shown}`, `  ${" ".repeat(gutter.length)} ${bar} ${indent}${style("bold", marks)} ${words}`];
}

// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Vendors' texts could hold what moves a terminal's cursor or hides text; it is shown by its number. */
export const visible = (text: string): string =>
  text.replace(INVISIBLE, (unit) => `‹U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`);

/** How many findings there are of each severity, in words. */
export function sumUp(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((found) => entryOf(found).severity === severity).length;
  const words = (["error", "warning", "note"] as const).map(
    (severity) => `${count(severity)} ${severity}${count(severity) === 1 ? "" : "s"}`,
  );
  return `${diagnostics.length} finding${diagnostics.length === 1 ? "" : "s"}: ${words.join(", ")}`;
}

/** A finding for machines: texts filled in, places as they are. */
export function diagnosticJson(found: Diagnostic, folder: string): { readonly [name: string]: unknown } {
  const { severity, title, cause, fix, generated } = entryOf(found);
  const inFolder = (path: string): string => (generated === true ? path : join(folder, path));
  const name = (origin: Origin): string => place(origin, folder);
  const { file, line, column, pointer } = found.origin;
  const facts = Object.fromEntries(
    Object.entries(found.facts).map(([key, fact]) => [key, isOrigin(fact) ? { ...fact, file: inFolder(fact.file) } : fact]),
  );
  return {
    slug: found.slug,
    severity,
    file: inFolder(file),
    line,
    column,
    pointer,
    length: found.length,
    title,
    cause: fill(cause, found, name),
    fix: fill(fix, found, name),
    facts,
  };
}
