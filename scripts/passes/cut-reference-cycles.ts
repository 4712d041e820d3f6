// Opens circles of references in OpenAPI documents, where a base lists its forms and each form takes in the base.
import type { Contract, Declaration, Diagnostic, Json, JsonObject, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, isObject, isSchema, member, stringMember } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { circularEdges, edgesOf, type Edge } from "./reference-edges.ts";

/** What a form that takes in its base does not take from it: the forms themselves, and words about the base. */
const OF_THE_BASE: ReadonlySet<string> = new Set(
  "$ref allOf anyOf oneOf discriminator title description example examples default deprecated externalDocs".split(" "),
);

/**
 * A value that must be its own base is as the base itself says, without its forms: that reference is replaced by what the base states. What is
 * left of circles leads through forms alone, which says nothing, so that any value passes there. In other documents a circle stays an error.
 */
export function cutReferenceCycles(contract: Contract): Contract {
  const found: Diagnostic[] = [];
  const opened = cut(cut(contract.declarations, "whole", found), "form", found);
  return found.length === 0 ? contract : { ...contract, declarations: opened, diagnostics: [...contract.diagnostics, ...found] };
}

function cut(declarations: readonly Declaration[], kind: Edge["kind"], found: Diagnostic[]): readonly Declaration[] {
  const edges = new Map(declarations.map(({ name, schema }) => [name, edgesOf(schema, "")]));
  const isCircular = circularEdges(edges);
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  return declarations.map((declaration) => {
    if (declaration.openapi === undefined || declaration.supplied) return declaration;
    const circular = (edges.get(declaration.name) ?? []).filter((edge) => edge.kind === kind && isCircular(declaration.name, edge));
    if (circular.length === 0) return declaration;
    const bases = new Map<string, Schema>();
    for (const { to, pointer } of circular) {
      const base = kind === "whole" && to !== declaration.name ? ownRules(byName.get(to)?.schema ?? true) : true;
      bases.set(pointer, base);
      const reading = base === true ? "any value" : `what ${to} itself states, without its forms`;
      found.push(diagnostic("reference-cycle-cut", partOrigin(declaration, pointer), { reference: to, reading }, '"$ref"'.length));
    }
    const schema = replaced(declaration.schema, "", bases);
    return isSchema(schema) ? { ...declaration, schema } : declaration;
  });
}

const ownRules = (schema: Schema): Schema => {
  const own = isObject(schema) ? fromEntries(entries(schema).filter(([keyword]) => !OF_THE_BASE.has(keyword))) : schema;
  return isObject(own) && Object.keys(own).length === 0 ? true : own;
};

/** The schema with other schemas in place of references, by where those stand. */
function replaced(schema: Json, pointer: string, bases: ReadonlyMap<string, Schema>): Json {
  if (!isObject(schema)) return schema;
  const inner = fromEntries(
    entries(schema).map(([keyword, value]) => [
      keyword,
      (keyword === "allOf" || keyword === "anyOf" || keyword === "oneOf") && isArray(value)
        ? value.map((one, index) => replaced(one, pointerBelow(pointer, keyword, index), bases))
        : value,
    ]),
  );
  const base = bases.get(pointerBelow(pointer, "$ref"));
  if (base === undefined || stringMember(inner, "$ref") === undefined) return inner;
  const { $ref: _, ...beside } = inner;
  return base === true ? beside : withBase(beside, base);
}

function withBase(beside: JsonObject, base: Schema): Schema {
  if (Object.keys(beside).length === 0) return base;
  const others = member(beside, "allOf");
  return { ...beside, allOf: [...(isArray(others) ? others : []), base] };
}
