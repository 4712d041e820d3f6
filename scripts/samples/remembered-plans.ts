// Tries samples of the types that no earlier run has tried: a plan holds as long as its type, all that it refers to and its own examples are the same.
import { closureHashes } from "../closure-hashes.ts";
import type { Memory } from "../compile.ts";
import type { Contract } from "../contract.ts";
import { sha256 } from "../files.ts";
import { isExactJson } from "../lib/is-exact-json.ts";
import { rememberedLines } from "../remembered-lines.ts";
import { declarationsBehind } from "../validators/made-functions.ts";
import { plainTypes } from "./plain-types.ts";
import { knowPlans, type SamplePlan, samplePlans, wholeExamples } from "./sample-plan.ts";

/** Works out a contract's plans, so that {@link samplePlans} has them. Plain types are not tried, and so not remembered. */
export function rememberPlans(contract: Contract, memory: Memory): void {
  const { declarations } = contract;
  const plain = plainTypes(declarations);
  if (plain.size === declarations.length) return;
  const { recall, keep, save } = rememberedLines(memory, `samples\n${contract.vendor}`);
  const hashes = closureHashes(declarations);
  const shown = wholeExamples(contract.examples);
  const keyOf = (name: string): string => {
    const examples = shown.get(name) ?? [];
    return plain.has(name) || !isExactJson(examples) ? "" : sha256(JSON.stringify([hashes.get(name), examples]));
  };
  const keys = new Map(declarations.map(({ name }) => [name, keyOf(name)]));
  const known = new Map(
    declarations.flatMap(({ name }) =>
      plain.has(name) ? [[name, { name, known: [], without: [] }] as const] : parsed(name, recall(keys.get(name) ?? "")),
    ),
  );
  const open = declarations.filter(({ name }) => !known.has(name));
  const behind = declarationsBehind(
    open.map(({ schema }) => schema),
    declarations,
  );
  const tried = new Set([...open, ...behind]);
  // Where most are new, all are tried together: what is printed for that is what the package gets.
  const part =
    tried.size * 2 > declarations.length ? contract : { ...contract, declarations: declarations.filter((one) => tried.has(one)) };
  const found = new Map((open.length === 0 ? [] : samplePlans(part)).map((plan) => [plan.name, plan]));
  for (const { name } of open) {
    const plan = found.get(name) ?? null;
    known.set(name, plan);
    keep(keys.get(name) ?? "", JSON.stringify(plan));
  }
  save();
  knowPlans(
    declarations,
    declarations.flatMap(({ name }) => known.get(name) ?? []),
  );
}

/** What is remembered of a type: its plan, or null when it has none; nothing when it is not known. */
function parsed(name: string, text: string | null): readonly (readonly [string, SamplePlan | null])[] {
  try {
    const plan: Partial<SamplePlan> | null | undefined = text === null ? undefined : JSON.parse(text);
    if (plan === null) return [[name, null]];
    const { known, without } = plan ?? {};
    return plan?.name === name && Array.isArray(known) && Array.isArray(without) ? [[name, { name, known, without }]] : [];
  } catch {
    return [];
  }
}
