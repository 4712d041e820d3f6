// Whether there is anything to write.
import { isGenerated } from "./kept.ts";

/** Whether an existing tree (null: there is none) holds exactly the fresh files; what the user put beside them does not count (see `isGenerated`). */
export function sameTree(fresh: ReadonlyMap<string, string>, existing: ReadonlyMap<string, string> | null): boolean {
  if (existing === null) return false;
  for (const [path, text] of fresh) if (existing.get(path) !== text) return false;
  for (const [path, text] of existing) if (!fresh.has(path) && isGenerated(path, text, false)) return false;
  return true;
}
