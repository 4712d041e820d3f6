// Runs every example through the validators that will be generated. One that fails, or does not come back from JSON as it went, becomes a finding.
import { matchesDateTime } from "../../templates/src/formats/date-time.ts";
import { matchesDate } from "../../templates/src/formats/date.ts";
import { matchesUri } from "../../templates/src/formats/uri.ts";
import { matchesUuid } from "../../templates/src/formats/uuid.ts";
import { memberOf } from "../../templates/src/inherited-names.ts";
import { also, issuesOf, MOST_LEVELS, nearest, oneOf, problem, type Problems, tooDeep, within } from "../../templates/src/problems.ts";
import { hasLengthFrom, hasLengthTo } from "../../templates/src/text-length.ts";
import { isArray, isObject } from "../../templates/src/values.ts";
import type { Contract, Declaration, Diagnostic, Example, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { type Helper, helperUses } from "../helpers.ts";
import { code, identifier, join, type Code } from "../lib/code.ts";
import { entries, fromEntries, isArray as isList, member, sameJson } from "../lib/json.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import { isStatements } from "../validators/conditions.ts";
import { checkStatements } from "../validators/problems.ts";
import { cutRoutines, type Routines } from "../validators/routines.ts";

const HELPERS: { readonly [helper in Helper]: unknown } = {
  isObject,
  isArray,
  memberOf,
  hasLengthFrom,
  hasLengthTo,
  matchesDate,
  matchesDateTime,
  matchesUri,
  matchesUuid,
  MOST_LEVELS,
  tooDeep,
  oneOf,
  problem,
  within,
  also,
  nearest,
};

/** The problems of a value; undefined when it passes. */
type Check = (value: unknown) => Problems;

/** The checks of declarations, by name: the same statements that validators.ts gets, and the same helpers. */
export function checksOf(declarations: readonly Declaration[]): ReadonlyMap<string, Check> {
  const routines = cutRoutines(declarations);
  const text = code`"use strict";\n${join(
    routines.list.map((routine) => routineText(routine, routines)),
    code`\n`,
  )}\nreturn new Map([${join(
    declarations.map(
      ({ name }) =>
        code`["${identifier(name)}", (value) => (is${identifier(name)}(value) ? undefined : (check${identifier(name)}(value) ?? []))]`,
    ),
    code`, `,
  )}]);`;
  // Every vendor string in the text went through the constructors of `Code`; the text is the one that is generated.
  // oxlint-disable-next-line typescript/no-implied-eval
  const checks: ReadonlyMap<string, Check> = new Function(...Object.keys(HELPERS), text.text)(...Object.values(HELPERS));
  return checks;
}

function routineText(routine: Routines["list"][number], routines: Routines): Code {
  const setting = { routines, use: helperUses().use, deep: routine.recursive };
  const { guard, statements } = checkStatements(routine, setting);
  const name = identifier(routine.name);
  const is = join(isStatements(routine, setting), code`\n`);
  const check = join([...guard, code`let found;`, ...statements, code`return found;`], code`\n`);
  if (!routine.recursive) return code`function is${name}(value) {\n${is}\n}\nfunction check${name}(value) {\n${check}\n}`;
  const limit = code`if (depth >= MOST_LEVELS)`;
  return code`function is${name}(value) { return is${name}At(value, 0); }\nfunction is${name}At(value, depth) {\n${limit} return false;\n${is}\n}\nfunction check${name}(value, depth = 0) {\n${limit} return tooDeep();\n${check}\n}`;
}

export function proveExamples(contract: Contract): Contract {
  if (contract.examples.length === 0) return contract;
  const checks = checksOf(contract.declarations);
  const diagnostics: Diagnostic[] = [];
  const examples = contract.examples.filter((example) => {
    const [failed] = issuesOf(problemsOf(example, checks));
    if (failed !== undefined)
      diagnostics.push(
        diagnostic("example-fails", example.places[failed.pointer] ?? example.origin, { message: failed.message, keyword: failed.keyword }),
      );
    return failed === undefined;
  });
  const failed = contract.examples.filter((example) => !examples.includes(example));
  const declarations =
    failed.length === 0 ? contract.declarations : contract.declarations.map((declaration) => withoutExamples(declaration, failed));
  return { ...contract, declarations, examples, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/** A declaration whose comments show no example that fails. */
function withoutExamples(declaration: Declaration, failed: readonly Example[]): Declaration {
  const values = failed.filter((example) => example.declaration === declaration.name).map(({ value }) => value);
  if (values.length === 0) return declaration;
  const schema = mapSchema(declaration.schema, (inner) => {
    const shown = member(inner, "examples");
    if (!isList(shown)) return inner;
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

/** What is wrong with an example. An example of a part stands in an object that holds nothing else: what that lacks is not the example's fault. */
function problemsOf({ declaration, pointer, value }: Example, checks: ReadonlyMap<string, Check>): Problems {
  const keys = pointerKeys(pointer);
  const whole = keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
  const found = checks.get(declaration)?.(whole);
  const inside = found?.filter(({ path }) => keys.every((key, index) => path[path.length - 1 - index] === key));
  if (inside !== undefined && inside.length > 0) return inside;
  const back: Json = JSON.parse(JSON.stringify(value));
  return sameJson(back, value) ? undefined : problem(undefined, "json", "come back from JSON unchanged");
}
