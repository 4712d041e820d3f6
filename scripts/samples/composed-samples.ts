// Tries the fixtures of a type by itself: what stands inside of its values is what the types in it have, and many rules are broken in one value.
import { breaksOf, type LocatedBreak, replaced } from "../../templates/src/samples/invalids.ts";
import { randomOf } from "../../templates/src/samples/random.ts";
import type { Samples } from "../../templates/src/samples/sampler.ts";
import { referenceOf, referenceTo } from "../../templates/src/samples/schema-parts.ts";
import { type Making, sampleValue } from "../../templates/src/samples/value.ts";
import { isArray, isObject } from "../../templates/src/values.ts";
import type { Linked } from "../validators/linked-functions.ts";
import { isRemark } from "./plain-types.ts";

/** What is tried, and with what. */
export interface Trial {
  readonly samples: Samples;
  readonly validatorOf: (name: string) => Linked | undefined;
  /** Whether values of a type are made at the first try for certain. */
  readonly isPlain: (name: string) => boolean;
  /** Whether the rules of a type leave no other rule out when they are broken. */
  readonly isApart: (name: string) => boolean;
  /** Is told of values that need no test. */
  readonly passes: (value: object, name: string) => void;
}

/** Fewer than a list of issues can hold. */
const MOST_TOGETHER = 50;

const TRIES = 12;

/** More than any type names; lists of lists can ask for more than any memory holds. */
const MOST_MEMBERS = 1000;

/** The choices that are tried: what is found by all of them is found by nearly every other. */
const SEEDS = [0, 1, 2];

/** Types in types; what is further in is left out. */
const DEEPEST = 60;

/**
 * Whether a type certainly has its fixtures: values with all of its own members are made at the first try, and every break of its rules is
 * reported. Which values stand inside is nothing to that, so one is made of each type that is asked for.
 */
export function composedProof({ samples, validatorOf, isPlain, isApart, passes }: Trial): (name: string) => boolean {
  const made = new Map<string, unknown>();
  let depth = 0;
  const sampleOfType = (name: string): unknown => {
    if (made.has(name)) return made.get(name);
    // Until it is made, what is inside of itself is left out.
    made.set(name, undefined);
    if (depth >= DEEPEST) return undefined;
    depth += 1;
    const value = isPlain(name) ? firstTry(name, { ...samples, checks: {} }, 0) : proven(name);
    depth -= 1;
    if (typeof value === "object" && value !== null) passes(value, name);
    made.set(name, value);
    return value;
  };
  const part: Making["make"] = (schemas, making) => {
    const [only] = schemas;
    if (schemas.length !== 1 || !isObject(only)) return sampleValue(schemas, making);
    const rules = Object.keys(only).filter((keyword) => !isRemark(keyword));
    if (rules.length !== 1) return sampleValue(schemas, making);
    const name = referenceOf(only);
    if (name !== undefined) return sampleOfType(name);
    const { anyOf: forms } = only;
    const beside = isArray(forms) && forms.length === 2 ? forms.filter((form) => !(isObject(form) && form["type"] === "null")) : [];
    return beside.length === 1 ? part(beside, making) : sampleValue(schemas, making);
  };
  const firstTry = (name: string, from: Samples, seed: number): unknown => {
    const left = { tries: TRIES, members: MOST_MEMBERS };
    const value = sampleValue([referenceTo(name)], { ...MAKING, ...from, random: randomOf(seed), left, make: part });
    return left.tries === TRIES ? value : undefined;
  };
  const proven = (name: string): unknown => {
    if (!isApart(name)) return undefined;
    const [whole, ...others] = SEEDS.map((seed) => firstTry(name, samples, seed));
    const check = validatorOf(name)?.check;
    return whole !== undefined &&
      !others.includes(undefined) &&
      check !== undefined &&
      areReported(breaksOf(samples, name, whole, false), whole, check)
      ? whole
      : undefined;
  };
  return (name) => sampleOfType(name) !== undefined;
}

const MAKING = { size: 2, isFull: true, depth: 0, inside: [] };

/** Whether each break of a value is reported, several tried in one value. */
function areReported(breaks: readonly LocatedBreak[], whole: unknown, check: Linked["check"]): boolean {
  return together(breaks).every((group) => {
    const broken = group.reduce<unknown>((value, { path, instead }) => replaced(value, path, instead), whole);
    const issues = new Set(check(broken).map(({ keyword, pointer }) => `${keyword} ${pointer}`));
    return group.every(({ keyword, pointer }) => issues.has(`${keyword} ${pointer}`));
  });
}

/** Breaks that can be in one value: none at the place of another, or inside of it. */
function together(breaks: readonly LocatedBreak[]): readonly (readonly LocatedBreak[])[] {
  const groups: { readonly breaks: LocatedBreak[]; readonly ends: Set<string>; readonly ways: Set<string> }[] = [];
  for (const broken of breaks) {
    const { pointer } = broken;
    const above = pointersAbove(pointer);
    const fits = groups.find(
      (group) => group.breaks.length < MOST_TOGETHER && !group.ways.has(pointer) && above.every((one) => !group.ends.has(one)),
    );
    const group = fits ?? { breaks: [], ends: new Set<string>(), ways: new Set<string>() };
    if (fits === undefined) groups.push(group);
    group.breaks.push(broken);
    group.ends.add(pointer);
    for (const one of [pointer, ...above]) group.ways.add(one);
  }
  return groups.map((group) => group.breaks);
}

/** The pointers of all values around a place. */
function pointersAbove(pointer: string): readonly string[] {
  const found: string[] = [];
  for (let end = pointer.lastIndexOf("/"); end >= 0; end = pointer.lastIndexOf("/", end - 1)) {
    found.push(pointer.slice(0, end));
    if (end === 0) break;
  }
  return found;
}
