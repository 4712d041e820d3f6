// The explaining half of a validator: the same steps as statements that collect what is wrong.
import type { Schema } from "../contract.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { typeTest } from "../keywords/type.ts";
import { code, identifier, join, stringLiteral, type Code } from "../lib/code.ts";
import { always, and, equal, type Expression, never, not, unequal } from "../lib/expression.ts";
import { condition, type Setting, typesTest } from "./conditions.ts";
import type { Routine } from "./routines.ts";
import { assertedTypes, gating, isLeaf, nameSteps, nullableOf, settledValues, stepsOf } from "./steps.ts";
import { isPresent, memberOf } from "./subject.ts";

/** What is being checked: the expression, the path from the routine's value to it, and when it is there at all. */
interface Subject {
  readonly code: Code;
  readonly path: readonly Code[];
  readonly present: Expression;
  /** Whether the type has been tested before, so that only a value of the right type comes here. */
  readonly proven: boolean;
}

/** What is said of a member's name stands at the member, so it must speak of the name. */
export const ofName = (says: string): string => `be named otherwise: its name must ${says}`;

const problem = (keyword: string, says: string | Code, path: readonly Code[], { use }: Setting): Code =>
  code`${use("problem")}(found, ${join([stringLiteral(keyword), typeof says === "string" ? stringLiteral(says) : says, ...path], code`, `)})`;

const when = (fails: Expression, statement: Code): readonly Code[] =>
  fails === never ? [] : fails === always ? [statement] : [code`if (${fails.code}) ${statement}`];

const callCheck = (routine: Routine, subject: Code, deep: boolean): Code =>
  routine.recursive && deep
    ? code`check${identifier(routine.name)}(${subject}, depth + 1)`
    : code`check${identifier(routine.name)}(${subject})`;

/** Takes a routine's problems over, under the path of the subject. */
function taken(routine: Routine, subject: Subject, setting: Setting): readonly Code[] {
  const inner = callCheck(routine, subject.code, setting.deep);
  const [key] = subject.path;
  const statement =
    key === undefined
      ? code`found = ${setting.use("also")}(found, ${inner});`
      : code`found = ${setting.use("within")}(found, ${key}, ${inner});`;
  return when(subject.present, statement);
}

/** The statements for a schema on a subject: a call of its routine where it has one. */
function check(schema: Schema, subject: Subject, setting: Setting): readonly Code[] {
  const routine = setting.routines.of(schema);
  return routine === undefined ? leafChecks(stepsOf(schema), subject, setting) : taken(routine, subject, setting);
}

function leafChecks(
  steps: readonly Step[],
  subject: Subject,
  setting: Setting,
  types: readonly JsonType[] | null = assertedTypes(steps),
): readonly Code[] {
  const fail = (keyword: string, says: string | Code): Code => code`found = ${problem(keyword, says, subject.path, setting)};`;
  return steps.flatMap((step): readonly Code[] => {
    switch (step.kind) {
      case "never":
        return when(subject.present, fail("false", step.says));
      case "type":
        return when(and([subject.present, not(typesTest(step.types, subject.code, setting.use))]), fail("type", step.says));
      case "reference": {
        const routine = setting.routines.named(step.name);
        return routine === undefined ? [] : taken(routine, subject, setting);
      }
      case "test": {
        const idle = settledValues(steps) !== null && (step.gate === "array" || step.gate === "object");
        const applies = idle ? never : applicable(step.gate, types, subject, setting);
        return applies === never
          ? []
          : when(and([applies, not(step.holds(subject.code, setting.use))]), fail(step.keyword, step.saidBy ?? step.says));
      }
      case "branches": {
        const inner = nullableOf(step);
        const notNull = and([subject.present, unequal(subject.code, code`null`)]);
        return inner === undefined || !isLeaf(stepsOf(inner))
          ? []
          : leafChecks(withoutNull(stepsOf(inner)), { ...subject, present: notNull, proven: false }, setting);
      }
      default:
        return [];
    }
  });
}

/** Steps for a value that is not null any more. */
const withoutNull = (steps: readonly Step[]): readonly Step[] =>
  steps.map((step) =>
    step.kind === "type" && step.types.length > 1 ? { ...step, types: step.types.filter((type) => type !== "null") } : step,
  );

/** When a test is to be made at all: on values of its type, and not where the type is wrong already. */
function applicable(
  gate: JsonType | null,
  types: readonly JsonType[] | null,
  { code: subject, present, proven }: Subject,
  { use }: Setting,
): Expression {
  if (proven && (gate === null || gating(gate, types) === "sure")) return always;
  if (gate === null) return types === null ? present : typesTest(types, subject, use);
  return gating(gate, types) === "idle" ? never : typeTest(gate, subject, use);
}

function memberChecks(steps: readonly Step[], setting: Setting): readonly Code[] {
  const value = code`value`;
  return steps.flatMap((step): readonly Code[] => {
    if (step.kind === "required")
      return when(not(isPresent(value, step.name)), code`found = ${problem("required", step.says, [stringLiteral(step.name)], setting)};`);
    if (step.kind !== "property") return [];
    const subject = {
      code: memberOf(value, step.name, setting.use),
      path: [stringLiteral(step.name)],
      present: isPresent(value, step.name),
      proven: false,
    };
    return check(step.schema, subject, setting);
  });
}

/** Statements under a head: one simple statement stands on its line. */
const block = (head: Code, statements: readonly Code[]): readonly Code[] => {
  const [only] = statements;
  if (only === undefined) return [];
  return statements.length === 1 && !/^(for|if) .*\{$/.test(only.text)
    ? [code`${head} ${only}`]
    : [code`${head} {`, ...statements.map((statement) => code`  ${statement}`), code`}`];
};

function loopChecks(step: Step, setting: Setting): readonly Code[] {
  const keyed = (subject: Code): Subject => ({ code: subject, path: [code`name`], present: always, proven: false });
  if (step.kind === "items") {
    const subject = { code: code`item`, path: [code`index`], present: always, proven: false };
    return block(code`for (const [index, item] of value.entries())`, check(step.schema, subject, setting));
  }
  if (step.kind === "names" && setting.routines.of(step.schema) !== undefined)
    return block(code`for (const name of Object.keys(value))`, check(step.schema, keyed(code`name`), setting));
  if (step.kind === "names") {
    const { steps, types, proven } = nameSteps(step.schema);
    const told = steps.map((one) => ("says" in one ? { ...one, says: ofName(one.says) } : one));
    return block(code`for (const name of Object.keys(value))`, leafChecks(told, { ...keyed(code`name`), proven }, setting, types));
  }
  if (step.kind !== "others") return [];
  const unnamed = step.named.map((name) => code`name !== ${stringLiteral(name)}`);
  const statements =
    step.schema === false
      ? [code`found = ${problem("additionalProperties", step.says, [code`name`], setting)};`]
      : check(step.schema, keyed(code`value[name]`), setting);
  return block(
    code`for (const name of Object.keys(value))`,
    unnamed.length === 0 ? statements : block(code`if (${join(unnamed, code` && `)})`, statements),
  );
}

function branchChecks(step: Step & { readonly kind: "branches" }, setting: Setting): readonly Code[] {
  const subject: Subject = { code: code`value`, path: [], present: always, proven: false };
  if (step.keyword === "allOf") return step.schemas.flatMap((schema) => check(schema, subject, setting));
  const inner = nullableOf(step);
  // Where the inner schema is a leaf, leafChecks has told of it already.
  if (inner !== undefined)
    return isLeaf(stepsOf(inner)) ? [] : block(code`if (${unequal(code`value`, code`null`).code})`, check(inner, subject, setting));
  const checks = step.schemas.flatMap((schema) => {
    const [only] = stepsOf(schema);
    const routine = setting.routines.of(schema) ?? (only?.kind === "reference" ? setting.routines.named(only.name) : undefined);
    return routine === undefined ? [] : [callCheck(routine, code`value`, setting.deep)];
  });
  const arguments_ = join([stringLiteral(step.keyword), stringLiteral(step.says), ...checks], code`, `);
  const nearest = code`found = ${setting.use("nearest")}(found, ${arguments_});`;
  if (step.keyword === "anyOf") return [nearest];
  const passing = join(
    step.schemas.map((schema) => code`Number(${condition(schema, code`value`, setting).code})`),
    code` + `,
  );
  return [code`if (${equal(passing, code`1`).opposite ?? passing}) ${nearest}`];
}

/** The statements of `checkFoo(value)` between `let found` and `return found`, and what ends it at once. */
export function checkStatements(
  routine: Routine,
  setting: Setting,
): { readonly guard: readonly Code[]; readonly statements: readonly Code[] } {
  const { steps } = routine;
  const value = code`value`;
  const types = assertedTypes(steps);
  const subject: Subject = { code: value, path: [], present: always, proven: false };
  // A list of scalars leaves nothing to look into.
  const isScalar = settledValues(steps) !== null;
  const members = memberChecks(steps, setting);
  const inside = (gate: "object" | "array", statements: readonly Code[]): readonly Code[] => {
    const how = gating(gate, types);
    if (isScalar || how === "idle" || statements.length === 0) return [];
    return how === "sure" ? statements : block(code`if (${typeTest(gate, value, setting.use).code})`, statements);
  };
  const rest = [
    ...inside("object", members),
    ...steps.flatMap((step) => inside(step.kind === "items" ? "array" : "object", loopChecks(step, setting))),
    ...steps.flatMap((step) => (step.kind === "branches" ? branchChecks(step, setting) : [])),
  ];
  const leaf = leafChecks(steps, subject, setting);
  const [type] = steps;
  if (rest.length === 0 || type?.kind !== "type") return { guard: [], statements: [...leaf, ...rest] };
  // Where the type is wrong nothing else is worth saying, and what follows may rely on it.
  const ends = code`if (${not(typesTest(type.types, value, setting.use)).code}) return ${setting.use("problem")}(undefined, "type", ${stringLiteral(type.says)});`;
  return {
    guard: [ends],
    statements: [
      ...leafChecks(
        steps.filter((step) => step !== type),
        { ...subject, proven: true },
        setting,
        types,
      ),
      ...rest,
    ],
  };
}
