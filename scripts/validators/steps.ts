// A schema's steps, in the order of the keyword registry.
import type { Json, JsonObject, Schema } from "../contract.ts";
import { inKeywordOrder, keywordOf } from "../keywords/registry.ts";
import type { JsonType, Part, Step } from "../keywords/keyword.ts";
import { member } from "../lib/json.ts";

/** What a schema's test is made of. The schema `false` is one step that nothing passes. */
export function stepsOf(schema: Schema): readonly Step[] {
  if (typeof schema === "boolean") return schema ? [] : [{ kind: "never", says: "not be there" }];
  const known = made.get(schema);
  if (known !== undefined) return known;
  const steps = inKeywordOrder(schema).flatMap(([name, value]) => keywordOf(name)?.steps(value, schema) ?? []);
  made.set(schema, steps);
  return steps;
}

/** Steps depend on the schema alone, and several printers ask for them. */
const made = new WeakMap<JsonObject, readonly Step[]>();

/** The types that a schema's steps assert, or null when they assert none. */
export function assertedTypes(steps: readonly Step[]): readonly JsonType[] | null {
  for (const step of steps) if (step.kind === "type") return step.types;
  return null;
}

/** The scalars that the steps leave, when keywords list them; null when none does. */
export function settledValues(steps: readonly Step[]): readonly Json[] | null {
  const lists = steps.flatMap((step) => (step.kind === "test" && step.settles !== null ? [step.settles] : []));
  const [first, ...rest] = lists;
  return first === undefined ? null : first.filter((value) => rest.every((list) => list.includes(value)));
}

/** The steps for a member's name: a text, so a schema that states no type need not ask for one. */
export function nameSteps(schema: Schema): {
  readonly steps: readonly Step[];
  readonly types: readonly JsonType[];
  readonly proven: boolean;
} {
  const types = assertedTypes(stepsOf(schema));
  if (types !== null || typeof schema === "boolean") return { steps: stepsOf(schema), types: types ?? ["string"], proven: types === null };
  const typed = stepsOf({ type: "string", ...schema });
  return { steps: typed.filter(({ kind }) => kind !== "type"), types: ["string"], proven: true };
}

const covers = (gate: JsonType, type: JsonType): boolean => gate === type || (gate === "number" && type === "integer");

/** The types that a condition on `gate` is for. */
export const coveredBy = (gate: JsonType, types: readonly JsonType[]): readonly JsonType[] => types.filter((type) => covers(gate, type));

/** Whether a condition on `gate` needs no type test (`sure`), one (`tested`), or can be left out (`idle`). */
export function gating(gate: JsonType, types: readonly JsonType[] | null): "sure" | "tested" | "idle" {
  if (types === null) return "tested";
  const covered = coveredBy(gate, types);
  return covered.length === 0 ? "idle" : covered.length === types.length ? "sure" : "tested";
}

/** Whether a schema's test fits into one expression: no members or items of its own. "X or null" and "not X" do where X does. */
export function isLeaf(steps: readonly Step[]): boolean {
  return steps.every((step) => {
    if (step.kind === "not") return isLeaf(stepsOf(step.schema));
    if (step.kind !== "branches") return step.kind === "type" || step.kind === "test" || step.kind === "reference" || step.kind === "never";
    const inner = nullableOf(step);
    return inner !== undefined && isLeaf(stepsOf(inner.schema));
  });
}

/** X of `{ anyOf: [X, { type: "null" }] }`, the one form that every "or null" takes. */
export function nullableOf({ keyword, parts }: Step & { readonly kind: "branches" }): Part | undefined {
  const isNull = ({ schema }: Part): boolean => member(schema, "type") === "null" && Object.keys(schema).length === 1;
  const others = parts.filter((part) => !isNull(part));
  return keyword === "anyOf" && parts.length === 2 && others.length === 1 ? others[0] : undefined;
}
