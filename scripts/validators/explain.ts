// The explaining half of a validator: the same steps as statements that add what is wrong to a list.
import type { Schema } from "../contract.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { typeTest } from "../keywords/type.ts";
import { alternatives } from "../keywords/words.ts";
import { code, join, stringLiteral, type Code } from "../lib/code.ts";
import { always, and, not, unequal } from "../lib/expression.ts";
import { around, callTest, condition, conditions, isWrittenOut, typesTest } from "./conditions.ts";
import { insideLines } from "./explain-inside.ts";
import { type Chain, chainLines } from "./lines.ts";
import { descend } from "./place.ts";
import { linkCode, placeArguments } from "./position.ts";
import type { Routine } from "./routines.ts";
import { isWritten, routineApart } from "./walked.ts";
import { guardedEach, issueLine, locationCode, type Subject, type Telling } from "./telling.ts";
import { assertedTypes, coveredBy, gating, nullableOf, settledValues, stepsOf } from "./steps.ts";

/** The chains of `if`s that explain a schema: its routine's are written out or called. */
export function explain(schema: Schema, subject: Subject, telling: Telling): readonly Chain[] {
  const steps = stepsOf(schema);
  const routine = routineApart(schema, telling);
  return routine === undefined ? leafChains(steps, subject, telling) : [routineChain(routine, subject, telling)];
}

/** The chain for a schema with functions of its own. */
function routineChain(routine: Routine, subject: Subject, telling: Telling): Chain {
  if (isWritten(routine, telling)) return writtenChain(routine, subject, telling);
  const call = [code`found = ${calledCheck(routine, code`found`, subject, telling)};`];
  // In loops the test comes first, so that what is right costs no place; members are gone through once. Around what is called again and again, the test
  // comes with it.
  const isUntested = subject.loops === 0 || (routine.recursive && telling.deep);
  return [{ when: isUntested ? null : not(callTest(routine, subject.variable, telling)), then: call }];
}

/** A call of a routine's check: its value, the list to add to, its place, and in recursive types how deep it stands. */
function calledCheck({ name, recursive }: Routine, list: Code, { variable, position }: Subject, { deep, call, use }: Telling): Code {
  const place = placeArguments(position, use);
  const given = recursive
    ? [place.up, place.key ?? code`undefined`, deep ? code`depth + 1` : code`0`]
    : [place.up, ...(place.key === null ? [] : [place.key])];
  return code`${call(`check${name}`)}(${join([variable, list, ...given], code`, `)})`;
}

/** The chain of a schema with members or items, written out: the wrong type first. */
function writtenChain({ schema, steps }: Routine, subject: Subject, telling: Telling): Chain {
  const types = assertedTypes(steps);
  const lines = bodyLines(schema, steps, subject, telling);
  if (types === null) return [{ when: null, then: lines }];
  const wrong = not(typesTest(types, subject.variable, telling));
  return [
    { when: wrong, then: [issueLine(subject, "type", typeWords(steps), telling)] },
    { when: null, then: lines },
  ];
}

export const typeWords = (steps: readonly Step[]): string => {
  for (const step of steps) if (step.kind === "type") return step.says;
  return "";
};

/** The lines for a value of the right type. */
export function bodyLines(schema: Schema, steps: readonly Step[], subject: Subject, outer: Telling): readonly Code[] {
  const telling = around(steps, outer);
  const types = assertedTypes(steps);
  const isOwn = ({ kind }: Step): boolean => kind !== "type";
  return [
    ...testChains(steps.filter(isOwn), subject, types, types !== null, telling).flatMap(chainLines),
    // A list of scalars leaves nothing to look into.
    ...(settledValues(steps) === null ? insideLines(schema, steps, types, subject, telling) : []),
    ...steps.flatMap((step) => sameValueLines(step, subject, telling)),
  ];
}

/** The chains of a schema without members or items. */
export function leafChains(
  steps: readonly Step[],
  subject: Subject,
  outer: Telling,
  types: readonly JsonType[] | null = assertedTypes(steps),
): readonly Chain[] {
  const telling = around(steps, outer);
  const rest = steps.filter(({ kind }) => kind !== "type");
  const others = rest.flatMap((step) => sameValueChains(step, subject, telling));
  if (types === null || rest.length === steps.length) return [...testChains(rest, subject, types, types !== null, telling), ...others];
  const says = typeWords(steps);
  const wrong = {
    when: not(typesTest(types, subject.variable, telling)),
    then: [issueLine(subject, "type", says, telling)],
    asksType: says,
  };
  const [only, ...more] = testChains(rest, subject, types, true, telling);
  if (more.length === 0) return [[wrong, ...(only ?? [])], ...others];
  // Several rules are a line each, which begins with the type that they are for.
  return [[wrong], ...testChains(rest, subject, types, false, telling), ...others];
}

/** The chains for tests of the value itself. `proven` says that the value is of one of the types. */
function testChains(
  steps: readonly Step[],
  subject: Subject,
  types: readonly JsonType[] | null,
  proven: boolean,
  telling: Telling,
): readonly Chain[] {
  const isSettled = settledValues(steps) !== null;
  return steps.flatMap((step): readonly Chain[] => {
    if (step.kind === "never") return [[{ when: always, then: [issueLine(subject, "false", step.says, telling, "")] }]];
    if (step.kind !== "test" || (isSettled && (step.gate === "array" || step.gate === "object"))) return [];
    const how = step.gate === null ? "sure" : gating(step.gate, types);
    if (how === "idle") return [];
    const { gate } = step;
    const proof =
      types === null || proven
        ? gate === null || how === "sure"
          ? always
          : typeTest(gate, subject.variable, telling)
        : typesTest(gate === null ? types : coveredBy(gate, types), subject.variable, telling);
    const fails = not(step.holds(subject.variable, telling));
    const then = [issueLine(subject, step.keyword, step.saidBy ?? step.says, telling)];
    return [[proof === always ? { when: fails, then } : { when: and([proof, fails]), then, impliesThere: true }]];
  });
}

/** The chains of steps that apply other schemas to the same value, where each is one chain. */
function sameValueChains(step: Step, subject: Subject, telling: Telling): readonly Chain[] {
  switch (step.kind) {
    case "reference": {
      const routine = telling.routines.named(step.name);
      if (routine === undefined) return [];
      const there = { ...subject, place: routine.place };
      // A check of its own would not know that it speaks of a name.
      const isWritten = isWrittenOut(routine, subject.isName === true ? { ...telling, typed: false } : telling);
      return isWritten && !telling.crowded ? leafChains(routine.steps, there, telling) : [routineChain(routine, there, telling)];
    }
    case "not":
      return [[{ when: condition(step.schema, subject.variable, telling), then: [issueLine(subject, "not", step.says, telling)] }]];
    case "branches": {
      const inner = nullableOf(step);
      if (inner === undefined) return [];
      const chains = explain(inner.schema, { ...subject, place: descend(subject.place, inner.at) }, telling);
      return guardedEach(unequal(subject.variable, code`null`), chains);
    }
    default:
      return [];
  }
}

function sameValueLines(step: Step, subject: Subject, telling: Telling): readonly Code[] {
  const { variable } = subject;
  const inside = (at: string): Subject => ({ ...subject, place: descend(subject.place, at) });
  // Parts of the same value are called and not written out: their variables would have the names of those around them.
  const called = { ...telling, written: false };
  if (step.kind === "choice") {
    const test = condition(step.if.schema, variable, telling);
    const then = step.then === null ? [] : explain(step.then.schema, inside("/then"), called).flatMap(chainLines);
    const otherwise = step.else === null ? [] : explain(step.else.schema, inside("/else"), called).flatMap(chainLines);
    return then.length === 0
      ? chainLines([{ when: not(test), then: otherwise }])
      : chainLines([
          { when: test, then },
          { when: null, then: otherwise },
        ]);
  }
  if (step.kind === "reference") return sameValueChains(step, subject, called).flatMap(chainLines);
  if (step.kind !== "branches" || nullableOf(step) !== undefined) return sameValueChains(step, subject, telling).flatMap(chainLines);
  if (step.keyword === "allOf") return step.parts.flatMap(({ schema, at }) => explain(schema, inside(at), called).flatMap(chainLines));
  const fails = not(and(conditions([step], variable, telling)));
  const types = step.keyword === "anyOf" ? step.parts.map(({ schema }) => onlyType(stepsOf(schema))) : [null];
  // Types alone are told in one sentence.
  if (types.every((type) => type !== null))
    return chainLines([{ when: fails, then: [issueLine(subject, step.keyword, `be ${alternatives(types)}`, telling)] }]);
  const forms = step.parts.flatMap(({ schema }) => {
    const [only] = stepsOf(schema);
    const routine = telling.routines.of(schema) ?? (only?.kind === "reference" ? telling.routines.named(only.name) : undefined);
    return routine === undefined ? [] : [calledCheck(routine, code`undefined`, subject, telling)];
  });
  const location = locationCode(descend(subject.place, `/${step.keyword}`).location, telling.here);
  const nearest = code`found = ${telling.use("nearest")}(found, ${linkCode(subject.position, telling.use)}, ${stringLiteral(step.keyword)}, ${location}, ${stringLiteral(step.says)}, [${join(forms, code`, `)}]);`;
  return chainLines([{ when: fails, then: [nearest] }]);
}

/** "a string", for a schema that says nothing else. */
const onlyType = (steps: readonly Step[]): string | null => {
  const [only] = steps;
  return steps.length === 1 && only?.kind === "type" ? only.says.replace(/^be /, "") : null;
};
