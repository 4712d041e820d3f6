// A complete new tree beside the old one.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkOutput, checkPaths } from "./check-output.ts";
import { errorCode } from "./error-code.ts";
import { kindAt } from "./kind-at.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Writes all files into `<out>.staging-<process id>`, on the same file system as `out`, and returns that folder's absolute path.
 * `out` itself is not touched. Throws {@link UsageError} when the folder or a path is refused (see `checkOutput` and `checkPaths`) or the
 * disk refuses to write; nothing is left then.
 *
 * @param files texts by path below `out`, with `/`
 */
export function stage(out: string, files: ReadonlyMap<string, string>, protectedPaths: readonly string[] = []): string {
  checkOutput(out, protectedPaths);
  checkPaths(files.keys());
  const staged = `${resolve(out)}.staging-${process.pid}`;
  discard(staged); // left by a dead process that had our number
  try {
    mkdirSync(staged, { recursive: true });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(staged, path)), { recursive: true });
      // "wx": on a disk that ignores case, A.ts must not overwrite a.ts in silence
      writeFileSync(join(staged, path), text, { flag: "wx" });
    }
    return staged;
  } catch (error) {
    discard(staged);
    if (errorCode(error) === "") throw error;
    throw new UsageError(
      `The new files could not be written to ${staged}: ${String(error)}. Make its parent folder writable, free some space, or name another output folder.`,
    );
  }
}

/** Removes a staged tree; no error when it is gone. */
export function discard(staged: string): void {
  if (kindAt(staged) !== null) rmSync(staged, { recursive: true, force: true });
}
