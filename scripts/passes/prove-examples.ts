// Runs every example through the validators that will be generated. One that fails, or does not come back from JSON as it went, becomes a finding.
import type { Issue } from "../../templates/src/issue.ts";
import { issueAt } from "../../templates/src/problems.ts";
import type { Contract, Declaration, Diagnostic, Example, Json, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, isSchema, member, sameJson } from "../lib/json.ts";
import { isItem } from "../lib/known-members.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import { type Check, checksOf, declarationsBehind, type Test, testsOf } from "../validators/made-functions.ts";
import { stepsOf } from "../validators/steps.ts";

export function proveExamples(contract: Contract): Contract {
  if (contract.examples.length === 0) return contract;
  const passes = quickVerdict(contract);
  const doubtful = contract.examples.filter((example) => !passes(example));
  if (doubtful.length === 0) return contract;
  const owners = new Set(doubtful.map(({ declaration }) => declaration));
  const named = contract.declarations.filter(({ name }) => owners.has(name));
  const behind = declarationsBehind(
    named.map(({ schema }) => schema),
    contract.declarations,
  );
  const checks = checksOf([...new Set([...named, ...behind])]);
  const byName = new Map(contract.declarations.map((declaration) => [declaration.name, declaration]));
  const failures = new Map(
    doubtful.flatMap((example) => {
      const [issue] = issuesOf(example, checks, byName);
      return issue === undefined ? [] : [[example, issue] as const];
    }),
  );
  if (failures.size === 0) return contract;
  const failed = new Map<string, Json[]>();
  for (const { declaration, value } of failures.keys()) failed.set(declaration, [...(failed.get(declaration) ?? []), value]);
  return {
    ...contract,
    declarations: contract.declarations.map((declaration) => withoutExamples(declaration, failed.get(declaration.name) ?? [])),
    examples: contract.examples.filter((example) => !failures.has(example)),
    diagnostics: [...contract.diagnostics, ...[...failures].map(([example, issue]) => finding(example, issue))],
  };
}

const finding = ({ places, origin }: Example, { pointer, message, keyword }: Issue): Diagnostic =>
  diagnostic("example-fails", places[pointer] ?? origin, { message, keyword });

/** Whether an example certainly passes: the test of the schema that judges it says so, and it comes back from JSON. */
function quickVerdict({ declarations, examples }: Contract): (example: Example) => boolean {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration.schema]));
  const judging = new Map<Example, Schema>();
  for (const example of examples) {
    const schema = judgeOf(byName.get(example.declaration), pointerKeys(example.pointer));
    if (schema !== undefined) judging.set(example, schema);
  }
  const schemas = [...new Set(judging.values())];
  const made = testsOf(schemas, declarations);
  const tests = new Map<Schema | undefined, Test | undefined>(schemas.map((schema, index) => [schema, made[index]]));
  return (example) => tests.get(judging.get(example))?.(example.value) === true && comesBack(example.value);
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
  checks: ReadonlyMap<string, Check>,
  declarations: ReadonlyMap<string, Declaration>,
): readonly Issue[] {
  const keys = pointerKeys(pointer);
  const lists = new Set([...keys.keys()].filter((index) => isItem(declaration, keys.slice(0, index + 1), declarations)));
  const whole = keys.reduceRight<Json>((inner, key, index) => (lists.has(index) ? [inner] : fromEntries([[key, inner]])), value);
  const found = checks.get(declaration)?.(whole) ?? [];
  const inside = found.filter(({ path }) => keys.every((key, index) => String(path[index]) === key));
  if (inside.length > 0) return inside;
  return comesBack(value) ? [] : (issueAt(undefined, undefined, "json", "", "come back from JSON unchanged") ?? []);
}

function comesBack(value: Json): boolean {
  const back: Json = JSON.parse(JSON.stringify(value));
  return sameJson(back, value);
}
