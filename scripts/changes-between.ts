// Which generated files are new, changed or gone.
import type { Outcome } from "./console.ts";
import type { Fingerprints } from "./files.ts";
import { compareUnits } from "./lib/compare-units.ts";

/** The changes from an existing tree to a fresh one, by path. The user's own files are none. */
export function changesBetween(existing: Fingerprints, fresh: Fingerprints): Outcome["changes"] {
  const written = [...fresh].flatMap(([path, { hash }]) => {
    const before = existing.get(path);
    return before?.hash === hash ? [] : [{ path, change: before === undefined ? ("added" as const) : ("changed" as const) }];
  });
  const removed = [...existing].flatMap(([path, { isLeftOver }]) =>
    fresh.has(path) || !isLeftOver ? [] : [{ path, change: "removed" as const }],
  );
  return [...written, ...removed].toSorted((a, b) => compareUnits(a.path, b.path));
}
