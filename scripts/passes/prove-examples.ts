// Runs every example through the validators that will be generated. One that fails, or does not come back from JSON as it went, becomes a finding.
import type { Issue } from "../../templates/src/issue.ts";
import { issueAt } from "../../templates/src/problems.ts";
import { keepPrinted, printedOf, valueLists } from "../artifacts/validators.ts";
import type { Contract, Declaration, Diagnostic, Example, Json, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, isSchema, member, sameJson, stringMember } from "../lib/json.ts";
import { isItem } from "../lib/known-members.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { mapSchema, visitSchema } from "../lib/schema-walk.ts";
import { linkedFunctions, type Passed } from "../validators/linked-functions.ts";
import { type Test, testsOf } from "../validators/made-functions.ts";
import { stepsOf } from "../validators/steps.ts";

export function proveExamples(contract: Contract): Contract {
  if (contract.examples.length === 0) return contract;
  const validatorOf = linkedFunctions(printedOf(contract.declarations), valueLists(contract.declarations), NOTHING_PASSED);
  const passes = quickVerdict(contract, validatorOf);
  const doubtful = contract.examples.filter((example) => !passes(example));
  const byName = new Map(contract.declarations.map((declaration) => [declaration.name, declaration]));
  const failures = new Map(
    doubtful.flatMap((example) => {
      const [issue] = issuesOf(example, validatorOf, byName);
      return issue === undefined ? [] : [[example, issue] as const];
    }),
  );
  if (failures.size === 0) return contract;
  const failed = new Map<string, Json[]>();
  for (const { declaration, value } of failures.keys()) {
    const values = failed.get(declaration) ?? [];
    failed.set(declaration, values);
    values.push(value);
  }
  const declarations = contract.declarations.map((declaration) => withoutExamples(declaration, failed.get(declaration.name) ?? []));
  keepPrinted(contract.declarations, declarations);
  return {
    ...contract,
    declarations,
    examples: contract.examples.filter((example) => !failures.has(example)),
    diagnostics: [...contract.diagnostics, ...[...failures].map(([example, issue]) => finding(example, issue))],
  };
}

type ValidatorOf = ReturnType<typeof linkedFunctions>;

const NOTHING_PASSED: Passed = { has: () => false, add: () => undefined };

const finding = ({ places, origin }: Example, { pointer, message, keyword }: Issue): Diagnostic =>
  diagnostic("example-fails", places[pointer] ?? origin, { message, keyword });

/** Whether an example certainly passes: the test of the schema that judges it says so, and it comes back from JSON. */
function quickVerdict({ declarations, examples }: Contract, validatorOf: ValidatorOf): (example: Example) => boolean {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration.schema]));
  const known = new Map<Schema, Test>();
  for (const { name, schema } of declarations) {
    const own = validatorOf(name);
    if (own !== undefined) known.set(schema, own.test);
  }
  const judging = new Map<Example, Schema>();
  const others = new Set<Schema>();
  for (const example of examples) {
    const schema = judgeOf(byName.get(example.declaration), pointerKeys(example.pointer));
    if (schema === undefined) continue;
    const referred = validatorOf(stringMember(schema, "$ref") ?? "");
    if (referred !== undefined && stepsOf(schema).length === 1) known.set(schema, referred.test);
    else if (!known.has(schema) && !refers(schema)) others.add(schema);
    judging.set(example, schema);
  }
  const schemas = [...others];
  testsOf(schemas).forEach((test, index) => known.set(schemas[index] ?? true, test));
  return (example) => known.get(judging.get(example) ?? false)?.(example.value) === true && comesBack(example.value);
}

/** Whether a schema, or one inside it, refers to a declaration. */
function refers(schema: Schema): boolean {
  let found = false;
  visitSchema(schema, (inner) => void (found ||= stringMember(inner, "$ref") !== undefined));
  return found;
}

/** Keywords' steps that say nothing of what a member of the object holds, but for `property` itself. */
const APART: ReadonlySet<string> = new Set(["type", "test", "required", "required-with", "property", "others"]);

/** The schema that alone judges a part of a value, or undefined where several may. */
function judgeOf(schema: Schema | undefined, [key, ...rest]: readonly string[]): Schema | undefined {
  if (key === undefined || schema === undefined) return schema;
  const inner = member(member(schema, "properties"), key);
  return isSchema(inner) && stepsOf(schema).every(({ kind }) => APART.has(kind)) ? judgeOf(inner, rest) : undefined;
}

/** A declaration whose comments show no example that fails. */
function withoutExamples(declaration: Declaration, values: readonly Json[]): Declaration {
  if (values.length === 0) return declaration;
  const schema = mapSchema(declaration.schema, (inner) => {
    const shown = member(inner, "examples");
    if (!isArray(shown)) return inner;
    const kept = shown.filter((value) => !values.some((other) => sameJson(other, value)));
    return kept.length === shown.length
      ? inner
      : fromEntries(
          entries(inner).flatMap(([keyword, value]) =>
            keyword !== "examples" ? [[keyword, value]] : kept.length === 0 ? [] : [[keyword, kept]],
          ),
        );
  });
  return { ...declaration, schema };
}

/** What is wrong with an example. An example of a part stands in a value that holds nothing else: what that lacks is not the example's fault. */
function issuesOf(
  { declaration, pointer, value }: Example,
  validatorOf: ValidatorOf,
  declarations: ReadonlyMap<string, Declaration>,
): readonly Issue[] {
  const keys = pointerKeys(pointer);
  const lists = new Set([...keys.keys()].filter((index) => isItem(declaration, keys.slice(0, index + 1), declarations)));
  const whole = keys.reduceRight<Json>((inner, key, index) => (lists.has(index) ? [inner] : fromEntries([[key, inner]])), value);
  const found = validatorOf(declaration)?.check(whole) ?? [];
  const inside = found.filter(({ path }) => keys.every((key, index) => String(path[index]) === key));
  if (inside.length > 0) return inside;
  return comesBack(value) ? [] : (issueAt(undefined, undefined, "json", "", "come back from JSON unchanged") ?? []);
}

/** Whether a value comes back from JSON as it went: all does but numbers that JSON cannot write, `1e999` among them, which become null. */
function comesBack(value: Json): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return isArray(value) ? value.every(comesBack) : Object.values(value).every(comesBack);
}
