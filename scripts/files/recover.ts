// After a crash: the old tree or the new one, complete.
import { readdirSync, rmdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { carryOver } from "./carry-over.ts";
import { isOurs } from "./is-ours.ts";
import { kindAt, leadsToFolder } from "./kind-at.ts";
import { locked } from "./locked.ts";
import { processRuns } from "./process-runs.ts";

/**
 * Ends what a run that was killed had begun; call it before an output folder is read or written. An old tree without a new one is put
 * back; beside a new one it gives up what the user had in it and goes; staged trees of processes that no longer run are removed.
 * Writes nothing, and needs no permission to, when there is nothing to do. Throws `UsageError` when another run does not end, and system errors.
 */
export function recover(out: string): void {
  const place = resolve(out);
  if (beside(place, /^(lock|(lock|staging|previous)-[1-9][0-9]*)$/).length > 0) locked(place, () => settle(place));
}

/** What {@link recover} does, for a caller that holds the lock: whatever `.previous-*` is there then, its process is dead. */
export function settle(place: string): void {
  const age = (path: string): number => statSync(path).ctimeMs;
  const previous = beside(place, /^previous-[1-9][0-9]*$/)
    .filter((path) => kindAt(path) === "folder" && isOurs(path))
    .sort((a, b) => age(b) - age(a));
  for (const old of previous) {
    if (kindAt(place) === "folder" && readdirSync(place).length === 0) rmdirSync(place);
    if (kindAt(place) === null) renameSync(old, place);
    else if (isOurs(place)) absorb(old, place);
  }
  for (const path of beside(place, /^(staging|lock)-[1-9][0-9]*$/)) {
    if (!processRuns(Number(/[0-9]+$/.exec(path)?.[0]))) rmSync(path, { recursive: true, force: true });
  }
}

/** Moves what the user had in an old tree into the new one and removes the old one; its `package.json` goes last, as the proof that it is ours. */
export function absorb(old: string, place: string): void {
  carryOver(old, place);
  for (const name of readdirSync(old)) if (name !== "package.json") rmSync(join(old, name), { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}

/** Absolute paths `<out>.<suffix>` that exist, by pattern of the suffix. */
function beside(place: string, suffix: RegExp): string[] {
  const start = `${basename(place)}.`;
  const parent = dirname(place);
  if (!leadsToFolder(parent)) return [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(start) && suffix.test(name.slice(start.length)))
    .map((name) => join(parent, name));
}
