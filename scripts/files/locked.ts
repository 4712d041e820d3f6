// One process at a time exchanges an output folder.
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";
import { processRuns } from "./process-runs.ts";
import { UsageError } from "./usage-error.ts";

/** What `rename` says, by platform, when a folder that is not empty, or a file, stands at the target. */
const TAKEN: ReadonlySet<string> = new Set(["ENOTEMPTY", "EEXIST", "EPERM", "EACCES", "ENOTDIR"]);

/**
 * Runs a synchronous task while no other process runs one for the same (absolute) folder. The lock is a folder `<out>.lock` that holds
 * one file, named by its process. A lock arrives and leaves by atomic steps, and the lock of a dead process is opened by removing the
 * file with *its* name, so that nobody can open a lock that someone else has taken since.
 * Throws {@link UsageError} after `patience` milliseconds, and system errors.
 */
export function locked(out: string, task: () => void, patience = 10_000): void {
  const lock = `${out}.lock`;
  acquire(out, lock, Date.now() + patience);
  try {
    task();
  } finally {
    open(lock, String(process.pid));
  }
}

function acquire(out: string, lock: string, deadline: number): void {
  const own = `${lock}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, String(process.pid)), "");
  while (!take(own, lock)) {
    const holder = holderOf(lock);
    if (holder !== null && isStale(holder)) open(lock, holder);
    else if (Date.now() > deadline) {
      rmSync(own, { recursive: true });
      throw new UsageError(
        `Another run of Hookwright (process ${holder ?? "unknown"}) is writing ${out}. Wait until it is done and try again; if no such run exists, remove ${lock}.`,
      );
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

function take(own: string, lock: string): boolean {
  try {
    renameSync(own, lock);
    return true;
  } catch (error) {
    if (TAKEN.has(errorCode(error))) return false;
    throw error;
  }
}

function holderOf(lock: string): string | null {
  try {
    return readdirSync(lock)[0] ?? null;
  } catch {
    return null; // it was opened in the meantime
  }
}

/** A lock with our own number is left from a dead process that had the same one: tasks are synchronous and do not nest. */
const isStale = (holder: string): boolean =>
  /^[1-9][0-9]*$/.test(holder) && (Number(holder) === process.pid || !processRuns(Number(holder)));

function open(lock: string, holder: string): void {
  rmSync(join(lock, holder), { force: true });
  try {
    rmdirSync(lock);
  } catch {
    // the next process has taken the lock already
  }
}
