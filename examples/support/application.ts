// An example as it stands in an application: its files, its libraries, and beside them the built package.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** Makes a folder that can be run from the files of an example; gives the folder of the package in it. Throws what tsc says of the package. */
export function makeApplication(folder: string, example: string, files: RegExp): string {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(example)) if (files.test(name)) cpSync(join(example, name), join(folder, name));
  for (const name of readdirSync(join(example, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(example, "node_modules", name), join(modules, name));
  const built = join(modules, "accounting-webhooks");
  cpSync(join(ROOT, "generated"), built, { recursive: true, filter: (path) => !/[/\\](dist|node_modules)$/.test(path) });
  const { status, stdout } = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["--project", built], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
  return built;
}
