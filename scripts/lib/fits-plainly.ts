// Whether a value fits a schema as far as types, listed values and members tell: what TypeScript sees of both.
import type { Declaration, Json } from "../contract.ts";
import { hasType, typesOf } from "../keywords/type.ts";
import { entries, isArray, isObject, member, sameJson, stringMember } from "./json.ts";

/** References without data in between may be in a row; more than these lead nowhere. */
const MOST_REFERENCES = 50;

export function fitsPlainly(value: Json, schema: Json, declarations: ReadonlyMap<string, Declaration>, left = MOST_REFERENCES): boolean {
  if (!isObject(schema)) return schema !== false;
  const fits = (one: Json): boolean => fitsPlainly(value, one, declarations, left - 1);
  const reference = stringMember(schema, "$ref");
  if (reference !== undefined && left > 0 && !fits(declarations.get(reference)?.schema ?? true)) return false;
  const type = member(schema, "type");
  if (type !== undefined && !hasType(value, typesOf(type))) return false;
  const constant = member(schema, "const");
  const listed = constant === undefined ? member(schema, "enum") : [constant];
  if (isArray(listed) && !listed.some((one) => sameJson(one, value))) return false;
  const parts = member(schema, "allOf");
  if (isArray(parts) && !parts.every(fits)) return false;
  for (const forms of [member(schema, "anyOf"), member(schema, "oneOf")]) if (isArray(forms) && !forms.some(fits)) return false;
  if (isArray(value)) {
    const items = member(schema, "items");
    return items === undefined || value.every((item) => fitsPlainly(item, items, declarations));
  }
  const properties = member(schema, "properties");
  return entries(value).every(([key, inner]) => {
    const own = member(properties, key);
    return own === undefined || fitsPlainly(inner, own, declarations);
  });
}
