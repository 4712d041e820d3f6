// A schema's test as one boolean expression over a variable.
import type { Schema } from "../contract.ts";
import type { Scope } from "../helpers.ts";
import { equalsOne } from "../keywords/equals.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { typesOfValue, typeTest } from "../keywords/type.ts";
import { code, join, type Code } from "../lib/code.ts";
import { always, and, atom, choose, equal, type Expression, never, not, or } from "../lib/expression.ts";
import type { Routine, Routines } from "./routines.ts";
import { assertedTypes, gating, isLeaf, nullableOf, settledValues, stepsOf } from "./steps.ts";

/** What printing needs to know of the rest of the module. */
export interface Setting extends Scope {
  readonly routines: Routines;
  /** Whether the code being printed counts its depth. */
  readonly deep: boolean;
  /**
   * Whether other rules for the same value stand around those being printed, in TypeScript: it narrows the value by each, and refuses what it then takes
   * for impossible. Such rules are called: a function's parameter is not narrowed.
   */
  readonly crowded: boolean;
  /** Notes that a function is called. */
  readonly call: (name: string) => Code;
  /** Notes that the variable for members is used, which the function then declares. */
  readonly useField: () => void;
}

/** The test for a list of types. */
export const typesTest = (types: readonly JsonType[], subject: Code, scope: Scope): Expression =>
  or(types.map((type) => typeTest(type, subject, scope)));

/** A call of a routine's test. */
export const callTest = ({ name, recursive }: Routine, subject: Code, { deep, call }: Setting): Expression =>
  atom(recursive && deep ? code`${call(`is${name}At`)}(${subject}, depth + 1)` : code`${call(`is${name}`)}(${subject})`);

/** What is longer is called. */
const MOST_INLINED = 24;

/**
 * Whether a declaration's test is written where it is referred to: a call costs more than a few comparisons, but what refers on and on would double.
 * In a package it is called, or one more value in a list that many share would change a line for each of them.
 */
export const isWrittenOut = (routine: Routine, { routines, typed }: Setting): boolean =>
  !typed && isInline(routine) && unspent(routine.steps, MOST_INLINED, routines) >= 0;

const isInline = ({ steps, recursive }: Routine): boolean => isLeaf(steps) && !recursive;

/** What is left of a number of steps after those written for a leaf; less than nothing when it is not enough. */
function unspent(steps: readonly Step[], most: number, routines: Routines): number {
  let left = most - steps.length;
  for (const step of steps) {
    if (left < 0) return left;
    const to = step.kind === "reference" ? routines.named(step.name) : undefined;
    if (to !== undefined && isInline(to)) left = unspent(to.steps, left, routines);
    if (step.kind === "not") left = unspent(stepsOf(step.schema), left, routines);
    if (step.kind === "branches") for (const { schema } of step.parts) left = unspent(stepsOf(schema), left, routines);
  }
  return left;
}

/** The test of a schema on a subject, as one expression: its routine is called where it has one. */
export function condition(schema: Schema, subject: Code, setting: Setting): Expression {
  const routine = setting.routines.of(schema);
  if (routine !== undefined && (routine.isApart || !isLeaf(routine.steps))) return callTest(routine, subject, setting);
  const steps = stepsOf(schema);
  return and(conditions(steps, subject, around(steps, setting)));
}

/** The setting for the steps of a schema. */
export function around<S extends Setting>(steps: readonly Step[], setting: S): S {
  const crowded = setting.typed && steps.length > 1;
  return crowded === setting.crowded ? setting : { ...setting, crowded };
}

/** The conditions of a schema that are not about members or items. `types` are what the subject is known to be. */
export function conditions(
  steps: readonly Step[],
  subject: Code,
  setting: Setting,
  types: readonly JsonType[] | null = assertedTypes(steps),
): readonly Expression[] {
  const settled = settledValues(steps);
  let stated = false;
  return steps.map((step): Expression => {
    switch (step.kind) {
      case "never":
        return never;
      case "type":
        return settled !== null ? always : typesTest(step.types, subject, setting);
      case "reference": {
        const routine = setting.routines.named(step.name);
        if (routine === undefined) return never;
        return isWrittenOut(routine, setting) && !setting.crowded
          ? and(conditions(routine.steps, subject, around(routine.steps, setting)))
          : callTest(routine, subject, setting);
      }
      case "test": {
        if (settled !== null && step.settles !== null && settled.length < step.settles.length) {
          // Several keywords list values: what they have in common is tested once, or TypeScript would see comparisons that cannot hold.
          const test = stated ? always : equalsOne(subject, settled, setting);
          stated = true;
          return test;
        }
        if (settled !== null && (step.gate === "array" || step.gate === "object")) return always;
        return gated(step.gate, types ?? settled?.flatMap(typesOfValue) ?? null, step.holds(subject, setting), subject, setting);
      }
      case "branches":
        return branchCondition(step, subject, setting);
      case "not":
        return not(condition(step.schema, subject, setting));
      case "choice": {
        const test = condition(step.if.schema, subject, setting);
        const then = step.then === null ? always : condition(step.then.schema, subject, setting);
        const otherwise = step.else === null ? always : condition(step.else.schema, subject, setting);
        return choose(test, then, otherwise);
      }
      default:
        return always;
    }
  });
}

const gated = (gate: JsonType | null, types: readonly JsonType[] | null, holds: Expression, subject: Code, scope: Scope): Expression => {
  const how = gate === null ? "sure" : gating(gate, types);
  return how === "sure" || gate === null ? holds : how === "idle" ? always : or([not(typeTest(gate, subject, scope)), holds]);
};

function branchCondition(step: Step & { readonly kind: "branches" }, subject: Code, setting: Setting): Expression {
  const inner = nullableOf(step);
  if (inner !== undefined) return or([equal(subject, code`null`), condition(inner.schema, subject, setting)]);
  const tests = step.parts.map(({ schema }) => condition(schema, subject, setting));
  if (step.keyword === "allOf") return and(tests);
  if (step.keyword === "anyOf" || tests.length < 2) return or(tests);
  return equal(
    join(
      tests.map((test) => code`Number(${test.code})`),
      code` + `,
    ),
    code`1`,
  );
}
