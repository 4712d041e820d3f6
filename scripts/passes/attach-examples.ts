// Tells which declaration the examples of a document are examples of: the one that is named, or the only one that has such fields.
import type { Contract, Declaration, Diagnostic, Example, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { alternatives } from "../keywords/words.ts";
import { entries, isArray, isObject } from "../lib/json.ts";
import { besideDocument } from "../lib/parts.ts";
import { spellingKey } from "../lib/spelling.ts";
import { type Declarations, fieldsOf, requiredOf } from "./schema-facts.ts";

/** Contracts that hold examples and nothing else are documents of examples; the names in them are wishes. */
export function attachExamples(contracts: readonly Contract[]): readonly Contract[] {
  const isExamples = ({ declarations, events, examples }: Contract): boolean =>
    declarations.length + events.length === 0 && examples.length > 0;
  if (!contracts.some(isExamples)) return contracts;
  const declarations = new Map<string, Declaration>();
  for (const contract of contracts)
    for (const one of contract.declarations) if (!declarations.has(one.name)) declarations.set(one.name, one);
  const find = finder(declarations);
  return contracts.map((contract) => {
    if (!isExamples(contract)) return contract;
    const diagnostics: Diagnostic[] = [];
    const examples = contract.examples.flatMap((example): readonly Example[] => {
      const found = find(example);
      if (typeof found === "string") return [{ ...example, declaration: found }];
      const settings = besideDocument(example.origin.file, "source.json");
      diagnostics.push(diagnostic("example-unattached", example.origin, { ...found, settings }));
      return [];
    });
    return { ...contract, examples, diagnostics: [...contract.diagnostics, ...diagnostics] };
  });
}

/** The name of the declaration that an example belongs to, or why there is none. */
function finder(declarations: Declarations): (example: Example) => string | { readonly problem: string } {
  const byName = new Map([...declarations.keys()].toReversed().map((name) => [spellingKey(name), name]));
  const shapes = new Map<string, ReadonlySet<string>>();
  const having = new Map<string, string[]>();
  for (const [name, declaration] of declarations) {
    const fields = new Set([...fieldsOf({ schema: declaration.schema, declaration, pointer: "" }, declarations).keys()].map(spellingKey));
    shapes.set(name, fields);
    for (const field of fields) {
      const others = having.get(field);
      if (others === undefined) having.set(field, [name]);
      else others.push(name);
    }
  }
  return ({ declaration: wished, value }) => {
    const named = declarations.has(wished) ? wished : byName.get(spellingKey(wished));
    if (named !== undefined) return named;
    const keys = isObject(value) ? entries(value).map(([key]) => spellingKey(key)) : [];
    // The field that the fewest types have leaves the fewest to look at.
    const [rarest] = keys.map((key) => having.get(key) ?? []).toSorted((a, b) => a.length - b.length);
    const fitting = (rarest ?? []).filter((name) => fits(keys, shapes.get(name) ?? new Set(), required(name, declarations)));
    const most = Math.max(0, ...fitting.map((name) => share(keys, shapes.get(name) ?? new Set())));
    const best = fitting.filter((name) => share(keys, shapes.get(name) ?? new Set()) === most);
    const [only] = best;
    if (only !== undefined && best.length === 1) return only;
    return {
      problem:
        best.length > 1
          ? `${alternatives(best.slice(0, NAMED))}${best.length > NAMED ? " or others" : ""} could be meant`
          : `no type is called ${wished === "" ? "as its file" : wished} or has the fields that ${whatStands(value)} has`,
    };
  };
}

/** How many types a finding names. */
const NAMED = 4;

const required = (name: string, declarations: Declarations): readonly string[] => {
  const declaration = declarations.get(name);
  return declaration === undefined
    ? []
    : [...(requiredOf({ schema: declaration.schema, declaration, pointer: "" }, declarations) ?? [])].map(spellingKey);
};

/** Whether a type has every field of an example, and the example what the type requires. One common field alone tells nothing. */
const fits = (keys: readonly string[], fields: ReadonlySet<string>, needed: readonly string[]): boolean =>
  keys.length > 0 &&
  keys.every((key) => fields.has(key)) &&
  needed.every((key) => keys.includes(key)) &&
  (keys.length > 1 || fields.size === 1);

const share = (keys: readonly string[], fields: ReadonlySet<string>): number => (fields.size === 0 ? 0 : keys.length / fields.size);

const whatStands = (value: Json): string => (isArray(value) ? "this list" : isObject(value) ? "this object" : "this value");
