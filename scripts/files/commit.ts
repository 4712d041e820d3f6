// The exchange of the old tree for a staged one.
import { renameSync } from "node:fs";
import { resolve } from "node:path";
import { checkOutput } from "./check-output.ts";
import { errorCode } from "./error-code.ts";
import { kindAt } from "./kind-at.ts";
import { locked } from "./locked.ts";
import { absorb, settle } from "./recover.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Puts a staged tree (see `stage`) in the place of the old one, by two renames: `out` → `<out>.previous-<process id>`, `staged` → `out`.
 * Then what the user had put into the old tree is moved into the new one (see `isGenerated` for the rule), and the old one is removed.
 * A crash at any point leaves the old tree or the new one, complete, after at most a `recover`. Runs that meet take turns.
 * Throws {@link UsageError} when `out` became someone else's in the meantime or cannot be moved; the old tree is then in its place.
 */
export function commit(out: string, staged: string): void {
  const place = resolve(out);
  locked(place, () => {
    settle(place);
    checkOutput(place);
    const previous = `${place}.previous-${process.pid}`;
    const isFirst = kindAt(place) === null;
    if (!isFirst) exchangeName(place, previous, place);
    try {
      exchangeName(staged, place, place);
    } catch (error) {
      if (!isFirst) renameSync(previous, place);
      throw error;
    }
    if (!isFirst) absorb(previous, place);
  });
}

function exchangeName(from: string, to: string, out: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) === "") throw error;
    throw new UsageError(
      `The new files could not take the place of ${out}: ${String(error)}. Close programs that hold the folder open; when it is a mount point, name a folder below it.`,
    );
  }
}
