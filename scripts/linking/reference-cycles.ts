// Finds references that lead back to themselves while the value stays the same: such a schema says nothing and would never end.
import type { Draft } from "./draft.ts";
import { locationOf, type SchemaProblem } from "./resource.ts";

/** One problem for each reference that closes a cycle. A depth-first search with its own stack. */
export function referenceCycles(drafts: readonly Draft[]): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const states = new Map<Draft, "open" | "done">();
  for (const start of drafts) {
    if (states.has(start) || start.inPlace.length === 0) continue;
    const path: { readonly draft: Draft; next: number }[] = [{ draft: start, next: 0 }];
    states.set(start, "open");
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = top.draft.inPlace[top.next];
      top.next += 1;
      if (edge === undefined) {
        states.set(top.draft, "done");
        path.pop();
      } else if (states.get(edge.to) === "open") {
        problems.push({
          code: "reference-cycle",
          location: edge.location,
          facts: { reference: locationOf(edge.to.place.resource, edge.to.place.pointer) },
        });
      } else if (!states.has(edge.to)) {
        states.set(edge.to, "open");
        path.push({ draft: edge.to, next: 0 });
      }
    }
  }
  return problems;
}
