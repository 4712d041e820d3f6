// Case folders: given/ is compiled; what is in expected/ must come out, and diagnostics.txt must be said. UPDATE=1 writes both anew.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { readSchemas } from "../scripts/files.ts";
import { printDiagnostic, sumUp } from "../scripts/report.ts";

const CASES = join(import.meta.dirname, "cases");
const update = process.env["UPDATE"] === "1";

/** Compares a text with an approved file, or approves it. */
function approve(path: string, actual: string): void {
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  expect(actual).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
}

const filesBelow = (directory: string): readonly string[] =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: "utf8", withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name).slice(directory.length + 1)] : [],
      )
    : [];

describe.each(readdirSync(CASES))("case %s", (name) => {
  const folder = join(CASES, name);
  // The case of the vendors' own documents has no given/: it is the repository's schemas folder.
  const given = existsSync(join(folder, "given")) ? join(folder, "given") : "schemas";
  const { files } = readSchemas(given);

  test("says what it finds", async () => {
    const { diagnostics } = await compile({ files });
    const printed = diagnostics.map((found) => `${printDiagnostic(found, { folder: "schemas", files, style: (_, text) => text })}\n`);
    approve(join(folder, "diagnostics.txt"), [...printed, `${sumUp(diagnostics)}\n`].join("\n"));
  });

  test.each(filesBelow(join(folder, "expected")))("writes %s", async (path) => {
    const output = await compile({ files });
    approve(join(folder, "expected", path), output.files[path] ?? "(not written)\n");
  });
});
