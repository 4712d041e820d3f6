// Reports patterns that some texts make slow (more than linear time), which lets a sender hold a receiver up. The only file that knows recheck.
import type { Contract, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { patternsOf } from "../keywords/pattern-properties.ts";
import { member, stringMember } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pointerOf, visitSchema } from "../lib/schema-walk.ts";
import { isPlainlyLinear } from "./plainly-linear.ts";

/** How long a pattern can take, in words; null when that is linear, or recheck cannot say. */
type Judge = (pattern: string) => string | null;

export async function reportSlowPatterns(contract: Contract): Promise<Contract> {
  const found: { readonly pattern: string; readonly tell: (complexity: string) => Diagnostic }[] = [];
  for (const declaration of contract.declarations)
    visitSchema(declaration.schema, (schema, place) => {
      const add = (pattern: string, ...at: readonly string[]): void => {
        if (isPlainlyLinear(pattern)) return;
        const origin = partOrigin(declaration, pointerBelow(pointerOf(place), ...at));
        found.push({ pattern, tell: (complexity) => diagnostic("pattern-slow", origin, { pattern: JSON.stringify(pattern), complexity }) });
      };
      const pattern = stringMember(schema, "pattern");
      if (pattern !== undefined) add(pattern, "pattern");
      for (const name of patternsOf(member(schema, "patternProperties"))) add(name, "patternProperties", name);
    });
  if (found.length === 0) return contract;
  const judge = await judgeOfPatterns();
  const diagnostics = found.flatMap(({ pattern, tell }) => {
    const complexity = judge(pattern);
    return complexity === null ? [] : [tell(complexity)];
  });
  return { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/** Loaded when there is a pattern: it takes longer than most runs. Its search begins at the same seed, so that a run is like any other. */
export async function judgeOfPatterns(): Promise<Judge> {
  const { default: recheck } = await import("recheck/lib/browser.js");
  const known = new Map<string, string | null>();
  return (pattern) => {
    const before = known.get(pattern);
    if (before !== undefined) return before;
    const { status, complexity } = recheck.checkSync(pattern, "u", SAME_EVERYWHERE);
    const words = status === "vulnerable" ? complexity.summary : null;
    known.set(pattern, words);
    return words;
  };
}

/** No limit of time: on a busy machine a search that ends early would take a harmless pattern for a slow one. */
const SAME_EVERYWHERE = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  randomSeed: 1,
} as const;
