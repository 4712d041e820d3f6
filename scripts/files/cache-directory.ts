// Where the memo lives.
import { dirname, join, resolve } from "node:path";
import { leadsToFolder } from "./kind-at.ts";

/** `$HOOKWRIGHT_CACHE` when set, else `.cache/hookwright` in the nearest `node_modules` upwards from a folder, else null. Nothing is created. */
export function cacheDirectory(from: string): string | null {
  const chosen = process.env["HOOKWRIGHT_CACHE"];
  if (chosen !== undefined && chosen !== "") return resolve(chosen);
  const folder = resolve(from);
  const modules = join(folder, "node_modules");
  if (leadsToFolder(modules)) return join(modules, ".cache", "hookwright");
  return dirname(folder) === folder ? null : cacheDirectory(dirname(folder));
}
