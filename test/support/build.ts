// Builds a generated package in a folder of its own, as its users do: with tsc, to JavaScript.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { compile, type Json } from "../../scripts/compile.ts";
import { isError } from "../../scripts/diagnostics.ts";

const TSC = resolve("node_modules/.bin/tsc");

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hookwright-package-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFiles(folder: string, files: { readonly [path: string]: string }): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What tsc says of a folder's tsconfig.json; "" when nothing is wrong. */
export function tsc(folder: string, ...options: readonly string[]): string {
  const { stdout, error } = spawnSync(TSC, ["--project", folder, "--pretty", "false", ...options], { encoding: "utf8", cwd: folder });
  if (error !== undefined) throw error;
  return stdout;
}

/** Builds the committed package; gives the folder of its JavaScript. */
export function builtPackage(): string {
  const folder = temporaryFolder();
  for (const path of ["src", "types", "specs", "package.json", "tsconfig.json"])
    cpSync(join("generated", path), join(folder, path), { recursive: true });
  const said = tsc(folder);
  if (said !== "") throw new Error(said);
  return join(folder, "dist");
}

/** The package's files for one JSON Schema document of the vendor `v`. */
export async function filesFor(document: Json): Promise<{ readonly [path: string]: string }> {
  const { files, diagnostics } = await compile({ files: { "v/a.schema.json": JSON.stringify(document) } });
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return files;
}

/** Builds a package of these files; gives its folder, with the JavaScript in `dist`. */
export function builtFolder(files: { readonly [path: string]: string }, folder: string = temporaryFolder()): string {
  writeFiles(folder, files);
  const said = tsc(folder);
  if (said !== "") throw new Error(said);
  return folder;
}

/** Compiles a JSON Schema document, builds the package, and loads it. */
export async function loaded(document: Json): Promise<Readonly<Record<string, unknown>>> {
  const folder = builtFolder(await filesFor(document));
  const module: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ join(folder, "dist/v/index.js"));
  return module;
}
