// How much code a routine's check would be with everything inside it written out.
import type { Step } from "../keywords/keyword.ts";
import type { Routine, Routines } from "./routines.ts";
import { stepsOf } from "./steps.ts";

/** Larger ones call functions. */
const MOST_STEPS = 120;

/** Whether a routine's check is written out with everything inside it: it is nobody's part, and small enough. */
export function sizes(routines: Routines): (routine: Routine) => boolean {
  const known = new Map<string, number>();
  const sizeOf = (routine: Routine): number => {
    if (routine.recursive) return Infinity;
    const found = known.get(routine.name) ?? sum(routine.steps);
    known.set(routine.name, found);
    return found;
  };
  const sum = (steps: readonly Step[]): number => {
    let total = 0;
    for (const step of steps) {
      total += 1;
      if (step.kind === "reference") {
        const routine = routines.named(step.name);
        total += routine === undefined ? 0 : sizeOf(routine);
      } else if (step.kind === "branches") for (const { schema } of step.parts) total += sum(stepsOf(schema));
      else if ("schema" in step) total += sum(stepsOf(step.schema));
      if (total > MOST_STEPS) return Infinity;
    }
    return total;
  };
  return (routine) => sizeOf(routine) <= MOST_STEPS;
}
