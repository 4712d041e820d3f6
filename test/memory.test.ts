// What is remembered between runs: a change in one vendor's folder leaves the others alone, and changes nothing of the result.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compile, type Memory } from "../scripts/compile.ts";
import { readSchemas, stage } from "../scripts/files.ts";
import { verify } from "../scripts/verify.ts";

const { files } = readSchemas("schemas");
const scratch = mkdtempSync(join(tmpdir(), "hookwright-memory-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A memory that tells what was recalled and what was new. */
function memory(): Memory & { readonly told: () => readonly string[] } {
  const known = new Map<string, string>();
  const log: string[] = [];
  const vendorOf = (key: string): string => key.split("\n")[1] ?? "";
  return {
    get: (key) => {
      const text = known.get(key) ?? null;
      if (text !== null) log.push(`recalled ${vendorOf(key)}`);
      return text;
    },
    set: (key, text) => {
      log.push(`new ${vendorOf(key)}`);
      known.set(key, text);
    },
    told: () => log.splice(0).toSorted(),
  };
}

const changed = (path: string, from: string, to: string): { readonly [path: string]: string } => {
  const text = files[path] ?? "";
  expect(text).toContain(from);
  return { ...files, [path]: text.replace(from, to) };
};

test("a vendor whose files are the same is not compiled again, and the package is the same as without a memory", async () => {
  const known = memory();
  await compile({ files, memory: known });
  expect(known.told()).toEqual(["new codat", "new railz"]);
  const edited = changed("railz/push-webhooks.txt", "The business name associated", "The name of the business associated");
  const output = await compile({ files: edited, memory: known });
  expect(known.told()).toEqual(["new railz", "recalled codat"]);
  expect(output).toEqual(await compile({ files: edited }));
  expect(await compile({ files, memory: known })).toEqual(await compile({ files }));
});

test("what has errors is not remembered", async () => {
  const known = memory();
  const broken = changed("codat/supplement.openapi.yaml", "    DateTime:", "    DateTimes:");
  for (const once of ["first", "second"]) {
    expect((await compile({ files: broken, memory: known })).files, once).toEqual({});
    expect(known.told().filter((line) => line.endsWith("codat"))).toEqual([]);
  }
});

test("a vendor that was verified is not verified again, and the others are", async () => {
  const { files: fresh, contract } = await compile({ files });
  const broken = new Map(Object.entries(fresh)).set(
    "src/codat/types.ts",
    `${fresh["src/codat/types.ts"] ?? ""}export type Wrong = Missing;\n`,
  );
  const faults = (verified: readonly string[]) =>
    verify({
      directory: stage(join(scratch, verified.join("-") || "none"), broken),
      files: broken,
      contracts: contract.vendors,
      verified: new Set(verified),
    });
  expect((await faults(["railz"])).length).toBeGreaterThan(0);
  expect(await faults(["codat"])).toEqual([]);
});
