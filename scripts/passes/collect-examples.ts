// Takes the examples that stand in schemas into the contract's list of examples. They stay in the schemas as annotations.
import type { Contract, Declaration, Example, Json } from "../contract.ts";
import { entries, isArray, member } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** Examples of properties are examples of a part of their declaration. Those inside forms and maps belong to no one place and stay annotations. */
export function collectExamples(contract: Contract): Contract {
  const collected = contract.declarations.flatMap((declaration) => examplesIn(declaration));
  return { ...contract, examples: [...contract.examples, ...collected] };
}

const examplesIn = (declaration: Declaration): readonly Example[] => [
  ...listed(declaration, declaration.schema, "", ""),
  ...entries(member(declaration.schema, "properties")).flatMap(([name, schema]) =>
    listed(declaration, schema, pointerBelow("/properties", name), pointerBelow("", name)),
  ),
];

function listed(declaration: Declaration, schema: Json, at: string, pointer: string): readonly Example[] {
  const examples = member(schema, "examples");
  if (!isArray(examples)) return [];
  return examples.map((value, index) => ({
    declaration: declaration.name,
    pointer,
    value,
    origin: exampleOrigin(declaration, at, index),
    places: {},
  }));
}

/** The example's own place; `examples/0` may stand under `example`, or be a cell of the row that states the field. */
function exampleOrigin(declaration: Declaration, at: string, index: number): Example["origin"] {
  for (const step of [`${at}/examples/${index}`, `${at}/examples`, `${at}/example`])
    if (Object.hasOwn(declaration.parts, step)) return partOrigin(declaration, step);
  return partOrigin(declaration, at);
}
