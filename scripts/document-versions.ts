// Which of a vendor's documents are older versions of others.
import { compareUnits } from "./lib/compare-units.ts";
import type { Versions } from "./passes/merge-contracts.ts";

/** A document, as far as its subject can be told without reading it. */
export interface DatedDocument {
  readonly file: string;
  readonly format: string;
  readonly text: string;
  readonly url: string | null;
  readonly retrieved: string | null;
}

/**
 * Each older document with the newest of its subject. Two documents are versions of one when source.json says that they were retrieved on
 * different days, and they have the same address, call themselves the same, or have paths that differ in a version alone.
 */
export function documentVersions(documents: readonly DatedDocument[]): Versions {
  const newest = new Map<string, DatedDocument>();
  const versions = new Map<string, string>();
  const dated = documents.filter(({ retrieved }) => retrieved !== null);
  for (const document of dated.toSorted((a, b) => compareUnits(b.retrieved ?? "", a.retrieved ?? "") || compareUnits(a.file, b.file))) {
    const keys = subjects(document);
    const newer = keys.map((key) => newest.get(key)).find((found) => found !== undefined && found.retrieved !== document.retrieved);
    if (newer !== undefined) versions.set(document.file, newer.file);
    for (const key of keys) if (!newest.has(key)) newest.set(key, newer ?? document);
  }
  return versions;
}

function subjects({ file, format, text, url }: DatedDocument): readonly string[] {
  const called =
    format === "openapi" ? apiTitle(text) : format === "json-schema" || format === "schema-page" ? identifier(text) : undefined;
  return [
    ...(url === null ? [] : [`url ${url}`]),
    ...(called === undefined ? [] : [`${format} ${called}`]),
    `${format} ${withoutVersion(file)}`,
  ];
}

/** `info.title` of an OpenAPI document, without reading all of it. */
const apiTitle = (text: string): string | undefined =>
  (/"info"\s*:\s*\{[^{}]*?"title"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text) ??
    /^info:[^\n]*\n(?:[ \t]+[^\n]*\n|\r?\n)*?[ \t]+title:[ \t]*["']?([^\n]*?)["']?[ \t]*\r?$/m.exec(text))?.[1];

const identifier = (text: string): string | undefined => /"\$id"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];

const VERSION = "v?\\d+(?:[._-]\\d+)*|[0-9a-f]{7,40}|old|older|new|newer|newest|previous|current|latest|archived?";
const FOLDER = new RegExp(`^(?:${VERSION})$`, "i");
const SUFFIX = new RegExp(`[-_. ](?:${VERSION})(?=\\.\\w+$|$)`, "i");
const PREFIX = new RegExp(`^(?:${VERSION})[-_. ](?=\\w)`, "i");

/** `2026-01-01/Platform.yaml` and `old/platform-v2.yaml` → `platform.yaml`. */
function withoutVersion(file: string): string {
  const steps = file.split("/");
  const [vendor = "", ...folders] = steps.slice(0, -1);
  const name = (steps.at(-1) ?? "").replace(SUFFIX, "").replace(PREFIX, "");
  return [vendor, ...folders.filter((folder) => !FOLDER.test(folder)), name].join("/").toLowerCase();
}
