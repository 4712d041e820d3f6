// The fast half of a validator: the statements of `isFoo(value)`.
import type { Schema } from "../contract.ts";
import type { Step } from "../keywords/keyword.ts";
import { typeTest } from "../keywords/type.ts";
import { code, identifier, type Code } from "../lib/code.ts";
import { always, and, asConjunct, comparison, type Expression, never, not, or } from "../lib/expression.ts";
import { around, condition, conditions, type Setting } from "./conditions.ts";
import { block, indented } from "./lines.ts";
import { type Frame, frameOf, headOf, isOwn, type Loop, loopOf } from "./loops.ts";
import type { Routine } from "./routines.ts";
import { assertedTypes, gating, nameSteps, settledValues } from "./steps.ts";
import { type Member, membersOf, referredMembers, refusesUndefined } from "./members.ts";
import { FIELD, isAbsent, isThere, type Locals, localsOf, namedFor, readInto } from "./subject.ts";

const VALUE = code`value`;
const WHOLE: Tested = { variable: VALUE, loops: 0 };

/** The variable of the item that stands at a place of a subject: `item1`, `pairItem1`. */
export const itemName = (subject: Code, index: number): Code =>
  identifier(subject.text === "value" ? `item${index + 1}` : `${subject.text}Item${index + 1}`);

/** A variable that is tested, and how many loops it stands in. */
interface Tested {
  readonly variable: Code;
  readonly loops: number;
}

/** The statements of `isFoo(value)`, without indentation. */
export function isStatements({ schema, steps }: Routine, outer: Setting): readonly Code[] {
  const setting = around(steps, outer);
  const types = assertedTypes(steps);
  // Other declarations' tests come last: they narrow the value's type to their own, and members could not be reached after them.
  const isOther = ({ kind }: Step): boolean => kind === "reference" || kind === "branches" || kind === "not" || kind === "choice";
  const before = conditions(
    steps.filter((step) => !isOther(step)),
    VALUE,
    setting,
    types,
  ).filter((part) => part !== always);
  const after = conditions(steps.filter(isOther), VALUE, setting, types).filter((part) => part !== always);
  if ([...before, ...after].includes(never)) return [code`return false;`];
  const inside = insideLines(schema, steps, setting);
  return inside.length === 0 ? returned([...before, ...after]) : reachable([...refuseUnless(and(before)), ...inside, ...returned(after)]);
}

/** The lines for members and items, each kind where the types allow it. */
function insideLines(schema: Schema, steps: readonly Step[], setting: Setting): readonly Code[] {
  const types = assertedTypes(steps);
  // A list of scalars leaves nothing to look into.
  if (settledValues(steps) !== null) return [];
  return (["object", "array"] as const).flatMap((gate) => {
    const how = gating(gate, types);
    if (how === "idle") return [];
    const lines = reachable(gate === "object" ? objectLines(schema, steps, setting) : arrayLines(schema, steps, setting));
    return how === "sure" ? lines : block(code`if (${typeTest(gate, VALUE, setting).code})`, lines);
  });
}

/** The lines for a list or map inside another value, where they need no function of their own; null elsewhere. */
function loopsWithin(schema: Schema, tested: Tested, setting: Setting): readonly Code[] | null {
  const routine = setting.routines.of(schema);
  if (routine === undefined || !routine.isLoop) return null;
  const { steps } = routine;
  return [
    ...refuseUnless(and(conditions(steps, tested.variable, setting))),
    ...steps
      .filter((step) => overMembers(step) === (assertedTypes(steps)?.[0] === "object"))
      .flatMap((step) => loopLines(step, schema, tested, setting)),
  ];
}

/** The lines up to one that always refuses: what follows could not be reached. */
function reachable(lines: readonly Code[]): readonly Code[] {
  const end = lines.findIndex(({ text }) => text === "return false;");
  return end === -1 ? lines : lines.slice(0, end + 1);
}

const refuseUnless = (part: Expression): readonly Code[] =>
  part === always ? [] : [part === never ? code`return false;` : code`if (${not(part).code}) return false;`];

/** `return a;`, or one condition a line. */
function returned(parts: readonly Expression[]): readonly Code[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [code`return true;`];
  if (rest.length === 0) return [code`return ${first.code};`];
  const lines = parts.map((part, index) => (index < rest.length ? code`${asConjunct(part)} &&` : asConjunct(part)));
  return [code`return (`, ...indented(lines), code`);`];
}

function objectLines(schema: Schema, steps: readonly Step[], setting: Setting): readonly Code[] {
  const members = membersOf(steps);
  const referred = new Set(referredMembers(steps));
  const locals = localsOf([...referred, ...members.map(({ name }) => name)], VALUE);
  return [
    ...[...referred].map((name) => locals.read(name, setting)),
    ...members.flatMap((member) => memberLines(member, locals, referred.has(member.name), setting)),
    ...steps.flatMap((step) => {
      if (step.kind === "required-with") return refuseUnless(or([isAbsent(locals.of(step.other)), isThere(locals.of(step.name))]));
      if (step.kind === "dependent") return refuseUnless(or([isAbsent(locals.of(step.name)), condition(step.schema, VALUE, setting)]));
      return overMembers(step) ? loopLines(step, schema, WHOLE, setting) : [];
    }),
  ];
}

/** The lines for a member, which may have been read before. One that is not walked into is one line. */
function memberLines({ name, required, part }: Member, locals: Locals, isRead: boolean, outer: Setting): readonly Code[] {
  const variable = locals.of(name);
  const loops = part === null ? null : loopsWithin(part.schema, { variable, loops: 0 }, outer);
  if (loops !== null) {
    const lines = required === null ? block(code`if (${isThere(variable).code})`, loops) : loops;
    return isRead ? lines : [locals.read(name, outer), ...lines];
  }
  const value = isRead ? variable : locals.value(name, outer);
  if (part === null) return refuseUnless(isThere(value));
  const setting = namedFor(variable, outer);
  const subject = isRead ? variable : FIELD;
  const test = condition(part.schema, subject, setting);
  const isSure = required !== null && test !== always && refusesUndefined(part.schema, setting.routines);
  if (isSure && (isRead || test.code.text.match(FIELD_NAME)?.length === 1))
    return refuseUnless(isRead ? test : condition(part.schema, value, setting));
  if (test === always) return required === null ? [] : refuseUnless(isThere(value));
  if (test === never) return refuseUnless(required === null ? isAbsent(value) : never);
  const read = isRead ? variable : readInto(value);
  if (!isRead) setting.useField();
  return refuseUnless(required === null ? or([isAbsent(read), test]) : and([isThere(read), test]));
}

/** A value that is looked at once need not be read into a variable. */
const FIELD_NAME = /\bfield\b/g;

function arrayLines(schema: Schema, steps: readonly Step[], setting: Setting): readonly Code[] {
  return steps.flatMap((step) => {
    if (step.kind === "contains") return countLines(step, frameOf(VALUE, 0), setting, refuseUnless);
    if (step.kind !== "prefix") return overMembers(step) ? [] : loopLines(step, schema, WHOLE, setting);
    const item = itemName(VALUE, step.index);
    return [code`const ${item} = value[${step.index}];`, ...refuseUnless(or([isAbsent(item), condition(step.schema, item, setting)]))];
  });
}

/** The statements that count items of a kind and judge the number. */
export function countLines(
  { least, most, schema }: Step & { readonly kind: "contains" },
  { subject, item, matching }: Frame,
  setting: Setting,
  judge: (holds: Expression, isLeast: boolean) => readonly Code[],
): readonly Code[] {
  if (least === 0 && most === null) return [];
  const test = condition(schema, item, setting);
  const counted =
    test === always
      ? [code`const ${matching} = ${subject}.length;`]
      : [
          code`let ${matching} = 0;`,
          ...block(code`for (const ${item} of ${subject})`, block(code`if (${test.code})`, [code`${matching} += 1;`])),
        ];
  return [
    ...counted,
    ...(least === 0 ? [] : judge(comparison(code`${matching} >= ${least}`), true)),
    ...(most === null ? [] : judge(comparison(code`${matching} <= ${most}`), false)),
  ];
}

const overMembers = (step: Step): boolean =>
  step.kind === "pattern" || step.kind === "others" || step.kind === "names" || (step.kind === "unevaluated" && step.of === "object");

function loopLines(step: Step, schema: Schema, { variable: subject, loops }: Tested, setting: Setting): readonly Code[] {
  const frame = frameOf(subject, loops);
  const loop = loopOf(step, schema, frame, setting);
  return loop === null ? [] : [...loop.before, ...refusals(loop, frame, loops, setting)];
}

function refusals(loop: Loop, frame: Frame, loops: number, setting: Setting): readonly Code[] {
  if (loop.schema === false && loop.applies === always && loop.over === "items")
    return [code`if (${frame.subject}.length > ${loop.from}) return false;`];
  const { head, variable, read } = headOf(loop, frame);
  const within =
    loop.over === "items" && loop.applies === always ? loopsWithin(loop.schema, { variable, loops: loops + 1 }, setting) : null;
  if (within !== null) return block(head, [code`const ${variable} = ${read ?? variable};`, ...within]);
  const fails = and([
    loop.applies,
    not(loop.over === "names" ? nameCondition(loop.schema, variable, setting) : condition(loop.schema, variable, setting)),
  ]);
  const refused = loop.over === "items" ? fails : and([fails, isOwn(frame)]);
  const last = code`if (${refused.code}) return false;`;
  const isUsed = read !== null && new RegExp(`\\b${variable.text}\\b`).test(fails.code.text);
  return isUsed ? block(head, [code`const ${variable} = ${read};`, last]) : [code`${head} ${last}`];
}

/** The test of a member's name, which is a text. */
export function nameCondition(schema: Schema, variable: Code, setting: Setting): Expression {
  if (setting.routines.of(schema) !== undefined) return condition(schema, variable, setting);
  const { steps, types } = nameSteps(schema);
  return and(conditions(steps, variable, setting, types));
}
