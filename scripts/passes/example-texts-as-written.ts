// Reads the texts of examples in YAML that lack quotes as they are written: `021001088` where the schema asks for a text.
import type { Contract, Declaration, Example, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, isObject, member, sameJson } from "../lib/json.ts";
import { memberStatements, statementsAt, statementsOf } from "../lib/known-members.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import { yamlText } from "../lib/yaml-text.ts";

export function exampleTextsAsWritten(contract: Contract): Contract {
  const declarations = new Map(contract.declarations.map((declaration) => [declaration.name, declaration]));
  const diagnostics: Contract["diagnostics"][number][] = [];
  const changed = new Map<Example, Json>();
  for (const example of contract.examples) {
    if (!/\.ya?ml$/.test(example.origin.file)) continue;
    const read = (value: Json, statements: readonly Json[], pointer: string): Json => {
      if (isArray(value)) {
        const items = statements.flatMap((schema) => statementsOf(member(schema, "items"), declarations));
        return mapped(value, (item, index) => read(item, items, pointerBelow(pointer, index)));
      }
      if (isObject(value)) {
        const pairs = entries(value).map(([key, inner]) => {
          const known = memberStatements(statements, key) ?? [];
          return [
            key,
            read(
              inner,
              known.flatMap((schema) => statementsOf(schema, declarations)),
              pointerBelow(pointer, key),
            ),
          ] as const;
        });
        return pairs.some(([key, inner]) => inner !== value[key]) ? fromEntries(pairs) : value;
      }
      if (!asksForText(statements)) return value;
      const text = yamlText(value, { ...example.origin, pointer: example.origin.pointer + pointer }, contract);
      if (text === null) return value;
      diagnostics.push(diagnostic("text-without-quotes", example.places[pointer] ?? example.origin, { text }));
      return text;
    };
    const value = read(example.value, statementsAt(example.declaration, pointerKeys(example.pointer), declarations), "");
    if (value !== example.value) changed.set(example, value);
  }
  if (changed.size === 0) return contract;
  return {
    ...contract,
    declarations: withTexts(contract.declarations, changed),
    examples: contract.examples.map((example) => ({ ...example, value: changed.get(example) ?? example.value })),
    diagnostics: [...contract.diagnostics, ...diagnostics],
  };
}

const mapped = (values: readonly Json[], read: (value: Json, index: number) => Json): Json => {
  const all = values.map(read);
  return all.some((value, index) => value !== values[index]) ? all : values;
};

/** Whether some statement asks for a text and none lets a number or a truth value pass. */
function asksForText(statements: readonly Json[]): boolean {
  const types = statements.flatMap((schema) => member(schema, "type") ?? []);
  const all = new Set(types.flat());
  return all.has("string") && !["number", "integer", "boolean"].some((type) => all.has(type));
}

/** The schemas show the same examples. */
function withTexts(declarations: readonly Declaration[], changed: ReadonlyMap<Example, Json>): readonly Declaration[] {
  const byName = new Map<string, (readonly [Json, Json])[]>();
  for (const [{ declaration, value }, text] of changed) byName.set(declaration, [...(byName.get(declaration) ?? []), [value, text]]);
  return declarations.map((declaration) => {
    const pairs = byName.get(declaration.name);
    if (pairs === undefined) return declaration;
    const schema = mapSchema(declaration.schema, (inner) => {
      const shown = member(inner, "examples");
      if (!isArray(shown)) return inner;
      const isOfText = asksForText([inner]);
      const textOf = (value: Json): Json =>
        typeof value === "object" || isOfText ? (pairs.find(([before]) => sameJson(before, value))?.[1] ?? value) : value;
      return { ...inner, examples: shown.map(textOf) };
    });
    return { ...declaration, schema };
  });
}
