// What a schema asks of an object's members by name, in the order of their tests.
import type { Schema } from "../contract.ts";
import type { Part, Step } from "../keywords/keyword.ts";
import type { Routines } from "./routines.ts";
import { stepsOf } from "./steps.ts";

/** A member, and what is asked of it. */
export interface Member {
  readonly name: string;
  /** The step of `required`, when it must be there. */
  readonly required: (Step & { readonly kind: "required" }) | null;
  readonly part: Part | null;
}

/** The members that a schema names, those without a schema of their own first. */
export function membersOf(steps: readonly Step[]): readonly Member[] {
  const required = new Map(steps.flatMap((step) => (step.kind === "required" ? [[step.name, step] as const] : [])));
  const stated = steps.flatMap((step) => (step.kind === "property" ? [step] : []));
  const isStated = new Set(stated.map(({ name }) => name));
  return [
    ...[...required.values()].filter(({ name }) => !isStated.has(name)).map((step) => ({ name: step.name, required: step, part: null })),
    ...stated
      .map((step) => ({ name: step.name, required: required.get(step.name) ?? null, part: step }))
      .filter((member) => member.required !== null || member.part.schema !== true),
  ];
}

/** The members that other steps speak of: their variables are read before all. */
export const referredMembers = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => (step.kind === "required-with" ? [step.other, step.name] : step.kind === "dependent" ? [step.name] : []));

/** Whether a test can only pass on a value that is there. */
export const refusesUndefined = (schema: Schema, routines: Routines): boolean =>
  stepsOf(schema).some(
    (step) => refusesAbsence(step) || (step.kind === "reference" && routines.named(step.name)?.steps.some(refusesAbsence) === true),
  );

const refusesAbsence = (step: Step): boolean =>
  step.kind === "type" || step.kind === "never" || (step.kind === "test" && step.settles !== null);
