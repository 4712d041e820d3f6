// A reader accounts for every line: what none of its rules understands is a finding at that line, whatever stands around it.
import { describe, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { readSchemas } from "../scripts/files.ts";

const { files } = readSchemas("schemas");
const STRAY = "%% nobody reads this %%";

interface Page {
  readonly given: string;
  readonly file: string;
  /** Which lines a stray one is put before: numbers from 1. */
  readonly before: (lines: readonly string[]) => readonly number[];
}

const numbered = (lines: readonly string[], holds: (line: string, index: number) => boolean): readonly number[] =>
  lines.flatMap((line, index) => (holds(line, index) ? [index + 1] : []));

const PAGES: readonly Page[] = [
  {
    given: "between the lines of a schema page, table and schema included",
    file: "codat/datatypewritewebhook.txt",
    before: (lines) => numbered(lines, (_, index) => index > 4),
  },
  {
    // What stands above is prose, and becomes the description.
    given: "below the heading of a model page's table, and between its rows",
    file: "codat/pushoperationstatuschangedwebhookdata.md",
    before: () => [5, 6, 7, 8, 9, 10],
  },
  {
    given: "between the rows of a prose page's tables, and inside its examples",
    file: "railz/push-webhooks.txt",
    before: (lines) => numbered(lines, (line) => /^(business|field|message|id|entityRef)\w*(\.id)?string|^\s+"/.test(line)),
  },
];

describe.each(PAGES)("a stray line $given", ({ file, before }) => {
  const text = files[file] ?? "";
  const lines = text.split("\n");
  test.each(before(lines))("is found before line %i", async (number) => {
    const stray = [...lines.slice(0, number - 1), STRAY, ...lines.slice(number - 1)].join("\n");
    const { diagnostics } = await compile({ files: { ...files, [file]: stray } });
    const known = new Set(["line-unaccounted", "json-syntax", "example-unreadable"]);
    const found = diagnostics.filter(({ slug, origin }) => known.has(slug) && origin.file === file);
    expect(found.map(({ origin }) => origin.line).some((line) => Math.abs(line - number) <= 1)).toBe(true);
  });
});
