// validators.ts: for each declaration a fast test, an explaining check, and what is built on them.
import type { Declaration } from "../contract.ts";
import { typesOf } from "../keywords/type.ts";
import { helpers } from "../helpers.ts";
import { LONGEST_CHAIN } from "../keywords/equals.ts";
import type { Step } from "../keywords/keyword.ts";
import { code, identifier, join, stringLiteral, valueLiteral, type Code } from "../lib/code.ts";
import { atom } from "../lib/expression.ts";
import { member } from "../lib/json.ts";
import { camelName } from "../lib/words.ts";
import type { View } from "../lib/view.ts";
import { type Functions, type Printed, printFunctions } from "../validators/functions.ts";
import type { Constant } from "../validators/linked-functions.ts";
import { cutRoutines } from "../validators/routines.ts";
import { splitMembers } from "../validators/split-members.ts";
import { stepsOf } from "../validators/steps.ts";
import type { VendorArtifact } from "./artifact.ts";
import { enumShape } from "../lib/enum-shape.ts";
import { headerOf } from "./header.ts";

/** The functions of a vendor's validators. */
export function printedOf(declarations: readonly Declaration[]): Printed {
  const known = made.get(declarations);
  if (known !== undefined) return known;
  const printed = printFunctions(cutRoutines(declarations, stepsFor), ({ declared }) => declared, true);
  made.set(declarations, printed);
  return printed;
}

/** Keeps what was printed of declarations for those that they have become, in which examples are left out. */
export function keepPrinted(before: readonly Declaration[], after: readonly Declaration[]): void {
  const known = made.get(before);
  // An example can keep a schema from being an open list, `{ anyOf: [{ enum }, { type: "string" }] }`.
  const isSame = before.every((declaration, index) => {
    const other = after[index];
    return declaration === other || (other !== undefined && (enumShape(declaration) === null) === (enumShape(other) === null));
  });
  if (known !== undefined && isSame) made.set(after, known);
}

/** Asked for by the proofs of examples and samples, and by the template; then the texts of a large package are let go. */
const made = new WeakMap<readonly Declaration[], Printed>();

/** What a vendor's validators call their routines, and their constants. */
interface PrintedNames {
  readonly routines: readonly string[];
  readonly constants: Printed["constants"];
}

/** The names in the validators of declarations. */
export function printedNames(declarations: readonly Declaration[]): PrintedNames {
  const known = names.get(declarations);
  if (known !== undefined) return known;
  const { functions, constants } = printedOf(declarations);
  const found = { routines: functions.map(({ routine }) => routine.name), constants };
  names.set(declarations, found);
  return found;
}

/** Asked for by the check of what came out. */
const names = new WeakMap<readonly Declaration[], PrintedNames>();

/** The lists of values, and their sets, that these functions look values up in. */
export const valueLists = (declarations: readonly Declaration[]): readonly Constant[] =>
  declarations.filter(isLong).flatMap((declaration) => {
    const [values, set] = [identifier(`${camelName(declaration.name)}Values`), identifier(`${camelName(declaration.name)}Set`)];
    return [
      { name: values, value: valueLiteral(enumShape(declaration)?.values ?? []) },
      { name: set, value: code`new Set(${values})` },
    ];
  });

export const validators: VendorArtifact = {
  template: "src/vendor/validators.ts",
  view: (vendor) => {
    const { declarations } = vendor.contract;
    const lists = declarations.filter(isLong);
    const printed = printedOf(declarations);
    printedNames(declarations);
    made.delete(declarations);
    const used = new Set([...printed.helpers, ...(lists.length > 0 ? ["oneOf" as const] : [])]);
    const enums = declarations.filter((declaration) => enumShape(declaration) !== null).map(({ name }) => name);
    const types = declarations.filter((declaration) => enumShape(declaration) === null).map(({ name }) => name);
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
      constants: printed.constants.map(({ name, type, value }) => ({ name, type, value })),
      routines: printed.functions.map(routineView),
    };
  },
};

/** What every vendor's validators import, types marked as such. */
const ALWAYS: readonly (readonly [module: string, name: Code])[] = [
  ["issue.ts", code`type Result`],
  ["parse.ts", code`jsonOf`],
  ["parse.ts", code`valueOf`],
  ["problems.ts", code`type At`],
  ["problems.ts", code`type Issues`],
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
function stepsFor(declaration: Declaration): readonly Step[] {
  const steps = splitMembers(stepsOf(declaration.schema));
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
      ? { ...step, holds: (subject) => atom(code`${set}.has(${subject})`), saidBy: code`oneOf(${values})`, settles: null }
      : step,
  );
}

function routineView(functions: Functions): View {
  const { routine, test, check } = functions;
  return {
    name: identifier(routine.name),
    text: stringLiteral(routine.name),
    declared: routine.declared,
    recursive: routine.recursive,
    isBody: test?.statements ?? null,
    testsField: test?.usesField === true,
    checked: check !== null,
    checksField: check?.usesField === true,
    here: check?.here ?? null,
    guard: check?.guard ?? null,
    usesPlace: check?.usesPlace ?? false,
    checks: check?.statements ?? null,
  };
}
