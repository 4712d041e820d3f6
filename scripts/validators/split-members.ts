// Types of very many members, cut into functions: TypeScript's time for a function grows with the cube of its `if`s, and ends at some hundreds of them.
import type { Step } from "../keywords/keyword.ts";
import { fromEntries } from "../lib/json.ts";

/** How many members a function goes through. */
const MOST_MEMBERS = 100;

/** The steps of a schema, in which many members are the members of several schemas that stand at its place. */
export function splitMembers(steps: readonly Step[]): readonly Step[] {
  const stated = steps.flatMap((step) => (step.kind === "property" ? [step] : []));
  if (stated.length <= MOST_MEMBERS) return steps;
  const required = new Set(steps.flatMap((step) => (step.kind === "required" ? [step.name] : [])));
  const isStated = new Set(stated.map(({ name }) => name));
  const parts = Array.from({ length: Math.ceil(stated.length / MOST_MEMBERS) }, (_, index) => {
    const members = stated.slice(index * MOST_MEMBERS, (index + 1) * MOST_MEMBERS);
    const names = members.map(({ name }) => name).filter((name) => required.has(name));
    return { at: "", schema: { properties: fromEntries(members.map(({ name, schema }) => [name, schema])), required: names } };
  });
  const rest = steps.filter((step) => step.kind !== "property" && !(step.kind === "required" && isStated.has(step.name)));
  return [...rest, { kind: "branches", keyword: "allOf", parts, says: "" }];
}
