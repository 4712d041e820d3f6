// The reader for model pages against real pages with an exact truth, when they are there.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { isError } from "../scripts/diagnostics.ts";
import { readSchemas } from "../scripts/files.ts";
import { isMissed } from "../scripts/score/figure.ts";
import { scoreModelPages } from "../scripts/score/model-pages.ts";

const CORPUS = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";
const isThere = existsSync(join(CORPUS, "truth"));
if (!isThere)
  process.stdout.write(`Tests over real model pages are left out: there is no ${CORPUS}; name the corpus in HOOKWRIGHT_CORPUS.\n`);

describe.skipIf(!isThere)("real model pages", () => {
  test("reach every figure", async () => {
    const figures = await scoreModelPages(CORPUS);
    expect(figures.filter(isMissed).map(({ name, reached, of, wrong }) => ({ name, reached, of, wrong: wrong.slice(0, 5) }))).toEqual([]);
    expect(figures.filter(({ of }) => of === 0)).toEqual([]);
  });

  test.each([
    "codatio+client-sdk-typescript/sync-for-payroll",
    "codatio+client-sdk-go/platform",
    "codatio+client-sdk-csharp/sync-for-payables",
    "codatio+client-sdk-java/sync-for-commerce",
    "mistralai+client-python/docs",
    "dubinc+dub-ts/docs",
  ])("of %s are compiled without an error", async (folder) => {
    const { files } = readSchemas(join(CORPUS, folder));
    const inVendor = Object.fromEntries(Object.entries(files).map(([path, text]) => [`v/${path}`, text]));
    const { diagnostics, files: written } = await compile({ files: inVendor });
    expect(diagnostics.filter(isError)).toEqual([]);
    expect(diagnostics.filter(({ slug }) => slug === "line-unaccounted" || slug === "source-unrecognised")).toEqual([]);
    expect(Object.keys(written)).toContain("src/v/types.ts");
  });
});
