// What the fixtures of a contract can hold: samples and broken rules of all but plain types are tried with the functions that are generated.
import { invalidsOf } from "../../templates/src/samples/invalids.ts";
import { sampleOf, type Samples } from "../../templates/src/samples/sampler.ts";
import { namedExamples } from "../artifacts/examples.ts";
import { bundledSchemas } from "../artifacts/json-schemas.ts";
import { printedOf, valueLists } from "../artifacts/validators.ts";
import type { Contract, Declaration, Example } from "../contract.ts";
import { isSchema, stringMember } from "../lib/json.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import { type Linked, linkedFunctions } from "../validators/linked-functions.ts";
import { declarationsBehind } from "../validators/made-functions.ts";
import { isApart } from "./apart-types.ts";
import { composedProof } from "./composed-samples.ts";
import { plainTypes } from "./plain-types.ts";

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

/** Settles the plans of a contract's types, which somebody knows already. */
export const knowPlans = (declarations: readonly Declaration[], plans: readonly SamplePlan[]): void => void made.set(declarations, plans);

/** Asked for by a pass, by the template and by the check of what came out. */
const made = new WeakMap<readonly Declaration[], readonly SamplePlan[]>();

/** Nothing is left out. */
const wholePlan = (name: string): SamplePlan => ({ name, known: [], without: [] });

/**
 * Plain types have their fixtures. Others are tried with what the types in them have; where that does not settle one, it is tried as a test would make it,
 * and so is what refers to it.
 */
function plansOf({ declarations, examples }: Contract): readonly SamplePlan[] {
  const plain = plainTypes(declarations);
  const hard = new Map(declarations.flatMap((declaration) => (plain.has(declaration.name) ? [] : [[declaration.name, declaration]])));
  if (hard.size === 0) return declarations.map(({ name }) => wholePlan(name));
  const parts = new Map<object, string>();
  let passed = new Map<object, string>();
  const validatorOf = linkedFunctions(printedOf(declarations), valueLists(declarations), {
    has: (value, name) => (parts.get(value) ?? passed.get(value)) === name,
    add: (value, name) => void passed.set(value, name),
  });
  const samplesOf = (types: readonly Declaration[]): Samples => ({
    schemas: Object.fromEntries(bundledSchemas(types)),
    checks: Object.fromEntries(types.map(({ name }) => [name, (value) => ({ ok: validatorOf(name)?.test(value) ?? true })])),
    known: {},
    without: {},
  });
  const stated = [...hard.values()].map(({ schema }) => schema);
  const isProven = composedProof({
    samples: samplesOf([...new Set([...hard.values(), ...declarationsBehind(stated, declarations)])]),
    validatorOf,
    isPlain: (name) => plain.has(name),
    isApart: (name) => {
      const declaration = hard.get(name);
      return declaration !== undefined && isApart(declaration);
    },
    passes: (value, name) => void parts.set(value, name),
  });
  const doubtful = new Set([...hard.keys()].filter((name) => !isProven(name)));
  if (doubtful.size === 0) return declarations.map(({ name }) => wholePlan(name));
  const users = usersIn(declarations);
  const shown = wholeExamples(examples);
  const samples = samplesOf(declarations);
  const plans = new Map<string, SamplePlan | null>();
  const isSettled = (name: string): boolean => plans.get(name)?.without.length === 0 && !doubtful.has(name);
  // A set is gone through with what is added meanwhile.
  const open = new Set(doubtful);
  for (const name of open) {
    passed = new Map();
    plans.set(name, triedPlan(name, samples, validatorOf(name)?.check, shown.get(name) ?? []));
    if (!isSettled(name)) for (const user of users.get(name) ?? []) open.add(user);
  }
  return declarations.flatMap(({ name }) => {
    const plan = plans.get(name);
    return plan === null ? [] : [plan ?? wholePlan(name)];
  });
}

/** What a test would make of a type, and which of its rules are reported when they are broken; null when nothing is found. */
function triedPlan(
  name: string,
  samples: Samples,
  check: Linked["check"] | undefined,
  shown: readonly (readonly [constant: string, value: unknown])[],
): SamplePlan | null {
  const sample = sampleOf(samples, name, undefined, 2);
  const known = sample === undefined ? shown : [];
  if (sample === undefined && known.length === 0) return null;
  const without = invalidsOf(samples, name, sample ?? known[0]?.[1], false).flatMap(({ value, issue }) =>
    check?.(value).some(({ pointer, keyword }) => pointer === issue.pointer && keyword === issue.keyword) === true
      ? []
      : [`${issue.keyword} ${issue.pointer}`],
  );
  return { name, known: known.map(([constant]) => constant), without };
}

/** Which types refer to which, by the name of what is referred to. */
function usersIn(declarations: readonly Declaration[]): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { name, schema } of declarations)
    visitSchema(schema, (inner) => {
      const reference = isSchema(inner) ? stringMember(inner, "$ref") : undefined;
      if (reference === undefined) return;
      const known = users.get(reference);
      if (known === undefined) users.set(reference, new Set([name]));
      else known.add(name);
    });
  return users;
}

/** The examples of whole values, by type, with the names of their constants. */
export function wholeExamples(examples: readonly Example[]): ReadonlyMap<string, readonly (readonly [string, unknown])[]> {
  const found = new Map<string, (readonly [string, unknown])[]>();
  for (const [constant, { declaration, pointer, value }] of namedExamples(examples)) {
    if (pointer !== "") continue;
    const known = found.get(declaration);
    if (known === undefined) found.set(declaration, [[constant, value]]);
    else known.push([constant, value]);
  }
  return found;
}
