// Which types are so plain that values of them are made at the first try, and whose rules are broken one by one without a word on the others.
import type { Declaration, Json, Schema } from "../contract.ts";
import { entries, isArray, isSchema, member, stringMember } from "../lib/json.ts";

/** Rules that values are made by at once, and which no other rule makes impossible. */
const RULES: ReadonlySet<string> = new Set([
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "const",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minItems",
  "anyOf",
  "$ref",
]);

/** Keywords that say nothing of values. */
const REMARKS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "$comment",
]);

/** Lists in lists grow fast. */
const MOST_ITEMS = 2;

/** The names of the declarations that are plain, as are all that they refer to. */
export function plainTypes(declarations: readonly Declaration[]): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const plain = new Set<string>();
  const open: string[] = [];
  for (const { name, schema } of declarations) {
    const references: string[] = [];
    if (member(schema, "anyOf") === undefined && isPlain(schema, references)) plain.add(name);
    else open.push(name);
    for (const reference of references) {
      const known = users.get(reference);
      if (known === undefined) users.set(reference, [name]);
      else known.push(name);
    }
  }
  for (let hard = open.pop(); hard !== undefined; hard = open.pop())
    for (const user of users.get(hard) ?? []) if (plain.delete(user)) open.push(user);
  return plain;
}

function isPlain(schema: Json, references: string[]): boolean {
  if (!isSchema(schema)) return false;
  if (typeof schema === "boolean") return schema;
  const reference = stringMember(schema, "$ref");
  if (reference !== undefined) references.push(reference);
  return (
    entries(schema).every(([keyword]) => RULES.has(keyword) || REMARKS.has(keyword) || keyword.startsWith("x-")) &&
    isOfOneType(schema) &&
    (member(schema, "format") === undefined || (member(schema, "minLength") === undefined && member(schema, "maxLength") === undefined)) &&
    innerOf(schema).every((inner) => isPlain(inner, references))
  );
}

/** Whether a value can be of one type besides null, or of any and nothing more is said. */
function isOfOneType(schema: Schema): boolean {
  const rules = entries(schema).filter(([keyword]) => RULES.has(keyword));
  if (rules.some(([keyword]) => keyword === "$ref" || keyword === "anyOf")) return rules.length === 1;
  const type = member(schema, "type");
  const least = member(schema, "minItems");
  if (typeof least === "number" && least > MOST_ITEMS) return false;
  if (type === undefined) return rules.every(([keyword]) => keyword === "enum" || keyword === "const");
  return !isArray(type) || (type.length === 2 && type.includes("null"));
}

/** The form beside null of `{ anyOf: [form, { type: "null" }] }`. */
function formBesideNull(schema: Json): Json | undefined {
  const forms = member(schema, "anyOf");
  if (!isArray(forms) || forms.length !== 2) return undefined;
  const others = forms.filter((form) => member(form, "type") !== "null");
  return others.length === 1 ? others[0] : undefined;
}

/** The schemas inside; what is no schema where there is a choice. */
function innerOf(schema: Schema): readonly Json[] {
  const properties = entries(member(schema, "properties") ?? {}).map(([, inner]) => inner);
  const others = ["items", "additionalProperties"].flatMap((keyword) => {
    const inner = member(schema, keyword);
    return inner === undefined || inner === false ? [] : [inner];
  });
  return [...properties, ...others, ...(member(schema, "anyOf") === undefined ? [] : [formBesideNull(schema) ?? null])];
}
