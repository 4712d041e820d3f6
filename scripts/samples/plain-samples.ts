// Proves the fixtures of plain types: parts that are types of their own are not made again, and many rules are broken in one value.
import { breaksOf, type LocatedBreak, replaced } from "../../templates/src/samples/invalids.ts";
import { randomOf } from "../../templates/src/samples/random.ts";
import type { Samples } from "../../templates/src/samples/sampler.ts";
import { referenceOf, referenceTo } from "../../templates/src/samples/schema-parts.ts";
import { type Making, sampleValue } from "../../templates/src/samples/value.ts";
import { isObject } from "../../templates/src/values.ts";
import type { Check } from "../validators/made-functions.ts";

/** Fewer than a list of issues can hold. */
const MOST_TOGETHER = 50;

const TRIES = 12;

/** How many types may stand inside of each other, and how many members and items in a value: types beyond are tried as tests make them. */
const MOST_LEVELS = 100;
const MOST_MEMBERS = 20_000;

/**
 * Whether a plain type certainly has its fixtures: a value with all of its own members passes, made at the first try, and every break of its rules is
 * reported. Which values stand inside is nothing to that, so each type is made once.
 */
export function plainProof(samples: Samples, checkOf: (name: string) => Check | undefined): (name: string) => boolean {
  const made = new Map<string, unknown>();
  let levels = 0;
  const sampleOfType = (name: string): unknown => {
    if (made.has(name) || levels > MOST_LEVELS) return made.get(name);
    // Until it is made, what is inside of itself is left out.
    made.set(name, undefined);
    const left = { tries: TRIES, members: MOST_MEMBERS };
    levels += 1;
    const value = sampleValue([referenceTo(name)], { ...MAKING, ...samples, random: randomOf(0), left, make: part });
    levels -= 1;
    made.set(name, left.tries === TRIES && left.members > 0 ? value : undefined);
    return made.get(name);
  };
  const part: Making["make"] = (schemas, making) => {
    const [only] = schemas;
    if (schemas.length !== 1 || !isObject(only)) return sampleValue(schemas, making);
    const name = referenceOf(only);
    if (name !== undefined) return sampleOfType(name);
    const { anyOf: forms } = only;
    const beside = Array.isArray(forms) ? forms.find((form) => form.type !== "null") : undefined;
    return beside === undefined ? sampleValue(schemas, making) : part([beside], making);
  };
  return (name) => {
    const whole = sampleOfType(name);
    const check = checkOf(name);
    if (whole === undefined || check === undefined) return false;
    return together(breaksOf(samples, name, whole, false)).every((breaks) => {
      const broken = withBreaks(whole, breaks);
      const issues = new Set(check(broken).map(({ keyword, pointer }) => `${keyword} ${pointer}`));
      return breaks.every(({ keyword, pointer }) => issues.has(`${keyword} ${pointer}`));
    });
  };
}

/** The value with each break at its place. Breaks of one object are made in one copy of it: there can be thousands of members. */
function withBreaks(whole: unknown, breaks: readonly LocatedBreak[]): unknown {
  if (breaks.length === 1 || !isObject(whole)) return breaks.reduce((value, { path, instead }) => replaced(value, path, instead), whole);
  const members = new Map(Object.entries(whole));
  for (const { path, instead } of breaks) {
    const [key = "", ...rest] = path;
    const inner = replaced(members.get(key), rest, instead);
    if (inner === undefined) members.delete(key);
    else members.set(key, inner);
  }
  return Object.fromEntries(members);
}

const MAKING = { size: 2, isFull: true, depth: 0, inside: [] };

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
