// The objects that `allOf` puts together, where none of them speaks of a member of another.
import type { Declaration, Json, JsonObject } from "../contract.ts";
import { entries, isArray, isObject, member, stringMember } from "../lib/json.ts";

/** References in parts; longer ways are no use to anybody. */
const DEEPEST = 20;

const RULES: ReadonlySet<string> = new Set(["type", "properties", "required"]);

/** The parts of an object, each with its members; null where they are anything else. `isRule` says which keywords speak of values. */
export function objectParts(
  schema: Json,
  byName: ReadonlyMap<string, Declaration>,
  isRule: (keyword: string) => boolean,
): readonly JsonObject[] | null {
  const parts: JsonObject[] = [];
  const take = (part: Json, depth: number): boolean => {
    if (!isObject(part) || depth > DEEPEST) return false;
    const rules = Object.keys(part).filter(isRule);
    const reference = stringMember(part, "$ref");
    if (reference !== undefined) return rules.length === 1 && take(byName.get(reference)?.schema ?? false, depth + 1);
    const inner = member(part, "allOf");
    const own = rules.filter((keyword) => keyword !== "allOf");
    if (inner !== undefined && !(isArray(inner) && inner.every((one) => take(one, depth + 1)))) return false;
    if (own.length === 0) return inner !== undefined;
    parts.push(part);
    return own.every((keyword) => RULES.has(keyword)) && isObjectType(member(part, "type"));
  };
  if (!take(schema, 0)) return null;
  const names = parts.flatMap((part) => entries(member(part, "properties")).map(([name]) => name));
  return new Set(names).size === names.length ? parts : null;
}

const isObjectType = (type: Json | undefined): boolean =>
  type === "object" || (isArray(type) && type.length === 2 && type.includes("object") && type.includes("null"));
