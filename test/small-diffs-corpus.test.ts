// One more property in a real document makes changes as small as in the seeds, when the corpus is there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diffLines } from "diff";
import { describe, expect, test } from "vitest";
import { compile, type Output } from "../scripts/compile.ts";

const CORPUS = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";
const DOCUMENT = join(CORPUS, "codatio+oas", "yaml", "Codat-Platform.yaml");
const isThere = existsSync(DOCUMENT);
if (!isThere)
  process.stdout.write(
    `Tests of small changes to a real document are left out: there is no ${DOCUMENT}; name the corpus in HOOKWRIGHT_CORPUS.\n`,
  );

const made = (text: string): Promise<Output> => compile({ files: { "v/api.yaml": text } });

/** How many lines of each file differ; a line that changes counts once. */
function differences(before: Output["files"], after: Output["files"]): readonly (readonly [path: string, lines: number])[] {
  return Object.keys(after).flatMap((path) => {
    if (before[path] === after[path]) return [];
    const parts = diffLines(before[path] ?? "", after[path] ?? "");
    const count = (side: "added" | "removed"): number => parts.reduce((sum, part) => sum + (part[side] ? part.count : 0), 0);
    return [[path, Math.max(count("added"), count("removed"))] as const];
  });
}

describe.skipIf(!isThere)("one more property of a real document", () => {
  const text = isThere ? readFileSync(DOCUMENT, "utf8") : "";

  test.each([
    ["a text", "type: string"],
    ["a text with a format", "{ type: string, format: uuid }"],
  ])("%s changes at most three lines of a file", async (_, part) => {
    const at = /^ {4}Company:\n[^]*?^ {6}properties:\n/m.exec(text);
    const where = (at?.index ?? 0) + (at?.[0].length ?? 0);
    expect(at).not.toBeNull();
    const written = part.startsWith("{") ? ` ${part}` : `\n          ${part}`;
    const edited = `${text.slice(0, where)}        newlyAdded:${written}\n${text.slice(where)}`;
    const changed = differences((await made(text)).files, (await made(edited)).files);
    expect(changed.map(([path]) => path)).toContain("src/v/validators.ts");
    expect(changed.filter(([, lines]) => lines > 3)).toEqual([]);
  });
});
