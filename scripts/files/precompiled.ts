// The templates as the build compiled them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Precompiled } from "../render.ts";
import { packageRoot } from "./package-root.ts";

const file = (): string => join(packageRoot(), "dist", "templates.js");

/** Writes the module that {@link readPrecompiled} loads. */
export const writePrecompiled = (module: string): void => writeFileSync(file(), module);

/** The compiled templates by path below templates/. */
export async function readPrecompiled(): Promise<Precompiled> {
  const { default: templates }: { readonly default: Precompiled } = await import(pathToFileURL(file()).href);
  return templates;
}
