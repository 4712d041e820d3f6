// validators.ts: for each declaration a fast test, an explaining check, and what is built on them.
import type { Declaration } from "../contract.ts";
import { typesOf } from "../keywords/type.ts";
import { helpers, helperUses, type Use } from "../helpers.ts";
import type { Step } from "../keywords/keyword.ts";
import { code, identifier, join, stringLiteral, type Code } from "../lib/code.ts";
import { atom } from "../lib/expression.ts";
import { member } from "../lib/json.ts";
import { camelName } from "../lib/words.ts";
import type { View } from "../lib/view.ts";
import { isStatements, type Setting } from "../validators/conditions.ts";
import { checkStatements } from "../validators/problems.ts";
import { cutRoutines, type Routine } from "../validators/routines.ts";
import { stepsOf } from "../validators/steps.ts";
import type { VendorArtifact } from "./artifact.ts";
import { enumShape } from "../lib/enum-shape.ts";
import { headerOf } from "./header.ts";

/** Longer lists of values are looked up in a set; shorter ones are compared one by one, which is faster. */
const LONGEST_CHAIN = 8;

export const validators: VendorArtifact = {
  template: "src/vendor/validators.ts",
  view: (vendor) => {
    const { declarations } = vendor.contract;
    const { use, used } = helperUses();
    const lists = declarations.filter(isLong);
    const routines = cutRoutines(declarations, (declaration) => stepsFor(declaration, use));
    const printed = routines.list.map((routine) => routineView(routine, { routines, use, deep: routine.recursive }));
    if (routines.list.some(({ recursive }) => recursive)) for (const helper of ["MOST_LEVELS", "tooDeep"] as const) use(helper);
    const enums = declarations.filter((declaration) => enumShape(declaration) !== null).map(({ name }) => name);
    const types = declarations.map(({ name }) => name).filter((name) => !enums.includes(name));
    const imports = [...ALWAYS, ...[...used].toSorted().map((helper) => [helpers[helper], identifier(helper)] as const)];
    const modules = [...new Set(imports.map(([module]) => module))].toSorted();
    const namesIn = (module: string): Code => list(imports.flatMap(([from, name]) => (from === module ? [name] : [])));
    return {
      header: headerOf(vendor),
      any: declarations.length > 0,
      enumTypes: enums.length === 0 || lists.length > 0 ? null : list(enums.map(identifier)),
      enumNames:
        lists.length === 0
          ? null
          : list([
              ...lists.map(({ name }) => identifier(`${camelName(name)}Values`)),
              ...enums.map((name) => code`type ${identifier(name)}`),
            ]),
      typeNames: types.length === 0 ? null : list(types.map(identifier)),
      modules: modules.map((module) => ({ path: stringLiteral(`../${module}`), names: namesIn(module) })),
      lists: lists.map(({ name }) => ({ camel: identifier(camelName(name)) })),
      routines: printed,
    };
  },
};

/** What every vendor's validators import, types marked as such. */
const ALWAYS: readonly (readonly [module: string, name: Code])[] = [
  ["issue.ts", code`type Result`],
  ["parse.ts", code`jsonOf`],
  ["parse.ts", code`valueOf`],
  ["problems.ts", code`issuesOf`],
  ["problems.ts", code`type Problems`],
  ["standard-schema.ts", code`type StandardSchema`],
  ["standard-schema.ts", code`standardSchema`],
];

const list = (names: readonly Code[]): Code => join(names, code`, `);

/** Whether a list has a set: not where a type beside it forbids its texts. */
function isLong(declaration: Declaration): boolean {
  const shape = enumShape(declaration);
  const type = member(declaration.schema, "type");
  return shape !== null && !shape.open && shape.values.length > LONGEST_CHAIN && (type === undefined || typesOf(type).includes("string"));
}

/** The steps of a declaration. An open list of values takes any text; a long one is looked up in a set. */
function stepsFor(declaration: Declaration, use: Use): readonly Step[] {
  const steps = stepsOf(declaration.schema);
  const shape = enumShape(declaration);
  if (shape === null || !(shape.open || isLong(declaration))) return steps;
  if (shape.open) {
    const rest = steps.filter(({ kind }) => kind !== "branches");
    return rest.some(({ kind }) => kind === "type") ? rest : [...stepsOf({ type: "string" }), ...rest];
  }
  const values = identifier(`${camelName(declaration.name)}Values`);
  const set = identifier(`${camelName(declaration.name)}Set`);
  return steps.map((step) =>
    step.kind === "test" && step.keyword === "enum"
      ? { ...step, holds: (subject) => atom(code`${set}.has(${subject})`), saidBy: code`${use("oneOf")}(${values})`, settles: null }
      : step,
  );
}

function routineView(routine: Routine, setting: Setting): View {
  const { guard, statements } = checkStatements(routine, setting);
  const indent = (lines: readonly Code[]): Code =>
    join(
      lines.map((line) => code`  ${line}`),
      code`\n`,
    );
  return {
    name: identifier(routine.name),
    link: code`{@link ${identifier(routine.name)}}`,
    text: stringLiteral(routine.name),
    declared: routine.declaration !== null,
    recursive: routine.recursive,
    isBody: indent(isStatements(routine, setting)),
    guard: guard.length === 0 ? null : indent(guard),
    checks: statements.length === 0 ? null : indent(statements),
  };
}
