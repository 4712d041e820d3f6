// Tells the forms of a choice apart by the values that a discriminator states for them, so that TypeScript can too.
import type { Contract, Declaration, Json } from "../contract.ts";
import { entries, fromEntries, isArray, member, stringMember } from "../lib/json.ts";
import { memberStatements, statementsOf } from "../lib/known-members.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

/**
 * A form gets the values that the mapping states for it, when the mapping speaks of every form and the form lists no values itself. Without a
 * mapping nothing is added: a discriminator is a hint for programs, and implied names are guesses (OpenAPI 3.1, "Discriminator Object").
 */
export function discriminatorConstants(contract: Contract): Contract {
  const declarations = new Map(contract.declarations.map((declaration) => [declaration.name, declaration]));
  return rewriteSchemas(
    contract,
    (schema) => {
      const discriminator = member(schema, "discriminator");
      const name = stringMember(discriminator, "propertyName");
      if (name === undefined) return schema;
      const values = valuesByForm(member(discriminator, "mapping"));
      const changed = entries(schema).map(([keyword, value]): readonly [string, Json] => {
        if ((keyword !== "oneOf" && keyword !== "anyOf") || !isArray(value)) return [keyword, value];
        const names = value.map((form) => stringMember(form, "$ref") ?? "");
        if (!names.every((form) => values.has(form))) return [keyword, value];
        return [keyword, value.map((form, index) => withValues(form, name, values.get(names[index] ?? "") ?? [], declarations))];
      });
      return fromEntries(changed);
    },
    (keyword) => keyword === "discriminator",
  );
}

function valuesByForm(mapping: Json | undefined): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [value, form] of entries(mapping)) {
    if (typeof form !== "string") continue;
    const values = found.get(form) ?? [];
    found.set(form, values);
    values.push(value);
  }
  return found;
}

function withValues(form: Json, name: string, values: readonly string[], declarations: ReadonlyMap<string, Declaration>): Json {
  const stated = memberStatements(statementsOf(form, declarations), name) ?? [];
  const all = stated.flatMap((schema) => statementsOf(schema, declarations));
  const isText = all.some((schema) => stringMember(schema, "type") === "string");
  if (!isText || all.some((schema) => member(schema, "enum") !== undefined || member(schema, "const") !== undefined)) return form;
  const [only = ""] = values;
  const told = values.length === 1 ? { const: only } : { type: "string", enum: values };
  return { allOf: [form, { type: "object", properties: fromEntries([[name, told]]) }] };
}
