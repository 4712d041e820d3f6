// What the fixtures of a contract can hold: each sample and each broken rule is tried with the functions that are generated, when they are generated.
import { invalidsOf } from "../../templates/src/samples/invalids.ts";
import { sampleOf, type Samples } from "../../templates/src/samples/sampler.ts";
import { namedExamples } from "../artifacts/examples.ts";
import { bundledSchemas } from "../artifacts/json-schemas.ts";
import { printedOf, valueLists } from "../artifacts/validators.ts";
import type { Contract, Declaration, Example } from "../contract.ts";
import { plainProof } from "./plain-samples.ts";
import { plainTypes } from "./plain-types.ts";
import { madeOf } from "../validators/made-functions.ts";

/** The fixtures of one type. */
export interface SamplePlan {
  readonly name: string;
  /** The names of the vendor's own examples, where no value can be made from the schema. */
  readonly known: readonly string[];
  /** Rules that no value breaks in a way that is known to be reported, as "keyword pointer". */
  readonly without: readonly string[];
}

/** The fixtures of a contract's types; a type is missing when no value of it is found. */
export function samplePlans(contract: Contract): readonly SamplePlan[] {
  const known = made.get(contract.declarations);
  if (known !== undefined) return known;
  const plans = plansOf(contract);
  made.set(contract.declarations, plans);
  return plans;
}

/** Asked for by a pass, by the template and by the check of what came out. */
const made = new WeakMap<readonly Declaration[], readonly SamplePlan[]>();

function plansOf({ declarations, examples }: Contract): readonly SamplePlan[] {
  const { validators, forget } = madeOf(printedOf(declarations), valueLists(declarations));
  const samples: Samples = {
    schemas: Object.fromEntries(bundledSchemas(declarations)),
    checks: Object.fromEntries([...validators].map(([name, { test }]) => [name, (value: unknown) => ({ ok: test(value) })])),
    known: {},
    without: {},
  };
  const shown = wholeExamples(examples);
  const plain = plainTypes(declarations);
  const isProven = plainProof(samples, (name) => validators.get(name)?.check);
  const proven = new Set(declarations.flatMap(({ name }) => (plain.has(name) && isProven(name) ? [name] : [])));
  return declarations.flatMap(({ name }): readonly SamplePlan[] => {
    if (proven.has(name)) return [{ name, known: [], without: [] }];
    forget();
    const sample = sampleOf(samples, name, undefined, 2);
    const known = sample === undefined ? (shown.get(name) ?? []) : [];
    if (sample === undefined && known.length === 0) return [];
    const without = invalidsOf(samples, name, sample ?? known[0]?.[1], false).flatMap(({ value, issue }) => {
      const found = validators.get(name)?.check(value) ?? [];
      return found.some(({ pointer, keyword }) => pointer === issue.pointer && keyword === issue.keyword)
        ? []
        : [`${issue.keyword} ${issue.pointer}`];
    });
    return [{ name, known: known.map(([constant]) => constant), without }];
  });
}

/** The examples of whole values, by type, with the names of their constants. */
function wholeExamples(examples: readonly Example[]): ReadonlyMap<string, readonly (readonly [string, unknown])[]> {
  const found = new Map<string, (readonly [string, unknown])[]>();
  for (const [constant, { declaration, pointer, value }] of namedExamples(examples)) {
    if (pointer !== "") continue;
    const known = found.get(declaration);
    if (known === undefined) found.set(declaration, [[constant, value]]);
    else known.push([constant, value]);
  }
  return found;
}
