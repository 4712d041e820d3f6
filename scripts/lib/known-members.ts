// Which members of a value its schemas know, wherever they state them.
import type { Declaration, Json } from "../contract.ts";
import { isArray, isObject, member, stringMember } from "./json.ts";

/** The schemas that speak of one value: itself, and what it refers to or is made of. */
export function statementsOf(schema: Json | undefined, declarations: ReadonlyMap<string, Declaration>): readonly Json[] {
  const found: Json[] = [];
  const open: (Json | undefined)[] = [schema];
  const seen = new Set<string>();
  while (open.length > 0) {
    const next = open.pop();
    if (!isObject(next)) continue;
    found.push(next);
    const reference = stringMember(next, "$ref");
    if (reference !== undefined && !seen.has(reference)) {
      seen.add(reference);
      open.push(declarations.get(reference)?.schema);
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
      const parts = member(next, keyword);
      if (isArray(parts)) open.push(...parts);
    }
  }
  return found;
}

/** The schemas of a member: what `properties` say of it, or else what is said of all others; null when no statement knows it. */
export function memberStatements(statements: readonly Json[], name: string): readonly Json[] | null {
  const listed = statements.map((schema) => member(member(schema, "properties"), name)).filter((schema) => schema !== undefined);
  if (listed.length > 0) return listed;
  const others = statements.flatMap((schema) => {
    const inner = member(schema, "additionalProperties");
    return isObject(inner) ? [inner] : [];
  });
  const isOpen =
    others.length > 0 ||
    statements.every((schema) => member(schema, "properties") === undefined) ||
    statements.some((schema) => member(schema, "patternProperties") !== undefined);
  return isOpen ? others : null;
}

/** What speaks of the part of a declaration's value that a way of names and indices leads to. */
export const statementsAt = (name: string, keys: readonly string[], declarations: ReadonlyMap<string, Declaration>): readonly Json[] =>
  keys.reduce<readonly Json[]>(
    (at, key) => stepInto(at, key).flatMap((inner) => statementsOf(inner, declarations)),
    statementsOf(declarations.get(name)?.schema, declarations),
  );

function stepInto(statements: readonly Json[], key: string): readonly Json[] {
  const known = memberStatements(statements, key);
  return known !== null && known.length > 0 ? known : statements.flatMap((schema) => member(schema, "items") ?? []);
}

/** Whether the last step of a way leads into a list. */
export function isItem(name: string, keys: readonly string[], declarations: ReadonlyMap<string, Declaration>): boolean {
  if (keys.at(-1) !== "0") return false;
  const around = statementsAt(name, keys.slice(0, -1), declarations);
  return (memberStatements(around, "0") ?? []).length === 0 && around.some((schema) => member(schema, "items") !== undefined);
}
