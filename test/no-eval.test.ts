// The built package works where code from strings is forbidden, as on edge runtimes and under a Content-Security-Policy.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtPackage, writeFiles } from "./support/build.ts";
import { carrier, contracts } from "./support/schemas.ts";

/** Runs in a process of its own: validates each example in every way, and shows that the ban is on. */
const SCRIPT = `
import { readFileSync } from "node:fs";
const cases = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8"));
const modules = { codat: await import("./dist/codat/index.js"), railz: await import("./dist/railz/index.js") };
let forbidden = false;
try { new Function("return 1")(); } catch (error) { forbidden = error instanceof EvalError; }
const passed = cases.filter(({ vendor, declaration, value }) => {
  const v = modules[vendor];
  const text = JSON.stringify(value);
  const parsed = v["parse" + declaration + "Json"](text);
  v["assert" + declaration](parsed);
  const { issues } = v[declaration + "Schema"]["~standard"].validate(parsed);
  return v["is" + declaration](parsed) && v["validate" + declaration](parsed).ok && issues === undefined && JSON.stringify(parsed) === text;
});
const refused = cases.filter(({ vendor, declaration }) => modules[vendor]["validate" + declaration](0).ok === false);
console.log(JSON.stringify({ forbidden, passed: passed.length, refused: refused.length }));
`;

test("examples are validated with code generation switched off", { timeout: 60_000 }, () => {
  const folder = join(builtPackage(), "..");
  const cases = contracts.flatMap(({ vendor, examples }) =>
    examples.map(({ declaration, pointer, value }) => ({ vendor, declaration, value: carrier(pointer, value) })),
  );
  writeFiles(folder, { "run.mjs": SCRIPT, "cases.json": JSON.stringify(cases) });
  const { stdout, stderr } = spawnSync(process.execPath, ["--disallow-code-generation-from-strings", "run.mjs"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({ forbidden: true, passed: cases.length, refused: cases.length });
  expect(cases.length).toBeGreaterThan(0);
});

test("no source of the package makes code, or loads anything but its own files", () => {
  for (const entry of readdirSync("generated/src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"))) {
    const text = readFileSync(join("generated/src", entry), "utf8");
    expect(text).not.toMatch(/\beval\b|\bnew Function\b|\bFunction\(|\brequire\(|\bimport\(/);
    // Arbitraries are for those who have fast-check.
    const peer = entry === join("samples", "arbitrary.ts") ? ["fast-check"] : [];
    for (const [, path = ""] of text.matchAll(/\bfrom "([^"]*)"/g)) if (!peer.includes(path)) expect(path).toMatch(/^\.{1,2}\//);
  }
});
