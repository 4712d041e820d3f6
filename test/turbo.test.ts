// turbo.json names all that `generate` reads and writes: on a second fresh clone nothing has to run, and the package comes out of the cache.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTree } from "../scripts/files.ts";

const LEFT_OUT = new Set(["node_modules", "dist", ".git", ".turbo"]);

let folder = "";
const at = (name: string): string => join(folder, name);
const git = (...args: readonly string[]): void => void execFileSync("git", args, { stdio: "pipe" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hookwright-turbo-"));
  cpSync(".", at("origin"), { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  git("-C", at("origin"), "init", "--quiet");
  git("-C", at("origin"), "add", "--all");
  git("-C", at("origin"), "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "all");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A fresh clone without the package. */
function clone(name: string): string {
  git("clone", "--quiet", at("origin"), at(name));
  rmSync(join(at(name), "generated"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(at(name), "node_modules"));
  return at(name);
}

const turbo = (cwd: string): string =>
  execFileSync(resolve("node_modules/.bin/turbo"), ["run", "generate", "--cache-dir", at("cache"), "--no-color"], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", HOOKWRIGHT_CACHE: at("memo") },
    stdio: ["ignore", "pipe", "pipe"],
  });

test("a second fresh clone takes generated/ from the cache; a changed document runs generate again", () => {
  const [first, second] = [clone("first"), clone("second")];
  expect(turbo(first)).toMatch(/Cached:\s+0 cached, 1 total/);
  expect(turbo(second)).toMatch(/Cached:\s+1 cached, 1 total[\s\S]*FULL TURBO/);
  expect(readTree(join(second, "generated"))).toEqual(readTree(join(first, "generated")));
  expect(readTree(join(second, "generated"))?.size).toBeGreaterThan(10);
  writeFileSync(join(second, "schemas", "more.txt"), "nothing that any reader knows\n");
  expect(turbo(second)).toMatch(/Cached:\s+0 cached, 1 total/);
}, 120_000);
