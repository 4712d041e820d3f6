// The reader for prose pages against pages with an exact truth and against real documentation, when they are there.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { isError } from "../scripts/diagnostics.ts";
import { readSchemas } from "../scripts/files.ts";
import { isMissed } from "../scripts/score/figure.ts";
import { scoreProse } from "../scripts/score/prose.ts";

const CORPUS = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";
const isThere = existsSync(join(CORPUS, "made", "prose"));
if (!isThere)
  process.stdout.write(`Tests over made and real prose pages are left out: there is no ${CORPUS}; name the corpus in HOOKWRIGHT_CORPUS.\n`);

describe.skipIf(!isThere)("prose pages", () => {
  test("reach every figure", async () => {
    const figures = await scoreProse(CORPUS);
    expect(figures.filter(isMissed).map(({ name, reached, of, wrong }) => ({ name, reached, of, wrong: wrong.slice(0, 5) }))).toEqual([]);
    expect(figures.filter(({ of }) => of === 0)).toEqual([]);
  });

  test("of a vendor's documentation are compiled without an error, page by page", async () => {
    const { files } = readSchemas(join(CORPUS, "codatio+codat-docs"));
    for (const [path, text] of Object.entries(files)) {
      const { diagnostics } = await compile({ files: { [`v/${path.split("/").at(-1) ?? path}`]: text } });
      expect({ path, errors: diagnostics.filter(isError) }).toEqual({ path, errors: [] });
    }
  });
});
