// Keeps the fields that examples have and no document describes: as optional fields, with a finding.
import type { Contract, Declaration, Diagnostic, Example, Json, JsonObject } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { editDistance } from "../lib/edit-distance.ts";
import { inferTogether } from "../lib/infer.ts";
import { entries, isArray, isObject, member, stringMember } from "../lib/json.ts";
import { besideDocument, partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";

interface Unknown {
  readonly name: string;
  /** What the examples have there. */
  readonly values: Json[];
  readonly origin: Example["origin"];
}

/**
 * A text may leave fields out, so what an example shows is its type; a schema that lists no other fields leaves their type open.
 * Objects are followed through properties, items and references.
 */
export function fieldsOnlyInExamples(contract: Contract): Contract {
  const byName = new Map(contract.declarations.map((declaration) => [declaration.name, declaration]));
  const unknown = new Map<string, Map<string, Unknown>>();
  const walk = (value: Json, schema: Json | undefined, owner: Declaration, example: Example, pointer: string): void => {
    const reference = stringMember(schema, "$ref");
    const target = reference === undefined ? undefined : byName.get(reference);
    if (target !== undefined) return walk(value, target.schema, target, example, pointer);
    if (isArray(value))
      return value.forEach((item, index) => walk(item, member(schema, "items"), owner, example, pointerBelow(pointer, index)));
    const properties = member(schema, "properties");
    if (!isObject(value) || properties === undefined) return;
    for (const [name, inner] of entries(value)) {
      const at = pointerBelow(pointer, name);
      const known = member(properties, name);
      if (known !== undefined) walk(inner, known, owner, example, at);
      else if (schema === owner.schema && member(schema, "additionalProperties") === undefined) {
        const fields = unknown.get(owner.name) ?? new Map<string, Unknown>();
        unknown.set(owner.name, fields);
        const before = fields.get(name);
        if (before === undefined) fields.set(name, { name, values: [inner], origin: memberOrigin(example, at) });
        else before.values.push(inner);
      }
    }
  };
  for (const example of contract.examples) {
    const owner = byName.get(example.declaration);
    if (owner !== undefined && example.pointer === "") walk(example.value, owner.schema, owner, example, "");
  }
  if (unknown.size === 0) return contract;
  const diagnostics: Diagnostic[] = [];
  const declarations = contract.declarations.map((declaration) => {
    const fields = [...(unknown.get(declaration.name)?.values() ?? [])];
    diagnostics.push(...fields.map((field) => finding(field, declaration)));
    return fields.reduce(withField, declaration);
  });
  return { ...contract, declarations, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

const memberOrigin = (example: Example, pointer: string): Example["origin"] => example.places[pointer] ?? example.origin;

function withField(declaration: Declaration, { name, values, origin }: Unknown): Declaration {
  if (!isObject(declaration.schema)) return declaration;
  const properties = member(declaration.schema, "properties");
  const inferred: JsonObject = declaration.statedBy === "text" ? inferTogether(values) : {};
  const schema = { ...declaration.schema, properties: Object.fromEntries([...entries(properties), [name, inferred]]) };
  return { ...declaration, schema, parts: { ...declaration.parts, [pointerBelow("/properties", name)]: [origin] } };
}

function finding({ name, origin }: Unknown, declaration: Declaration): Diagnostic {
  const [near] = entries(member(declaration.schema, "properties"))
    .flatMap(([other]): readonly (readonly [name: string, distance: number])[] =>
      Math.abs(other.length - name.length) > 2 ? [] : [[other, editDistance(other, name)]],
    )
    .filter(([, far]) => far <= 2)
    .toSorted(([, a], [, b]) => a - b);
  const similar = near === undefined ? "" : `it may be a spelling of ${near[0]}; `;
  const leading = near === undefined ? partOrigin(declaration, "") : partOrigin(declaration, pointerBelow("/properties", near[0]));
  return diagnostic(
    "example-field-unknown",
    origin,
    { field: name, leading, similar, corrections: besideDocument(origin.file, "corrections.json") },
    name.length + 2,
  );
}
