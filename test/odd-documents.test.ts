// Odd OpenAPI documents, tried to the end: nothing is thrown, each oddity is said at its place, and the package of all of them passes verification.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { isError } from "../scripts/diagnostics.ts";
import { stage } from "../scripts/files.ts";
import { verify } from "../scripts/verify.ts";
import { compiled } from "./support/findings.ts";
import { type OddDocument, oddDocuments } from "./support/odd-documents.ts";

const files = ({ given }: OddDocument): { readonly [path: string]: string } =>
  typeof given === "string" && !given.startsWith("{")
    ? { "a.yaml": given }
    : { "a.json": typeof given === "string" ? given : JSON.stringify(given) };

test.each(oddDocuments)("$name", async (document) => {
  const { diagnostics } = await compiled(files(document));
  expect(diagnostics.map(({ slug, origin: { line, column } }) => `${slug} ${line}:${column}`)).toEqual(document.found);
});

/** The long ones try what a run takes, which the tools of verification would take many times over. */
const isShort = (document: OddDocument): boolean => JSON.stringify(files(document)).length < LONG;
const LONG = 40_000;

test("the package of the short ones passes verification", async () => {
  const tried = await Promise.all(
    oddDocuments.filter(isShort).map(async (document) => [document, await compiled(files(document))] as const),
  );
  const vendors = tried.flatMap(([document, { diagnostics }], at) =>
    diagnostics.some(isError) ? [] : Object.entries(files(document)).map(([path, text]) => [`v${at}/${path}`, text] as const),
  );
  const { files: made, contract } = await compile({ files: Object.fromEntries(vendors) });
  const tree = new Map(Object.entries(made));
  const scratch = mkdtempSync(join(tmpdir(), "hookwright-odd-"));
  const found = await verify({ directory: stage(join(scratch, "package"), tree), files: tree, contracts: contract.vendors });
  rmSync(scratch, { recursive: true, force: true });
  expect(tree.size).toBeGreaterThan(0);
  expect(found).toEqual([]);
}, 120_000);
