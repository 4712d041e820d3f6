// A compiled package on disk: what tsc says of it, vendor by vendor, and what its modules do when they are loaded.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What is asked of one vendor's modules: JSON texts that the type `Thing` takes and refuses, and the schemas that they must give back. */
export interface Question {
  readonly schemas: { readonly [name: string]: string };
  readonly accepts: readonly string[];
  readonly refuses: readonly string[];
}

export interface BuiltPackage {
  /** What tsc says, by vendor; "" holds what is said of no vendor. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
  /** Loads every vendor's modules in one process; gives what went wrong, by vendor. */
  readonly load: (
    questions: { readonly [vendor: string]: Question },
    canary: string,
  ) => Promise<{ readonly [vendor: string]: readonly string[] }>;
  readonly remove: () => void;
}

/** Writes a package to a folder of its own and builds it, some hundreds of vendors at a time, with the tsconfig.json that it brings. */
export async function builtPackage(files: { readonly [path: string]: string }): Promise<BuiltPackage> {
  const folder = mkdtempSync(join(tmpdir(), "hookwright-built-"));
  for (const directory of new Set(Object.keys(files).map((path) => dirname(path)))) mkdirSync(join(folder, directory), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  // The compiler parses the nearest package.json once a folder, and that of thousands of vendors has megabytes of exports.
  writeFileSync(join(folder, "src/package.json"), '{ "type": "module" }');
  const vendors = [...new Set(Object.keys(files).flatMap((path) => /^src\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? []))];
  let said = "";
  for (let at = 0; at === 0 || at < vendors.length; at += AT_ONCE) {
    const include = vendors.slice(at, at + AT_ONCE).map((vendor) => `src/${vendor}`);
    const compilerOptions = { sourceMap: false };
    const project = { extends: "./tsconfig.json", compilerOptions, include, files: at === 0 ? sharedFiles(files) : [] };
    writeFileSync(join(folder, "tsconfig.part.json"), JSON.stringify(project));
    said += await tsc(folder, join(folder, "tsconfig.part.json"));
  }
  return {
    errors: byVendor(said),
    load: async (questions, canary) => {
      writeFileSync(join(folder, "questions.json"), JSON.stringify({ questions, canary }));
      const { stdout } = await run(process.execPath, [join(ROOT, "test/support/load-modules.mjs"), folder], {
        maxBuffer: 2 ** 28,
        cwd: folder,
      });
      return JSON.parse(stdout) as { readonly [vendor: string]: readonly string[] };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** How many vendors one run of the compiler takes: its memory grows with them. */
const AT_ONCE = 500;

const sharedFiles = (files: { readonly [path: string]: string }): readonly string[] =>
  Object.keys(files).filter((path) => /^src\/(?:[^/]+|(?:formats|samples)\/[^/]+)\.ts$/.test(path));

async function tsc(folder: string, project: string): Promise<string> {
  try {
    const { stdout } = await run(join(ROOT, "node_modules/.bin/tsc"), ["--project", project, "--pretty", "false"], {
      maxBuffer: 2 ** 28,
      cwd: folder,
    });
    return stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string") return error.stdout;
    throw error;
  }
}

function byVendor(output: string): ReadonlyMap<string, readonly string[]> {
  const errors = new Map<string, string[]>();
  for (const line of output.split("\n")) {
    if (!/error TS\d+/.test(line)) continue;
    const [, vendor = ""] = /^src\/([^/(]+)\//.exec(line) ?? [];
    errors.set(vendor, [...(errors.get(vendor) ?? []), line.slice(0, 300)]);
  }
  return errors;
}
