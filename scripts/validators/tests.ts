// The fast half of a validator: the statements of `isFoo(value)`.
import type { Schema } from "../contract.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { typeTest } from "../keywords/type.ts";
import { code, identifier, type Code } from "../lib/code.ts";
import { always, and, asConjunct, comparison, type Expression, never, not, or } from "../lib/expression.ts";
import { condition, conditions, type Setting } from "./conditions.ts";
import { block, indented } from "./lines.ts";
import { type Frame, frameOf, headOf, isOwn, type Loop, loopOf } from "./loops.ts";
import type { Routine } from "./routines.ts";
import { assertedTypes, gating, nameSteps, settledValues, stepsOf } from "./steps.ts";
import { type Member, membersOf, referredMembers, refusesUndefined } from "./members.ts";
import { isAbsent, isThere, localsOf } from "./subject.ts";

const VALUE = code`value`;

/** The variable of the item that stands at a place of a subject: `item1`, `pairItem1`. */
export const itemName = (subject: Code, index: number): Code =>
  identifier(subject.text === "value" ? `item${index + 1}` : `${subject.text}Item${index + 1}`);

/** What is tested of an object's members or an array's items. */
interface Inside {
  readonly gate: "object" | "array";
  readonly lines: readonly Code[];
}

/** The statements of `isFoo(value)`, without indentation. */
export function isStatements({ schema, steps }: Routine, setting: Setting): readonly Code[] {
  const types = assertedTypes(steps);
  const isScalar = settledValues(steps) !== null;
  // Other declarations' tests come last: they narrow the value's type to their own, and members could not be reached after them.
  const isOther = ({ kind }: Step): boolean => kind === "reference" || kind === "branches" || kind === "not" || kind === "choice";
  const before = conditions(
    steps.filter((step) => !isOther(step)),
    VALUE,
    setting,
    types,
  ).filter((part) => part !== always);
  const after = conditions(steps.filter(isOther), VALUE, setting, types).filter((part) => part !== always);
  const insides: readonly Inside[] = isScalar
    ? []
    : [
        { gate: "object", lines: objectLines(schema, steps, setting) },
        { gate: "array", lines: arrayLines(schema, steps, setting) },
      ];
  const needed = insides.filter(({ gate, lines }) => gating(gate, types) !== "idle" && lines.length > 0);
  if ([...before, ...after].includes(never)) return [code`return false;`];
  if (needed.length === 0) return returned([...before, ...after]);
  return [
    ...refuseUnless(and(before)),
    ...needed.flatMap(({ gate, lines }) =>
      gating(gate, types) === "sure" ? lines : block(code`if (${typeTest(gate, VALUE, setting).code})`, lines),
    ),
    ...returned(after),
  ];
}

const refuseUnless = (part: Expression): readonly Code[] => (part === always ? [] : [code`if (${not(part).code}) return false;`]);

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
    ...members.flatMap((member) => [
      ...(referred.has(member.name) ? [] : [locals.read(member.name, setting)]),
      ...refuseUnless(memberCondition(member, locals.of(member.name), setting)),
    ]),
    ...steps.flatMap((step) => {
      if (step.kind === "required-with") return refuseUnless(or([isAbsent(locals.of(step.other)), isThere(locals.of(step.name))]));
      if (step.kind === "dependent") return refuseUnless(or([isAbsent(locals.of(step.name)), condition(step.schema, VALUE, setting)]));
      return loopLines(step, "object", schema, setting);
    }),
  ];
}

function memberCondition({ required, part }: Member, variable: Code, setting: Setting): Expression {
  if (part === null) return isThere(variable);
  const test = condition(part.schema, variable, setting);
  if (required === null) return or([isAbsent(variable), test]);
  return refusesUndefined(part.schema, stepsOf) && test !== always ? test : and([isThere(variable), test]);
}

function arrayLines(schema: Schema, steps: readonly Step[], setting: Setting): readonly Code[] {
  return steps.flatMap((step) => {
    if (step.kind === "contains") return countLines(step, frameOf(VALUE, 0), setting, refuseUnless);
    if (step.kind !== "prefix") return loopLines(step, "array", schema, setting);
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

function loopLines(step: Step, gate: JsonType, schema: Schema, setting: Setting): readonly Code[] {
  const frame = frameOf(VALUE, 0);
  const loop = loopOf(step, schema, frame, setting);
  return loop === null || (loop.over === "items") !== (gate === "array") ? [] : [...loop.before, ...refusals(loop, frame, setting)];
}

function refusals(loop: Loop, frame: Frame, setting: Setting): readonly Code[] {
  if (loop.schema === false && loop.applies === always && loop.over === "items")
    return [code`if (value.length > ${loop.from}) return false;`];
  const { head, variable, read } = headOf(loop, frame);
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
