// Cuts declarations into routines: one function pair (`isFoo`, `checkFoo`) for each declaration and each schema inside it with members, items or branches.
import type { Declaration, Json, Schema } from "../contract.ts";
import type { Step } from "../keywords/keyword.ts";
import { pascalCase } from "../lib/words.ts";
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
}

/** The schemas directly inside a step, with the words that their routines' names end in. */
function partsOf(step: Step): readonly Part[] {
  switch (step.kind) {
    case "property":
      return [{ suffix: pascalCase(step.name), schema: step.schema, branch: false }];
    case "items":
      return [{ suffix: "Item", schema: step.schema, branch: false }];
    case "others":
      return [{ suffix: "Value", schema: step.schema, branch: false }];
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
export function cutRoutines(declarations: readonly Declaration[], stepsFor: (declaration: Declaration) => readonly Step[] = ({ schema }) => stepsOf(schema)): Routines {
  const list: Routine[] = [];
  const bySchema = new Map<Json, Routine>();
  const byName = new Map<string, Routine>();
  const taken = new Set(declarations.map(({ name }) => name.toLowerCase()));
  const freeName = (wished: string): string => {
    let name = wished;
    while (taken.has(name.toLowerCase())) name += "_";
    taken.add(name.toLowerCase());
    return name;
  };
  const recursive = recursiveNames(declarations);
  const add = (name: string, schema: Schema, declaration: Declaration | null, root: string): void => {
    const steps = declaration === null ? stepsOf(schema) : stepsFor(declaration);
    const routine = { name, schema, steps, declaration, recursive: recursive.has(root) };
    if (declaration === null) bySchema.set(schema, routine);
    else byName.set(declaration.name, routine);
    const parts = steps.flatMap(partsOf);
    for (const part of parts) {
      const inner = stepsOf(part.schema);
      const needed = part.branch ? !isBareReference(inner) : !isLeaf(inner);
      if (needed) add(freeName(name + part.suffix), part.schema, null, root);
    }
    list.push(routine);
  };
  for (const declaration of declarations) add(declaration.name, declaration.schema, declaration, declaration.name);
  return { list, of: (schema) => bySchema.get(schema), named: (name) => byName.get(name) };
}

/** The declarations that can reach themselves. */
function recursiveNames(declarations: readonly Declaration[]): ReadonlySet<string> {
  const edges = new Map(declarations.map(({ name, schema }) => [name, referencesIn(stepsOf(schema))]));
  const reaches = (start: string): boolean => {
    const seen = new Set<string>();
    const open = [...(edges.get(start) ?? [])];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === start) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      open.push(...(edges.get(name) ?? []));
    }
    return false;
  };
  return new Set([...edges.keys()].filter(reaches));
}

/** The declarations that steps refer to, at any depth. */
function referencesIn(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => (step.kind === "reference" ? [step.name] : partsOf(step).flatMap(({ schema }) => referencesIn(stepsOf(schema)))));
}

