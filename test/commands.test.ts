// The program as a user starts it: exit codes, what is printed, and what is left on disk. Runs the build.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashTree, readTree } from "../scripts/files.ts";

const CLI = join(import.meta.dirname, "..", "dist", "scripts", "cli.js");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hookwright-commands-"));
  cpSync("schemas", join(folder, "schemas"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (args: readonly string[], cwd = folder): Ended =>
  spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: "utf8", env: { ...process.env, HOOKWRIGHT_CACHE: join(folder, ".cache") } });

const tree = (name = "generated"): string => hashTree(readTree(join(folder, name)) ?? []);
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));

describe("generate", () => {
  test("writes the package, and then finds it up to date", () => {
    const first = run(["generate"]);
    expect([first.status, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).toMatch(/19 findings: 0 errors, 6 warnings, 13 notes\nwrote generated: \d+ files/);
    const again = run(["generate"]);
    expect(again.stdout).toContain("generated is up to date");
    expect(again.stdout.split("\n").slice(0, -2)).toEqual(first.stdout.split("\n").slice(0, -2));
  });

  test("gives the committed package, byte for byte", () => {
    run(["generate", "--no-verify"]);
    expect(readTree(join(folder, "generated"))).toEqual(readTree("generated"));
  });

  test("writes nothing when a document has an error, and keeps what was there", () => {
    run(["generate", "--no-verify"]);
    const before = tree();
    edit("schemas/codat/supplement.openapi.yaml", (text) => text.replace("    DateTime:", "    DateTimes:"));
    const { status, stdout } = run(["generate"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/schemas\/codat\/datatypewritewebhook\.txt:40:7 {2}error {2}reference-unresolved/);
    expect(stdout).toContain("help: add what it names to schemas/codat/supplement.openapi.yaml");
    expect(stdout).toContain("nothing was written; generated is as it was");
    expect(tree()).toBe(before);
  });

  test("removes what it no longer makes, and keeps what the user put there", () => {
    run(["generate", "--no-verify"]);
    writeFileSync(join(folder, "generated", "NOTES.md"), "mine");
    mkdirSync(join(folder, "generated", "node_modules", "x"), { recursive: true });
    rmSync(join(folder, "schemas", "railz"), { recursive: true });
    expect(run(["generate", "--no-verify"]).status).toBe(0);
    expect(readdirSync(join(folder, "generated", "src")).includes("railz")).toBe(false);
    expect(readFileSync(join(folder, "generated", "NOTES.md"), "utf8")).toBe("mine");
    expect(existsSync(join(folder, "generated", "node_modules", "x"))).toBe(true);
  });

  test("takes any folder, without a source.json, and with documents at its top", () => {
    mkdirSync(join(folder, "Web Hooks"));
    writeFileSync(
      join(folder, "Web Hooks", "ping.json"),
      '{ "type": "object", "properties": { "at": { "type": "string", "format": "date-time" } } }',
    );
    const { status, stdout } = run(["generate", "--no-verify", "--schemas", "Web Hooks", "--out", "out"]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("wrote out: ")]);
    expect(readFileSync(join(folder, "out", "src", "web-hooks", "types.ts"), "utf8")).toContain("export interface Ping {");
  });

  test("prints one JSON object for machines", () => {
    const report = JSON.parse(run(["generate", "--json", "--no-verify"]).stdout);
    expect(report).toMatchObject({
      status: "written",
      findings: expect.arrayContaining([
        expect.objectContaining({ slug: "kinds-differ", file: "schemas/codat/datatypewritewebhook.txt", line: 12, column: 1 }),
      ]),
    });
  });

  test("leaves the old package and nothing else when it is interrupted", async () => {
    run(["generate", "--no-verify"]);
    const before = tree();
    edit("schemas/railz/push-webhooks.txt", (text) => text.replace("The business name associated", "The name associated"));
    const child = spawn(process.execPath, [CLI, "generate"], {
      cwd: folder,
      stdio: "ignore",
      env: { ...process.env, HOOKWRIGHT_CACHE: join(folder, ".cache") },
    });
    const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
    while (!readdirSync(folder).some((name) => name.startsWith("generated.staging-")))
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(readdirSync(folder).filter((name) => name.startsWith("generated"))).toEqual(["generated"]);
    expect(tree()).toBe(before);
  });
});

describe("check", () => {
  const changed: readonly { readonly given: string; readonly change: () => void; readonly shown: RegExp }[] = [
    {
      given: "a changed file",
      change: () => edit("generated/src/railz/types.ts", (text) => text.replace("data: PushEvent", "data: unknown")),
      shown: /^-.*data: unknown;\n\+.*data: PushEvent;/m,
    },
    {
      given: "a missing file",
      change: () => rmSync(join(folder, "generated/src/railz/enums.ts")),
      shown: /\+\+\+ generated\/src\/railz\/enums\.ts/,
    },
    {
      given: "a left-over file",
      change: () => writeFileSync(join(folder, "generated/src/old.ts"), "// Generated by Hookwright\n"),
      shown: /--- generated\/src\/old\.ts/,
    },
    {
      given: "a changed document",
      change: () => edit("schemas/railz/push-webhooks.txt", (text) => text.replace("success, failed.", "success, failed, pending.")),
      shown: /^\+ {2}Pending: "pending",/m,
    },
  ];
  test.each(changed)("shows $given and ends with 1", ({ change, shown }) => {
    run(["generate", "--no-verify"]);
    expect(run(["check"]).status).toBe(0);
    change();
    const before = tree();
    const { status, stdout } = run(["check"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(shown);
    expect(tree()).toBe(before);
  });

  test("compares a package that is not there with what there would be", () => {
    expect(run(["check"]).status).toBe(1);
    expect(existsSync(join(folder, "generated"))).toBe(false);
  });
});

describe("wrong usage ends with 2, says why, and writes nothing", () => {
  const WRONG: readonly { readonly given: readonly string[]; readonly expected: string }[] = [
    { given: [], expected: "Name a command" },
    { given: ["generat"], expected: 'no command "generat"' },
    { given: ["generate", "--shemas", "x"], expected: "--shemas" },
    { given: ["generate", "more"], expected: '"more"' },
    { given: ["generate", "--schemas", "nowhere"], expected: "nowhere does not exist" },
    { given: ["generate", "--out", "."], expected: "Name a folder of its own" },
    { given: ["generate", "--out", "schemas"], expected: "schemas" },
    { given: ["generate", "--out", "schemas/out"], expected: "lies in the schemas folder" },
    { given: ["generate", "--out", ""], expected: "--out" },
  ];
  test.each(WRONG)("$given", ({ given, expected }) => {
    const { status, stdout, stderr } = run(given);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(expected);
    expect(readdirSync(folder).toSorted()).toEqual(["schemas"]);
  });

  test("a folder that Hookwright did not make is left as it is", () => {
    mkdirSync(join(folder, "generated"));
    writeFileSync(join(folder, "generated", "thesis.txt"), "mine");
    expect(run(["generate"]).status).toBe(2);
    expect(readdirSync(join(folder, "generated"))).toEqual(["thesis.txt"]);
  });

  test("--help says how it is used", () => {
    const { status, stdout } = run(["--help"]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("exit codes")]);
  });
});
