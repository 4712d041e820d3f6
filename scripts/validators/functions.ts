// The functions of a module of validators: those that are exported, and whatever they call.
import { type Helper, helpers as allHelpers } from "../helpers.ts";
import { code, identifier, type Code } from "../lib/code.ts";
import { camelName, pascalCase } from "../lib/words.ts";
import { type Check, checkOf, placed } from "./checks.ts";
import type { Setting } from "./conditions.ts";
import type { Routine, Routines } from "./routines.ts";
import { bodyText } from "./lines.ts";
import { isStatements } from "./tests.ts";

/** The functions of one routine; null for those that nothing calls. */
export interface Functions {
  readonly routine: Routine;
  /** The statements of `isFoo` as one text. */
  readonly test: WithField<{ readonly statements: Code | null }> | null;
  readonly check: WithField<Check> | null;
  /** Whether the check knows its place and is handed none. */
  readonly isPlaced: boolean;
}

/** Statements, and whether they read members into `field`, which the function must declare. */
type WithField<T> = T & { readonly usesField: boolean };

/** What is made once. */
interface Constant {
  readonly name: Code;
  /** `: unknown` where TypeScript would infer too much from a JSON value, or cannot. */
  readonly type: Code;
  readonly value: Code;
}

export interface Printed {
  readonly functions: readonly Functions[];
  /** What is made once, by name, in the order of its first use. */
  readonly constants: readonly Constant[];
  readonly helpers: ReadonlySet<Helper>;
  /** The texts of further functions. */
  readonly others: readonly Code[];
}

/** Prints further functions, which may call those of the routines; it is handed what their printing needs to know. */
export type PrintOthers = (settingOf: (routine: Routine) => Setting) => readonly Code[];

/** What is printed besides tests. */
interface Wanted {
  /** The checks that explain; wanted when nothing is said. */
  readonly checks?: boolean;
  readonly others?: PrintOthers | undefined;
}

/** Prints the functions of routines. `exported` says which are called from outside. */
export function printFunctions(routines: Routines, exported: (routine: Routine) => boolean, typed: boolean, wanted: Wanted = {}): Printed {
  const helpers = new Set<Helper>();
  const constants = new Map<string, Constant>();
  const isPlaced = placed(routines, typed);
  const tests = new Map<Routine, Functions["test"]>();
  const checks = new Map<Routine, Functions["check"]>();
  const open: (() => void)[] = [];
  const called: ReadonlyMap<string, () => void> = new Map(
    routines.list.flatMap((routine) => [
      [`is${routine.name}`, () => printTest(routine)] as const,
      [`is${routine.name}At`, () => printTest(routine)] as const,
      [`check${routine.name}`, () => printCheck(routine)] as const,
    ]),
  );
  const settingOf = (routine: Routine): Setting => ({
    routines,
    deep: routine.recursive,
    typed,
    crowded: false,
    useField: () => {},
    use: (helper) => (helpers.add(helper), identifier(helper)),
    call: (name) => {
      const print = called.get(name);
      if (print !== undefined) open.push(print);
      return identifier(name);
    },
    constant: (noun, subject, value) => {
      const known = constants.get(value.text);
      if (known !== undefined) return known.name;
      const owner = camelName(routine.name) + (subject.text === "value" ? "" : pascalCase(subject.text));
      const name = freeName(owner + pascalCase(noun));
      constants.set(value.text, { name, type: typeOf(noun, value), value });
      return name;
    },
  });
  const counts = new Map<string, number>();
  const freeName = (wished: string): Code => {
    const name = isFunction(wished) ? `_${wished}` : wished;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return identifier(count === 1 ? name : `${name}_${count}`);
  };
  const withField = <T>(routine: Routine, print: (setting: Setting) => T): WithField<T> => {
    let usesField = false;
    const printed = print({ ...settingOf(routine), useField: () => void (usesField = true) });
    return { ...printed, usesField };
  };
  const printTest = (routine: Routine): void => {
    if (!tests.has(routine))
      tests.set(
        routine,
        withField(routine, (setting) => ({ statements: bodyText(isStatements(routine, setting)) })),
      );
  };
  const printCheck = (routine: Routine): void => {
    if (!checks.has(routine))
      checks.set(
        routine,
        withField(routine, (setting) => checkOf(routine, isPlaced(routine), setting)),
      );
  };
  const roots = routines.list.filter(exported);
  for (const routine of roots) {
    printTest(routine);
    if (wanted.checks !== false) printCheck(routine);
  }
  const others = wanted.others?.(settingOf) ?? [];
  for (let print = open.pop(); print !== undefined; print = open.pop()) print();
  if ([...tests.keys(), ...checks.keys()].some(({ recursive }) => recursive)) helpers.add("MOST_LEVELS");
  if ([...checks.keys()].some(({ recursive }) => recursive)) helpers.add("tooDeep").add("below");
  if (roots.length > 0) helpers.add("resultOf");
  const functions = routines.list
    .map((routine) => ({
      routine,
      test: tests.get(routine) ?? null,
      check: checks.get(routine) ?? null,
      isPlaced: isPlaced(routine),
    }))
    .filter(({ test, check }) => test !== null || check !== null);
  return { functions, constants: [...constants.values()], helpers, others };
}

/** Lists of JSON values are handed on as they are, sets are asked for any value, patterns say what they are. */
function typeOf(noun: string, { text }: Code): Code {
  if (noun === "value") return code`: unknown`;
  if (text.startsWith("[")) return code`: readonly unknown[]`;
  return text.startsWith("new Set(") ? code`: ReadonlySet<unknown>` : code``;
}

/** Whether a constant's name may be a function's: `sameValue` of `Same`, `validateValue` of `Validate`. */
const isFunction = (name: string): boolean => Object.hasOwn(allHelpers, name) || /^(?:is|check|validate|parse|assert)[A-Z]/.test(name);
