// What is wrong with an object's members and an array's items.
import type { Schema } from "../contract.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { typeTest } from "../keywords/type.ts";
import { code, type Code } from "../lib/code.ts";
import { always, and, type Expression, never, not, or } from "../lib/expression.ts";
import { guarded, issueLine, requiredLine, type Subject, type Telling } from "./telling.ts";
import { block, type Chain, chainLines, isLive, type Link } from "./lines.ts";
import { type Frame, frameOf, headOf, isOwn, type Loop, loopOf } from "./loops.ts";
import { type Member, membersOf, referredMembers } from "./members.ts";
import { descend } from "./place.ts";
import { below } from "./position.ts";
import { gating, nameSteps } from "./steps.ts";
import { FIELD, isAbsent, isThere, type Locals, localsOf, namedFor, readInto } from "./subject.ts";
import { countLines, itemName, nameCondition } from "./tests.ts";
import { condition } from "./conditions.ts";
import { isWalked } from "./walked.ts";

/** The lines for members and items, each kind where the types allow it. */
export function insideLines(
  schema: Schema,
  steps: readonly Step[],
  types: readonly JsonType[] | null,
  subject: Subject,
  telling: Telling,
): readonly Code[] {
  const inside = (gate: "object" | "array", lines: readonly Code[]): readonly Code[] => {
    const how = gating(gate, types);
    if (how === "idle" || lines.length === 0) return [];
    return how === "sure" ? lines : block(code`if (${typeTest(gate, subject.variable, telling).code})`, lines);
  };
  return [
    ...inside("object", objectLines(schema, steps, subject, telling)),
    ...inside("array", arrayLines(schema, steps, subject, telling)),
  ];
}

function objectLines(schema: Schema, steps: readonly Step[], subject: Subject, telling: Telling): readonly Code[] {
  const members = membersOf(steps);
  const referred = new Set(referredMembers(steps));
  const locals = localsOf([...referred, ...members.map(({ name }) => name)], subject.variable, subject.loops);
  return [
    ...[...referred].map((name) => locals.read(name, telling)),
    ...members.flatMap((member) => memberLines(member, locals, referred.has(member.name), subject, telling)),
    ...steps.flatMap((step) => {
      if (step.kind === "dependent") return dependentLines(step, locals, subject, telling);
      if (step.kind === "required-with") {
        const missing = { ...subject, position: below(subject.position, { kind: "name", text: step.name }) };
        const fails = and([isThere(locals.of(step.other)), isAbsent(locals.of(step.name))]);
        return chainLines([{ when: fails, then: [issueLine(missing, "dependentRequired", step.says, telling)] }]);
      }
      return loopLines(step, "object", schema, subject, telling);
    }),
  ];
}

/** The lines for a member, which may have been read before. Where it is walked into it has a variable of its own; else each rule is a line. */
function memberLines({ name, required, part }: Member, locals: Locals, isRead: boolean, outer: Subject, telling: Telling): readonly Code[] {
  const position = below(outer.position, { kind: "name", text: name });
  const value = isRead ? locals.of(name) : locals.value(name, telling);
  const missing = (read: Code): Link => ({
    when: isAbsent(read),
    then: required === null ? [] : [issueLine({ ...outer, position }, "required", required.says, telling)],
  });
  if (part === null) return chainLines([missing(value)]);
  const hasVariable = isRead || isWalked(part.schema, telling);
  const variable = hasVariable ? locals.of(name) : FIELD;
  const subject = { ...outer, variable, position, place: descend(outer.place, part.at) };
  const setting = namedFor(locals.of(name), telling);
  const chains = telling
    .explain(part.schema, subject, setting)
    .map((chain) => chain.filter(isLive))
    .filter((chain) => chain.length > 0);
  if (hasVariable) {
    const lines = required === null ? presentLines(isThere(variable), chains) : requiredLines(missing(variable), chains);
    return isRead || lines.length === 0 ? lines : [locals.read(name, telling), ...lines];
  }
  const [first, ...others] = chains;
  if (first === undefined) return required === null ? [] : chainLines([missing(value)]);
  telling.useField();
  const [head, ...rest] = first;
  const read = readInto(value);
  if (required !== null) {
    const both = head?.asksType === undefined ? null : requiredLine(subject, head.asksType, telling);
    if (both !== null && head !== undefined && head.when !== null)
      return linesOf([[{ when: or([isAbsent(read), head.when]), then: [both] }, ...rest], ...others.map(ifThere)]);
    return linesOf([[missing(read), ...first], ...others.map(ifThere)]);
  }
  return linesOf([
    [{ ...head, when: and([isThere(read), head?.when ?? always]), then: head?.then ?? [] }, ...ifThere(rest)],
    ...others.map(ifThere),
  ]);
}

const linesOf = (chains: readonly Chain[]): readonly Code[] => chains.flatMap(chainLines);

/** A chain for what is there, once it is read. */
const ifThere = (chain: Chain): Chain =>
  chain.map((link) => (link.impliesThere === true ? link : { ...link, when: and([isThere(FIELD), link.when ?? always]) }));

/** The chains of a required member that has a variable. */
function requiredLines(missing: Link, chains: readonly Chain[]): readonly Code[] {
  const [only, ...others] = chains;
  if (only === undefined) return chainLines([missing]);
  return chainLines(others.length === 0 ? [missing, ...only] : [missing, { when: null, then: linesOf(chains) }]);
}

/** Chains for what is there. */
const presentLines = (isPresent: Expression, chains: readonly Chain[]): readonly Code[] =>
  chains.length === 0 ? [] : chainLines(guarded(isPresent, chains));

function dependentLines(step: Step & { readonly kind: "dependent" }, locals: Locals, subject: Subject, telling: Telling): readonly Code[] {
  const inside = { ...subject, place: descend(subject.place, step.at) };
  return presentLines(isThere(locals.of(step.name)), telling.explain(step.schema, inside, { ...telling, written: false }));
}

function arrayLines(schema: Schema, steps: readonly Step[], subject: Subject, telling: Telling): readonly Code[] {
  return steps.flatMap((step) => {
    if (step.kind === "contains")
      return countLines(step, frameOf(subject.variable, subject.loops), telling, (holds, isLeast) => {
        const line = issueLine(
          subject,
          isLeast && step.least !== 1 ? "minContains" : isLeast ? "contains" : "maxContains",
          isLeast ? step.says.least : step.says.most,
          telling,
        );
        return chainLines([{ when: not(holds), then: [line] }]);
      });
    if (step.kind !== "prefix") return loopLines(step, "array", schema, subject, telling);
    const item = itemName(subject.variable, step.index);
    const position = below(subject.position, { kind: "index", number: step.index });
    const chains = telling.explain(step.schema, { ...subject, variable: item, position, place: descend(subject.place, step.at) }, telling);
    const lines = presentLines(isThere(item), chains);
    return lines.length === 0 ? [] : [code`const ${item} = ${subject.variable}[${step.index}];`, ...lines];
  });
}

function loopLines(step: Step, gate: "object" | "array", schema: Schema, subject: Subject, telling: Telling): readonly Code[] {
  const frame = frameOf(subject.variable, subject.loops);
  const loop = loopOf(step, schema, frame, telling);
  if (loop === null || (loop.over === "items") !== (gate === "array") || loop.applies === never) return [];
  const { head, variable, read } = headOf(loop, frame);
  const chains = loop.over === "names" ? nameChains(loop, frame, subject, telling) : innerChains(loop, frame, variable, subject, telling);
  const lines = chains.length === 0 ? [] : loopedLines(loop, frame, chains, variable, telling);
  const isRead = read !== null && lines.some(({ text }) => new RegExp(`\\b${variable.text}\\b`).test(text));
  return lines.length === 0 ? [] : [...loop.before, ...block(head, isRead ? [code`const ${variable} = ${read};`, ...lines] : lines)];
}

/** The lines inside a loop. Over members, whether a name is inherited is asked last, when something is wrong. */
function loopedLines(
  { over, applies, schema }: Loop,
  frame: Frame,
  chains: readonly Chain[],
  variable: Code,
  telling: Telling,
): readonly Code[] {
  if (over === "items")
    return chainLines(applies === always ? [{ when: null, then: chains.flatMap(chainLines) }] : guarded(applies, chains));
  const [only, ...others] = chains;
  if (only?.length === 1 && others.length === 0) {
    const [{ when, then }] = [only[0] ?? { when: never, then: [] }];
    return chainLines([{ when: and([applies, when ?? always, isOwn(frame)]), then }]);
  }
  const fails = not(over === "names" ? nameCondition(schema, variable, telling) : condition(schema, variable, telling));
  // What fails is told by one of the links: where the others do not, the last one does.
  const last = only?.at(-1);
  const told = others.length > 0 || only === undefined || last === undefined ? chains : [[...only.slice(0, -1), { ...last, when: null }]];
  return chainLines([{ when: and([applies, fails, isOwn(frame)]), then: told.flatMap(chainLines) }]);
}

function innerChains(loop: Loop, frame: Frame, variable: Code, subject: Subject, telling: Telling): readonly Chain[] {
  const isItem = loop.over === "items";
  const inner: Subject = {
    variable,
    position: below(subject.position, { kind: isItem ? "any-index" : "any-name", variable: isItem ? frame.index : frame.name }),
    place: descend(subject.place, loop.at),
    loops: subject.loops + 1,
  };
  if (loop.schema === false) return [[{ when: null, then: [issueLine(inner, loop.keyword, loop.says, telling, "")] }]];
  return telling.explain(loop.schema, inner, telling);
}

function nameChains({ schema, at, keyword, says }: Loop, { name }: Frame, subject: Subject, telling: Telling): readonly Chain[] {
  const position = below(subject.position, { kind: "any-name", variable: name });
  const inner: Subject = { variable: name, position, place: descend(subject.place, at), loops: subject.loops + 1 };
  if (schema === false) return [[{ when: null, then: [issueLine(inner, keyword, says, telling, "")] }]];
  if (telling.routines.of(schema) !== undefined) return telling.explain(schema, inner, telling);
  const { steps, types } = nameSteps(schema);
  return telling.explainLeaf(steps, { ...inner, isName: true }, telling, types);
}
