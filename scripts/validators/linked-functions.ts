// The functions of a package, made to run here one by one when they are first called: most of a large package's are never asked for.
import type { Issue } from "../../templates/src/issue.ts";
import { code, identifier, type Code } from "../lib/code.ts";
import type { Functions, Printed } from "./functions.ts";
import { HELPERS } from "./made-functions.ts";
import { moduleText } from "./module-text.ts";

/** The two halves of a validator. */
export interface Linked {
  /** Whether a value passes. */
  readonly test: (value: unknown) => boolean;
  /** What is wrong with a value; nothing when it passes. */
  readonly check: (value: unknown) => readonly Issue[];
}

/** What is known of values without a look into them: whether one passed the test of a declaration before. */
export interface Passed {
  readonly has: (value: object, name: string) => boolean;
  readonly add: (value: object, name: string) => void;
}

/** `const name = value;` of a module. */
export interface Constant {
  readonly name: Code;
  readonly value: Code;
}

/** The test of a routine; `depth` is how many levels a value of a type that holds itself is inside of others. */
type Is = (value: unknown, depth: number) => boolean;

/** The check of a routine; from outside it is handed the value alone. */
type Check = (value: unknown, ...where: readonly unknown[]) => readonly Issue[] | undefined;

/**
 * The validators of declarations by name: the statements that a package gets. A test asks first whether its value is known to have `passed`, so that
 * a value of which one member is changed is looked through along the way to that member only. What is tried must not change, and be nested less deep
 * than recursive types are followed.
 */
export function linkedFunctions(printed: Printed, lists: readonly Constant[], passed: Passed): (name: string) => Linked | undefined {
  const functions = new Map(printed.functions.map((one) => [one.routine.name, one]));
  const constants = new Map([...lists, ...printed.constants].map(({ name, value }) => [name.text, value]));
  const known = new Map<string, unknown>(Object.entries(HELPERS));

  const recalled =
    (name: string, test: Is): Is =>
    (value, depth) => {
      if (typeof value !== "object" || value === null) return test(value, depth);
      if (passed.has(value, name)) return true;
      if (!test(value, depth)) return false;
      passed.add(value, name);
      return true;
    };

  const testOf = remembered((name): Is => run(testText(routineOf(name)), { recalled }));
  const checkOf = remembered((name): Check => run(checkText(routineOf(name)), {}));
  const routineOf = (name: string): Functions => {
    const one = functions.get(name);
    if (one === undefined) throw new RangeError(`no function is printed for ${name}`);
    return one;
  };

  /** What a word of a text means: a helper, a constant, or a function that is made when it is called. */
  const meaning = (word: string): unknown => {
    if (known.has(word)) return known.get(word);
    const found = meant(word);
    known.set(word, found);
    return found;
  };
  const meant = (word: string): unknown => {
    const value = constants.get(word);
    if (value !== undefined) return run(code`return ${value};`, {});
    const [, kind, name = ""] = CALLED.exec(word) ?? [];
    const called = functions.has(name) ? name : name.endsWith("At") ? name.slice(0, -2) : "";
    const routine = functions.get(called)?.routine;
    if (routine === undefined) return undefined;
    if (kind === "check") return (...given: Parameters<Check>): unknown => checkOf(called)(...given);
    const test = (value: unknown, depth = 0): boolean => testOf(called)(value, depth);
    return routine.declared ? recalled(called, test) : test;
  };

  /** Runs a text. Every vendor string in it went through the constructors of `Code`. */
  const run = ({ text }: Code, given: Readonly<Record<string, unknown>>) => {
    const own = new Set([...text.matchAll(OWN)].map(([, name]) => name));
    const outside = new Map(Object.entries(given));
    for (const [word] of text.matchAll(WORD)) {
      if (outside.has(word) || own.has(word)) continue;
      const found = meaning(word);
      if (found !== undefined) outside.set(word, found);
    }
    // oxlint-disable-next-line typescript/no-implied-eval
    return new Function(...outside.keys(), `"use strict";\n${text}`)(...outside.values());
  };

  return (name) =>
    functions.get(name)?.routine.declared === true
      ? { test: (value) => testOf(name)(value, 0), check: (value) => checkOf(name)(value) ?? [] }
      : undefined;
}

function remembered<Result>(make: (name: string) => Result): (name: string) => Result {
  const known = new Map<string, Result>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = make(name);
    known.set(name, made);
    return made;
  };
}

const textOf = (one: Functions): Code => moduleText({ functions: [one], constants: [], helpers: NONE, others: [] }, () => false, code``);

/** A test; that of a type which holds itself asks its own recalling one. */
function testText(one: Functions): Code {
  const { name, recursive, declared } = one.routine;
  const is = recursive ? code`is${identifier(name)}At` : code`is${identifier(name)}`;
  return code`${textOf({ ...one, check: null })}\n${declared ? code`${is} = recalled("${identifier(name)}", ${is});` : code``}\nreturn ${is};`;
}

const checkText = (one: Functions): Code => code`${textOf({ ...one, test: null })}\nreturn check${identifier(one.routine.name)};`;

const NONE: Printed["helpers"] = new Set();

/** A word that may be a name. */
const WORD = /[A-Za-z$_\u0080-\uffff][\w$\u0080-\uffff]*/g;

/** A function of the text itself. */
const OWN = /^function ([^(]+)\(/gm;

const CALLED = /^(is|check)(.+)$/s;
