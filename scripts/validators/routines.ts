// Cuts declarations into routines: one function pair (`isFoo`, `checkFoo`) for each declaration and each schema inside it that needs one.
import type { Json, Schema } from "../contract.ts";
import type { Part, Step } from "../keywords/keyword.ts";
import { nodesOnCycles } from "../lib/strongly-connected.ts";
import { pascalCase } from "../lib/words.ts";
import { descend, type Place, type Source, sourcePlace } from "./place.ts";
import { assertedTypes, isLeaf, nullableOf, settledValues, stepsOf } from "./steps.ts";

/** A schema with functions of its own. */
export interface Routine {
  /** `Foo` of `isFoo` and `checkFoo`. */
  readonly name: string;
  readonly schema: Schema;
  readonly steps: readonly Step[];
  /** Whether it stands for a whole declaration. */
  readonly declared: boolean;
  readonly place: Place;
  /** Whether it can reach itself through references. */
  readonly recursive: boolean;
  /** Whether it is a list or a map inside a declaration, which is tested by loops alone: they are written where it stands. */
  readonly isLoop: boolean;
  /** Whether its test is called wherever it is made, even when it is one expression. */
  readonly isApart: boolean;
}

/** A routine before it is known what calls it. */
type Uncalled = Omit<Routine, "recursive">;

/** Loops further in than these are functions again: engines cannot read code that is nested some hundreds deep. */
const MOST_LOOPS = 8;

/** The routines of a package, and which of them tests a schema. */
export interface Routines {
  readonly list: readonly Routine[];
  /** The routine of a schema object inside a declaration, or undefined when an expression does. */
  readonly of: (schema: Schema) => Routine | undefined;
  readonly named: (declaration: string) => Routine | undefined;
  /** Whether a routine is called by others. */
  readonly isCalled: (name: string) => boolean;
}

interface InnerPart extends Part {
  readonly suffix: string;
  /** Whether errors in it are told by a function of its own even when its test is one expression. */
  readonly branch?: true;
}

/** The schemas directly inside a step, with the words that their routines' names end in. */
function partsOf(step: Step): readonly InnerPart[] {
  switch (step.kind) {
    case "property":
      return [{ ...step, suffix: pascalCase(step.name) }];
    case "pattern":
      return [{ ...step, suffix: `${pascalCase(step.pattern)}Value` }];
    case "others":
      return [{ ...step, suffix: "Value" }];
    case "names":
      return [{ ...step, suffix: "Name" }];
    case "prefix":
      return [{ ...step, suffix: `Item${step.index + 1}` }];
    case "items":
      return [{ ...step, suffix: "Item" }];
    case "contains":
      return [{ ...step, suffix: "Match" }];
    case "not":
      return [{ ...step, suffix: "Not" }];
    case "dependent":
      return [{ ...step, suffix: `With${pascalCase(step.name)}` }];
    case "unevaluated":
      return [{ ...step, suffix: "Rest" }];
    case "choice":
      return [
        { ...step.if, suffix: "If" },
        ...(step.then === null ? [] : [{ ...step.then, suffix: "Then" }]),
        ...(step.else === null ? [] : [{ ...step.else, suffix: "Else" }]),
      ];
    case "branches": {
      const inner = nullableOf(step);
      if (inner !== undefined) return [{ ...inner, suffix: "Value" }];
      if (step.keyword === "allOf") return step.parts.map((part, index) => ({ ...part, suffix: `Part${index + 1}` }));
      return step.parts.map((part, index) => ({ ...part, suffix: `Form${index + 1}`, branch: true }));
    }
    default:
      return [];
  }
}

const onlyReference = (routine: Routine | undefined): string | undefined => {
  const [only] = routine?.steps ?? [];
  return routine?.steps.length === 1 && only?.kind === "reference" && !routine.recursive ? only.name : undefined;
};

const LOOPING: ReadonlySet<Step["kind"]> = new Set(["type", "test", "items", "pattern", "others", "names"]);

const isLoop = (steps: readonly Step[]): boolean => {
  const [type] = assertedTypes(steps) ?? [];
  return (
    (type === "array" || type === "object") &&
    assertedTypes(steps)?.length === 1 &&
    settledValues(steps) === null &&
    steps.every(({ kind }) => LOOPING.has(kind))
  );
};

const isBareReference = (steps: readonly Step[]): boolean => steps.length === 1 && steps[0]?.kind === "reference";

/** Rules for the same value that other schemas state, and which TypeScript reads in the light of those around them. */
const hasParts = (steps: readonly Step[]): boolean =>
  steps.some(({ kind }) => kind === "branches" || kind === "choice" || kind === "not" || kind === "dependent");

/** Whether the parts of a step must be functions in TypeScript: where other rules stand beside it, and where one part follows another. */
const narrows = (step: Step, steps: readonly Step[]): boolean =>
  hasParts([step]) && (steps.length > 1 || step.kind === "choice" || (step.kind === "branches" && step.keyword === "allOf"));

/**
 * Cuts declarations into routines. A declaration whose function would have a name that is `reserved` gets another one; names are reserved where
 * the code is JavaScript, and the names of functions are nobody's business.
 */
export function cutRoutines<S extends Source>(
  declarations: readonly S[],
  stepsFor: (declaration: S) => readonly Step[] = ({ schema }) => stepsOf(schema),
  reserved: ReadonlySet<string> = new Set(),
): Routines {
  const typed = reserved.size === 0;
  const cut: Uncalled[] = [];
  const names = new Map<Json, string>();
  const calls = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const freeName = (wished: string): string => {
    let name = wished;
    const isTaken = (): boolean => taken.has(name.toLowerCase()) || reserved.has(`is${name}`) || reserved.has(`check${name}`);
    let count = counts.get(wished) ?? 1;
    while (isTaken()) name = `${wished}_${(count += 1)}`;
    counts.set(wished, count);
    taken.add(name.toLowerCase());
    // The test of a recursive one has a second function.
    taken.add(`${name}at`.toLowerCase());
    return name;
  };
  const add = (started: Omit<Uncalled, "isLoop">, around = 0): void => {
    const { name, schema, steps } = started;
    const loops = !started.declared && !started.isApart && isLoop(steps) && around < MOST_LOOPS ? around + 1 : 0;
    const routine: Uncalled = { ...started, isLoop: loops > 0 };
    if (!routine.declared) names.set(schema, name);
    const inner: string[] = [];
    const parts = steps.flatMap((step) => partsOf(step).map((part) => ({ ...part, isApart: typed && narrows(step, steps) })));
    for (const part of parts) {
      // `true` and `false` stand in many places, and cannot tell which.
      if (typeof part.schema === "boolean") continue;
      const partSteps = stepsOf(part.schema);
      const isApart = (part.isApart && !isBareReference(partSteps)) || (typed && partSteps.length > 1 && hasParts(partSteps));
      if (!isApart && (part.branch === true ? isBareReference(partSteps) : isLeaf(partSteps))) {
        inner.push(...routinesReferredTo(partSteps));
        continue;
      }
      const partName = freeName(name + part.suffix);
      inner.push(partName);
      add(
        { name: partName, schema: part.schema, steps: partSteps, declared: false, place: descend(routine.place, part.at), isApart },
        loops,
      );
    }
    calls.set(name, [...inner, ...routinesReferredTo(steps)]);
    cut.push(routine);
  };
  if (typed) for (const { name } of declarations) taken.add(name.toLowerCase()).add(`${name}at`.toLowerCase());
  const given = new Map(declarations.map(({ name }) => [name, typed ? name : freeName(name)]));
  const routinesReferredTo = (steps: readonly Step[]): readonly string[] => referencesIn(steps).map((to) => given.get(to) ?? to);
  for (const declaration of declarations)
    add({
      name: given.get(declaration.name) ?? declaration.name,
      schema: declaration.schema,
      steps: stepsFor(declaration),
      declared: true,
      place: sourcePlace(declaration),
      isApart: false,
    });
  const cyclic = nodesOnCycles(calls);
  const list = cut.map((routine) => ({ ...routine, recursive: cyclic.has(routine.name) }));
  const byName = new Map(list.map((routine) => [routine.name, routine]));
  const called = new Set([...calls.values()].flat());
  const named = (name: string): Routine | undefined => byName.get(given.get(name) ?? "");
  /** A declaration that only refers to another is passed over, however long the way. */
  const behind = (name: string): Routine | undefined => {
    let routine = named(name);
    for (let next = onlyReference(routine); next !== undefined; next = onlyReference(routine)) routine = named(next);
    return routine;
  };
  return {
    list,
    of: (schema) => byName.get(names.get(schema) ?? ""),
    named: behind,
    isCalled: (name) => called.has(name),
  };
}

/** The declarations that leaf steps refer to. */
const referencesIn = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap((step) => {
    if (step.kind === "reference") return [step.name];
    const inner = step.kind === "branches" ? nullableOf(step) : step.kind === "not" ? step : undefined;
    return inner === undefined ? [] : referencesIn(stepsOf(inner.schema));
  });
