// The fast half of a validator: a schema's steps as boolean expressions and loops.
import type { Schema } from "../contract.ts";
import type { Use } from "../helpers.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { typeTest } from "../keywords/type.ts";
import { code, identifier, join, stringLiteral, type Code } from "../lib/code.ts";
import { always, and, asConjunct, atom, equal, type Expression, never, not, or } from "../lib/expression.ts";
import type { Routine, Routines } from "./routines.ts";
import { assertedTypes, gating, isLeaf, nameSteps, nullableOf, settledValues, stepsOf } from "./steps.ts";
import { equals } from "../keywords/equals.ts";
import { isInherited, isPresent, memberOf } from "./subject.ts";

/** What printing needs to know of the rest of the package. */
export interface Setting {
  readonly routines: Routines;
  readonly use: Use;
  /** Whether the code being printed counts its depth. */
  readonly deep: boolean;
}

/** The test for a list of types. */
export const typesTest = (types: readonly JsonType[], subject: Code, use: Use): Expression =>
  or(types.map((type) => typeTest(type, subject, use)));

/** A call of a routine's test. */
const callRoutine = (routine: Routine, subject: Code, deep: boolean): Expression =>
  atom(
    routine.recursive && deep
      ? code`is${identifier(routine.name)}At(${subject}, depth + 1)`
      : code`is${identifier(routine.name)}(${subject})`,
  );

/** The test of a schema on a subject, as one expression: its routine is called where it has one. */
export function condition(schema: Schema, subject: Code, setting: Setting): Expression {
  const routine = setting.routines.of(schema);
  if (routine !== undefined && (routine.apart || !isLeaf(routine.steps))) return callRoutine(routine, subject, setting.deep);
  return and(leafConditions(stepsOf(schema), subject, setting));
}

/** The conditions of a schema that are not about members or items. `types` are what the subject is known to be. */
function leafConditions(
  steps: readonly Step[],
  subject: Code,
  setting: Setting,
  types: readonly JsonType[] | null = assertedTypes(steps),
): readonly Expression[] {
  const settled = settledValues(steps);
  let stated = false;
  return steps.map((step): Expression => {
    if (step.kind === "never") return never;
    if (step.kind === "type") return settled !== null ? always : typesTest(step.types, subject, setting.use);
    if (step.kind === "reference") {
      const routine = setting.routines.named(step.name);
      return routine === undefined ? never : callRoutine(routine, subject, setting.deep);
    }
    if (step.kind === "test" && step.settles !== null && settled !== null && settled.length < step.settles.length) {
      // Several keywords list values: what they have in common is tested once, or TypeScript would see comparisons that cannot hold.
      const test = stated ? always : or(settled.map((value) => equals(subject, value)));
      stated = true;
      return test;
    }
    if (step.kind === "test" && settled !== null && (step.gate === "array" || step.gate === "object")) return always;
    if (step.kind === "test") return gated(step.gate, types, step.holds(subject, setting.use), subject, setting.use);
    return step.kind === "branches" ? branchCondition(step, subject, setting) : always;
  });
}

const gated = (gate: JsonType | null, types: readonly JsonType[] | null, holds: Expression, subject: Code, use: Use): Expression => {
  const how = gate === null ? "sure" : gating(gate, types);
  return how === "sure" || gate === null ? holds : how === "idle" ? always : or([not(typeTest(gate, subject, use)), holds]);
};

/** Whether a test can only pass on a value that is there. */
const refusesUndefined = (schema: Schema): boolean =>
  stepsOf(schema).some((step) => step.kind === "type" || step.kind === "never" || (step.kind === "test" && step.settles !== null));

function memberCondition(name: string, schema: Schema, required: boolean, subject: Code, setting: Setting): Expression {
  const present = isPresent(subject, name);
  const test = condition(schema, memberOf(subject, name, setting.use), setting);
  if (!required) return or([not(present), test]);
  return refusesUndefined(schema) && !isInherited(name) && test !== always ? test : and([present, test]);
}

/** The conditions on an object's members that need no loop. */
function memberConditions(steps: readonly Step[], subject: Code, setting: Setting): readonly Expression[] {
  const required = new Set(steps.flatMap((step) => (step.kind === "required" ? [step.name] : [])));
  const properties = steps.flatMap((step) => (step.kind === "property" ? [step] : []));
  const stated = new Set(properties.map(({ name }) => name));
  return [
    ...[...required].filter((name) => !stated.has(name)).map((name) => isPresent(subject, name)),
    ...properties.map(({ name, schema }) => memberCondition(name, schema, required.has(name), subject, setting)),
  ];
}

function branchCondition(step: Step & { readonly kind: "branches" }, subject: Code, setting: Setting): Expression {
  const tests = step.schemas.map((schema) => condition(schema, subject, setting));
  if (step.keyword === "allOf") return and(tests);
  const inner = nullableOf(step);
  if (inner !== undefined) return or([equal(subject, code`null`), condition(inner, subject, setting)]);
  if (step.keyword === "anyOf") return or(tests);
  return equal(
    join(
      tests.map((test) => code`Number(${test.code})`),
      code` + `,
    ),
    code`1`,
  );
}

const nameCondition = (schema: Schema, setting: Setting): Expression => {
  const { steps, types } = nameSteps(schema);
  return and(leafConditions(steps, code`name`, setting, types));
};

/** The loops over items and members: statements that return false. */
function loops(steps: readonly Step[], types: readonly JsonType[] | null, subject: Code, setting: Setting): readonly Code[] {
  const guard = (gate: JsonType): Code =>
    gating(gate, types) === "sure" ? code`` : code`if (${typeTest(gate, subject, setting.use).code}) `;
  return steps.flatMap((step): readonly Code[] => {
    if (gating(step.kind === "items" ? "array" : "object", types) === "idle") return [];
    if (step.kind === "items") {
      const fails = not(condition(step.schema, code`item`, setting));
      return [code`${guard("array")}for (const item of ${subject}) if (${fails.code}) return false;`];
    }
    if (step.kind === "names") {
      const fails = not(
        setting.routines.of(step.schema) === undefined ? nameCondition(step.schema, setting) : condition(step.schema, code`name`, setting),
      );
      return [code`${guard("object")}for (const name of Object.keys(${subject})) if (${fails.code}) return false;`];
    }
    if (step.kind === "others") {
      const fails = not(condition(step.schema, code`${subject}[name]`, setting));
      if (step.schema === false && step.named.length === 0)
        return [code`${guard("object")}if (Object.keys(${subject}).length > 0) return false;`];
      const others = step.named.map((name) => code`name !== ${stringLiteral(name)}`);
      return [
        code`${guard("object")}for (const name of Object.keys(${subject})) if (${join([...others, ...(step.schema === false ? [] : [asConjunct(fails)])], code` && `)}) return false;`,
      ];
    }
    return [];
  });
}

/** The statements of `isFoo(value)`, without indentation. */
export function isStatements(routine: Routine, setting: Setting): readonly Code[] {
  const { steps } = routine;
  const subject = code`value`;
  const types = assertedTypes(steps);
  const isScalar = settledValues(steps) !== null;
  const members = isScalar ? [] : memberConditions(steps, subject, setting);
  const objectGate = members.length === 0 ? "idle" : gating("object", types);
  // Other declarations' tests come last: they narrow the value's type to their own, and members could not be reached after them.
  const isOther = ({ kind }: Step): boolean => kind === "reference" || kind === "branches";
  const conditions = [
    ...leafConditions(
      steps.filter((step) => !isOther(step)),
      subject,
      setting,
      types,
    ),
    ...(objectGate === "sure"
      ? members
      : objectGate === "tested"
        ? [or([not(typeTest("object", subject, setting.use)), and(members)])]
        : []),
    ...leafConditions(steps.filter(isOther), subject, setting, types),
  ].filter((part) => part !== always);
  if (conditions.includes(never)) return [code`return false;`];
  const iterations = isScalar ? [] : loops(steps, types, subject, setting);
  const whole = conditions.length > 1 ? conditions.map(asConjunct) : conditions.map((part) => part.code);
  if (iterations.length === 0) return returned(whole);
  return [...(conditions.length === 0 ? [] : [code`if (${not(and(conditions)).code}) return false;`]), ...iterations, code`return true;`];
}

/** `return a;`, or one condition a line. */
function returned(conditions: readonly Code[]): readonly Code[] {
  const [first, ...rest] = conditions;
  if (first === undefined) return [code`return true;`];
  if (rest.length === 0) return [code`return ${first};`];
  return [code`return (`, ...conditions.map((part, index) => (index < rest.length ? code`  ${part} &&` : code`  ${part}`)), code`);`];
}
