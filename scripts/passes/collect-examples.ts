// Takes the examples that stand in schemas into the contract's list of examples. They stay in the schemas as annotations.
import type { Contract, Declaration, Example, Json } from "../contract.ts";
import { entries, isArray, member } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** Examples of properties and of items are examples of a part of their declaration. Those in maps belong to no one place and stay annotations. */
export function collectExamples(contract: Contract): Contract {
  const collected = contract.declarations.flatMap((declaration) => examplesIn(declaration));
  return { ...contract, examples: [...contract.examples, ...collected] };
}

function examplesIn(declaration: Declaration): readonly Example[] {
  const found: Example[] = [];
  const walk = (schema: Json, at: string, pointer: string): void => {
    const examples = member(schema, "examples");
    if (isArray(examples))
      examples.forEach((value, index) =>
        found.push({ declaration: declaration.name, pointer, value, origin: exampleOrigin(declaration, at, index), places: {} }),
      );
    for (const [name, inner] of entries(member(schema, "properties")))
      walk(inner, pointerBelow(at, "properties", name), pointerBelow(pointer, name));
    // The first item stands for all of them; the forms of a value are about the value itself.
    const items = member(schema, "items");
    if (items !== undefined) walk(items, pointerBelow(at, "items"), pointerBelow(pointer, 0));
    for (const keyword of FORMS) {
      const forms = member(schema, keyword);
      if (isArray(forms)) forms.forEach((form, index) => walk(form, pointerBelow(at, keyword, index), pointer));
    }
  };
  walk(declaration.schema, "", "");
  return found;
}

const FORMS = ["allOf", "anyOf", "oneOf"] as const;

/** The example's own place; `examples/0` may stand under `example`, or be a cell of the row that states the field. */
function exampleOrigin(declaration: Declaration, at: string, index: number): Example["origin"] {
  const { parts } = declaration;
  const stated = parts[`${at}/examples/${index}`] ?? parts[`${at}/examples`] ?? parts[`${at}/example`] ?? parts[`${at}/x-examples`];
  return stated?.[0] ?? partOrigin(declaration, at);
}
