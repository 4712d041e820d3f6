// Whether what explains a schema is written out where its value stands.
import type { Schema } from "../contract.ts";
import type { Step } from "../keywords/keyword.ts";
import { isWrittenOut } from "./conditions.ts";
import type { Routine } from "./routines.ts";
import { isLeaf, nullableOf, stepsOf } from "./steps.ts";
import type { Telling } from "./telling.ts";

/** The routine of a schema that is more than a leaf. */
export function routineApart(schema: Schema, { routines }: Telling): Routine | undefined {
  const routine = routines.of(schema);
  return routine === undefined || (isLeaf(stepsOf(schema)) && !routine.isApart) ? undefined : routine;
}

/** Whether the lines that explain a schema go into its members or items, which takes a variable of its own. */
export function isWalked(schema: Schema, telling: Telling): boolean {
  const routine = routineApart(schema, telling);
  return routine === undefined ? stepsOf(schema).some((step) => isWalkedStep(step, telling)) : isWritten(routine, telling);
}

function isWalkedStep(step: Step, telling: Telling): boolean {
  if (step.kind === "branches") return isWalked(nullableOf(step)?.schema ?? true, telling);
  const routine = step.kind === "reference" ? telling.routines.named(step.name) : undefined;
  if (routine === undefined) return false;
  return isWrittenOut(routine, telling) && !telling.crowded
    ? routine.steps.some((inner) => isWalkedStep(inner, telling))
    : isWritten(routine, telling);
}

/** Whether a routine is written out where it is called. In a package each declaration has a check of its own, and those that share it call it. */
export const isWritten = ({ isLoop, recursive, isApart, declared }: Routine, { written, typed }: Telling): boolean =>
  isLoop || (written && !recursive && !isApart && !(typed && declared));
