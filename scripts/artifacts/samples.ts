// samples.ts: for each type a function that makes valid values, and one that gives a value for each rule broken.
import type { Contract } from "../contract.ts";
import { code, identifier, join, stringLiteral, type Code } from "../lib/code.ts";
import { enumShape } from "../lib/enum-shape.ts";
import type { SamplePlan } from "../samples/sample-plan.ts";
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";

export const samples: VendorArtifact = {
  template: "src/vendor/samples.ts",
  view: (vendor) => {
    if (vendor.samples === null) return null;
    const { declarations } = vendor.contract;
    const plans = vendor.samples;
    const known = plans.filter((plan) => plan.known.length > 0);
    return {
      header: headerOf(vendor),
      any: plans.length > 0,
      constants: list(known.flatMap((plan) => plan.known).map(identifier)),
      ...sampledTypes(vendor.contract, plans),
      functions: list(declarations.map(({ name }) => identifier(`validate${name}`))),
      known: members(known.map((plan) => [plan.name, plan.known.map(identifier)])),
      without: members(plans.filter(({ without }) => without.length > 0).map((plan) => [plan.name, plan.without.map(stringLiteral)])),
      tests: declarations.map(({ name }) => ({ name: identifier(name) })),
      samples: plans.map((plan) => ({
        name: identifier(plan.name),
        link: code`{@link ${identifier(plan.name)}}`,
        sampler: samplerCall(plan),
        invalids: invalidsCall(plan),
      })),
    };
  },
};

const list = (all: readonly Code[]): Code | null => (all.length === 0 ? null : join(all, code`, `));

/** The types that have samples, by the module that they stand in. */
export function sampledTypes(
  contract: Contract,
  plans: readonly SamplePlan[],
): { readonly enumTypes: Code | null; readonly types: Code | null } {
  const enums = new Set(contract.declarations.filter((declaration) => enumShape(declaration) !== null).map(({ name }) => name));
  const names = plans.map(({ name }) => name);
  return {
    enumTypes: list(names.filter((name) => enums.has(name)).map(identifier)),
    types: list(names.filter((name) => !enums.has(name)).map(identifier)),
  };
}

/** Lists by name, a line each. */
const members = (lists: readonly (readonly [string, readonly Code[]])[]): Code =>
  lists.length === 0
    ? code`{}`
    : code`{\n${join(lists.map(([name, items]) => code`    ${identifier(name)}: [${join(items, code`, `)}],\n`))}  }`;

/** `sampler(samples, "Foo", validateFoo)`. */
export const samplerCall = ({ name }: SamplePlan): Code => code`sampler(samples, ${stringLiteral(name)}, ${identifier(`validate${name}`)})`;

/** `invalids(samples, "Foo")`. */
export const invalidsCall = ({ name }: SamplePlan): Code => code`invalids(samples, ${stringLiteral(name)})`;
