// The whole way to the disk, for files that need no check in between.
import { checkOutput } from "./check-output.ts";
import { commit } from "./commit.ts";
import { readTree } from "./read-tree.ts";
import { recover } from "./recover.ts";
import { sameTree } from "./same-tree.ts";
import { discard, stage } from "./stage.ts";

/** Makes `out` hold exactly these files and what the user put there; returns whether anything had to be written. Throws as `stage` and `commit` do. */
export function exchange(out: string, files: ReadonlyMap<string, string>, protectedPaths: readonly string[] = []): boolean {
  recover(out);
  checkOutput(out, protectedPaths);
  if (sameTree(files, readTree(out))) return false;
  const staged = stage(out, files, protectedPaths);
  try {
    commit(out, staged);
  } finally {
    discard(staged);
  }
  return true;
}
