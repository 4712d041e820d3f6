// What the fixtures of a contract would be made of, without generating the package.
import type { Contract } from "../../scripts/contract.ts";
import { bundledSchemas } from "../../scripts/artifacts/json-schemas.ts";
import { namedExamples } from "../../scripts/artifacts/examples.ts";
import { checksOf } from "../../scripts/validators/made-functions.ts";
import { type SamplePlan, samplePlans } from "../../scripts/samples/sample-plan.ts";
import type { Issue } from "../../templates/src/issue.ts";
import type { Samples } from "../../templates/src/samples/sampler.ts";

export interface Fixtures {
  readonly plans: readonly SamplePlan[];
  readonly samples: Samples;
  readonly issues: (name: string, value: unknown) => readonly Issue[];
}

/** The same as the module samples.ts holds, with the checks that validators are made of. */
export function fixturesOf(contract: Contract): Fixtures {
  const plans = samplePlans(contract);
  const checks = checksOf(contract.declarations);
  const issues = (name: string, value: unknown): readonly Issue[] => {
    const check = checks.get(name);
    if (check === undefined) throw new RangeError(`no type is called ${name}`);
    return check(value);
  };
  const constants = new Map<string, unknown>(namedExamples(contract.examples).map(([name, { value }]) => [name, value]));
  return {
    plans,
    issues,
    samples: {
      schemas: Object.fromEntries(bundledSchemas(contract.declarations)),
      checks: Object.fromEntries(contract.declarations.map(({ name }) => [name, (value) => ({ ok: issues(name, value).length === 0 })])),
      known: Object.fromEntries(plans.map(({ name, known }) => [name, known.map((constant) => constants.get(constant))])),
      without: Object.fromEntries(plans.map(({ name, without }) => [name, without])),
    },
  };
}
