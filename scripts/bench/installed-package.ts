// The committed package, built and installed in a folder as an application has it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../contract.ts";

const OWN = "generated";

/** Installs the package into an application; gives its contract. Throws what tsc says of it. */
export function installedPackage(application: string): Json {
  const contract: Json = JSON.parse(readFileSync(join(OWN, "contract.json"), "utf8"));
  const { name }: { readonly name: string } = JSON.parse(readFileSync(join(OWN, "package.json"), "utf8"));
  const folder = join(application, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(application, "package.json"), '{ "type": "module" }');
  for (const path of ["src", "types", "package.json", "tsconfig.json"]) cpSync(join(OWN, path), join(folder, path), { recursive: true });
  const { status, stdout } = spawnSync("node_modules/.bin/tsc", ["--project", folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(stdout);
  return contract;
}
