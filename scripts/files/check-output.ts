// The walls around the output folder: which folder may be replaced, and which paths may be written below it.
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ifPresent } from "./if-present.ts";
import { isOurs } from "./is-ours.ts";
import { kindAt } from "./kind-at.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Throws {@link UsageError} when a folder must not be replaced: it is a file or a link, it was made by someone else (see `isOurs`), or it
 * is or holds the file system's root, the home folder, the working directory or one of `protectedPaths` (the schemas folder).
 */
export function checkOutput(out: string, protectedPaths: readonly string[] = []): void {
  const place = resolve(out);
  const kind = kindAt(place);
  if (kind === "link")
    throw new UsageError(
      `The output folder ${place} is a symbolic link, and replacing it would cut the link. Name the folder that it leads to.`,
    );
  if (kind !== null && kind !== "folder") throw new UsageError(`The output folder ${place} is a file. Remove it, or name another folder.`);
  if (dirname(place) === place)
    throw new UsageError(`The output folder ${place} is the root of the file system. Name a folder of its own for the generated package.`);
  const held = [homedir(), process.cwd(), ...protectedPaths].find((path) => holds(realPath(place), realPath(resolve(path))));
  if (held !== undefined)
    throw new UsageError(
      `The output folder ${place} holds ${resolve(held)}, which would be replaced with it. Name a folder of its own for the generated package.`,
    );
  if (!isOurs(place))
    throw new UsageError(
      `The output folder ${place} is not empty, and Hookwright did not make it (its package.json has no "hookwright": { "generated": true }), so it is left as it is. Name another folder, or empty this one.`,
    );
}

/** The real path of something that may not exist yet. */
function realPath(path: string): string {
  const real = ifPresent(() => realpathSync.native(path));
  return real ?? (dirname(path) === path ? path : join(realPath(dirname(path)), basename(path)));
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

/** Throws {@link UsageError} for a path that could leave the output folder or mean something else on another system. */
export function checkPaths(paths: Iterable<string>): void {
  for (const path of paths) {
    const isSafe = !/[\\:\0]/.test(path) && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
    if (!isSafe)
      throw new UsageError(
        `A generated file would have the path ${JSON.stringify(path)}, which is not a plain path below the output folder, so nothing was written. Correct the name that it comes from in corrections.json.`,
      );
  }
}
