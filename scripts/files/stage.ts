// A complete new tree beside the old one.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkOutput, checkPaths } from "./check-output.ts";
import { errorCode } from "./error-code.ts";
import type { Fingerprint, Fingerprints } from "./fingerprint.ts";
import { kindAt } from "./kind-at.ts";
import { isLeftOver } from "./kept.ts";
import { UsageError } from "./usage-error.ts";

/** A folder that is being filled. */
export interface Staging {
  /** Its absolute path. */
  readonly directory: string;
  /** Writes a file; its path is below the folder, with `/`. Throws {@link UsageError} when the path is refused or the disk refuses to write. */
  readonly put: (path: string, text: string) => void;
  /** What was written so far. */
  readonly written: Fingerprints;
}

/**
 * Writes all files into `<out>.staging-<process id>`, on the same file system as `out`, and returns that folder's absolute path.
 * `out` itself is not touched. Throws {@link UsageError} when the folder or a path is refused (see `checkOutput` and `checkPaths`) or the
 * disk refuses to write; nothing is left then.
 *
 * @param files texts by path below `out`, with `/`
 */
export function stage(out: string, files: ReadonlyMap<string, string>, protectedPaths: readonly string[] = []): string {
  checkPaths(files.keys());
  const { directory, put } = staging(out, protectedPaths);
  for (const [path, text] of files) put(path, text);
  return directory;
}

/** The same for files that are written one by one as they are made. Nothing is left after an error. */
export function staging(out: string, protectedPaths: readonly string[] = []): Staging {
  checkOutput(out, protectedPaths);
  const directory = `${resolve(out)}.staging-${process.pid}`;
  discard(directory); // left by a dead process that had our number
  const written = new Map<string, Fingerprint>();
  // A UTF-16 code unit takes at most three bytes of UTF-8.
  const buffer = Buffer.allocUnsafe(PART * 3);
  const carefully = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      discard(directory);
      if (errorCode(error) === "") throw error;
      throw new UsageError(
        `The new files could not be written to ${directory}: ${String(error)}. Make its parent folder writable, free some space, or name another output folder.`,
      );
    }
  };
  carefully(() => mkdirSync(directory, { recursive: true }));
  return {
    directory,
    written,
    put: (path, text) =>
      carefully(() => {
        checkPaths([path]);
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        written.set(path, { hash: write(join(directory, path), text, buffer), isLeftOver: isLeftOver(path, text) });
      }),
  };
}

/** Code units that are encoded at once. */
const PART = 2 ** 18;

/** Writes a new file and gives its SHA-256. Buffers would pile up: the engine does not see how large they are. */
function write(path: string, text: string, buffer: Buffer): string {
  const hash = createHash("sha256");
  // "wx": on a disk that ignores case, A.ts must not overwrite a.ts in silence
  const file = openSync(path, "wx");
  try {
    for (let at = 0; at < text.length;) {
      const end = at + PART;
      const isHalf = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
      const bytes = buffer.subarray(0, buffer.write(text.slice(at, isHalf ? end - 1 : end)));
      hash.update(bytes);
      for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
      at = isHalf ? end - 1 : end;
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** Removes a staged tree; no error when it is gone. */
export function discard(staged: string): void {
  if (kindAt(staged) !== null) rmSync(staged, { recursive: true, force: true });
}
