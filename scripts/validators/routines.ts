// Cuts declarations into routines: one function pair (`isFoo`, `checkFoo`) for each declaration and each schema inside it with members, items or branches.
import type { Declaration, Json, Schema } from "../contract.ts";
import type { Step } from "../keywords/keyword.ts";
import { pascalCase } from "../lib/words.ts";
import { isInherited } from "./subject.ts";
import { isLeaf, nullableOf, stepsOf } from "./steps.ts";

/** A schema with functions of its own. */
export interface Routine {
  /** `Foo` of `isFoo` and `checkFoo`. */
  readonly name: string;
  readonly schema: Schema;
  readonly steps: readonly Step[];
  /** The declaration it stands for, or null when it is a part of one. */
  readonly declaration: Declaration | null;
  /** Whether it can reach itself through references. */
  readonly recursive: boolean;
  /** Whether its test is called wherever it is made, even when it is one expression. */
  readonly apart: boolean;
}

/** The routines of a package, and which of them tests a schema. */
export interface Routines {
  readonly list: readonly Routine[];
  /** The routine of a schema object inside a declaration, or undefined when an expression does. */
  readonly of: (schema: Schema) => Routine | undefined;
  readonly named: (declaration: string) => Routine | undefined;
}

interface Part {
  readonly suffix: string;
  readonly schema: Schema;
  /** Whether errors in it are told by a function of its own even when its test is one expression. */
  readonly branch: boolean;
  /** Whether its test is a function of its own even when it is one expression. */
  readonly apart?: boolean;
}

/** The schemas directly inside a step, with the words that their routines' names end in. */
function partsOf(step: Step): readonly Part[] {
  switch (step.kind) {
    case "property":
      return [{ suffix: pascalCase(step.name), schema: step.schema, branch: false, apart: isInherited(step.name) }];
    case "items":
      return [{ suffix: "Item", schema: step.schema, branch: false }];
    case "others":
      return [{ suffix: "Value", schema: step.schema, branch: false }];
    case "names":
      return [{ suffix: "Name", schema: step.schema, branch: false }];
    case "branches": {
      const inner = nullableOf(step);
      if (inner !== undefined) return [{ suffix: "Value", schema: inner, branch: false }];
      const word = step.keyword === "allOf" ? "Part" : "Form";
      return step.schemas.map((schema, index) => ({ suffix: `${word}${index + 1}`, schema, branch: step.keyword !== "allOf" }));
    }
    default:
      return [];
  }
}

const isBareReference = (steps: readonly Step[]): boolean => steps.length === 1 && steps[0]?.kind === "reference";

/** Cuts declarations into routines. */
export function cutRoutines(
  declarations: readonly Declaration[],
  stepsFor: (declaration: Declaration) => readonly Step[] = ({ schema }) => stepsOf(schema),
): Routines {
  const cut: Omit<Routine, "recursive">[] = [];
  const names = new Map<Json, string>();
  const calls = new Map<string, readonly string[]>();
  const taken = new Set(declarations.map(({ name }) => name.toLowerCase()));
  const freeName = (wished: string): string => {
    let name = wished;
    while (taken.has(name.toLowerCase())) name += "_";
    taken.add(name.toLowerCase());
    return name;
  };
  const add = (name: string, schema: Schema, declaration: Declaration | null, apart: boolean): void => {
    const steps = declaration === null ? stepsOf(schema) : stepsFor(declaration);
    if (declaration === null) names.set(schema, name);
    const inner: string[] = [];
    for (const part of steps.flatMap(partsOf)) {
      const partSteps = stepsOf(part.schema);
      const needed = part.branch ? !isBareReference(partSteps) : part.apart === true ? partSteps.length > 0 : !isLeaf(partSteps);
      if (!needed) {
        inner.push(...referencesIn(partSteps));
        continue;
      }
      const partName = freeName(name + part.suffix);
      inner.push(partName);
      add(partName, part.schema, null, part.apart === true);
    }
    calls.set(name, [...inner, ...referencesIn(steps)]);
    cut.push({ name, schema, steps, declaration, apart });
  };
  for (const declaration of declarations) add(declaration.name, declaration.schema, declaration, false);
  const list = cut.map((routine) => ({ ...routine, recursive: reaches(routine.name, routine.name, calls) }));
  const byName = new Map(list.map((routine) => [routine.name, routine]));
  return { list, of: (schema) => byName.get(names.get(schema) ?? ""), named: (name) => byName.get(name) };
}

/** The declarations that leaf steps refer to. */
const referencesIn = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => {
    if (step.kind === "reference") return [step.name];
    const inner = step.kind === "branches" ? nullableOf(step) : undefined;
    return inner === undefined ? [] : referencesIn(stepsOf(inner));
  });

/** Whether one routine can call another, through any others. */
function reaches(from: string, target: string, calls: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(calls.get(from) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === target) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(calls.get(name) ?? []));
  }
  return false;
}
