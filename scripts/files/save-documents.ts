// Documents that are put into the schemas folder: each whole or not at all, and none over what it does not know.
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { checkPaths } from "./check-output.ts";
import { errorCode } from "./error-code.ts";
import { ifPresent } from "./if-present.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Writes texts by path below the schemas folder, in their order; each appears under its name when all of it is written. What stands there
 * must be what was read before (`before`, by path).
 * @throws {UsageError} when it is not, when a folder leads out of the schemas folder, or when the disk refuses.
 */
export function saveDocuments(schemas: string, texts: ReadonlyMap<string, string>, before: { readonly [path: string]: string }): void {
  checkPaths(texts.keys());
  const root = realpathSync(resolve(schemas));
  const targets = [...texts].map(([path, text]) => ({
    target: targetOf(root, path, Object.hasOwn(before, path) ? before[path] : undefined),
    text,
  }));
  for (const { target, text } of targets) {
    const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}`);
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(unfinished, text);
      renameSync(unfinished, target);
    } catch (error) {
      ifPresent(() => rmSync(unfinished));
      if (errorCode(error) === "") throw error;
      throw new UsageError(`${target} could not be written: ${String(error)}. Make its folder writable, or free some space.`);
    }
  }
}

/** Where to write: behind a link when one stands there. */
function targetOf(root: string, path: string, before: string | undefined): string {
  const place = join(root, path);
  const folder = realFolder(dirname(place));
  const way = relative(root, folder);
  if (way === ".." || /^\.\.[\\/]/.test(way) || resolve(root, way) !== folder)
    throw new UsageError(`${dirname(place)} is a link that leaves the schemas folder, so nothing was written there. Remove the link.`);
  const now = ifPresent(() => readFileSync(place, "utf8"));
  if (now !== (before ?? null))
    throw new UsageError(`${place} was changed while documents were fetched, and is left as it is. Run the command again.`);
  return ifPresent(() => realpathSync(place)) ?? join(folder, basename(place));
}

/** The real path of a folder that may not exist yet. */
const realFolder = (folder: string): string => ifPresent(() => realpathSync(folder)) ?? join(realFolder(dirname(folder)), basename(folder));
