// Tells which declaration the examples of a document are examples of: the one that is named, or the only one that has such fields.
import type { Contract, Declaration, Diagnostic, EventType, Example, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { alternatives } from "../keywords/words.ts";
import { entries, isArray, isObject, isString, stringMember } from "../lib/json.ts";
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
  const find = finder(
    declarations,
    contracts.flatMap(({ events }) => events),
  );
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

type Found = string | { readonly problem: string };

/** Event names are short. */
const LONGEST_NAME = 80;

/** The name of the declaration that an example belongs to, or why there is none. Events may call theirs by its address. */
function finder(declarations: Declarations, events: readonly EventType[]): (example: Example) => Found {
  const byName = new Map([...declarations.keys()].toReversed().map((name) => [spellingKey(name), name]));
  const called = new Map<string, string | null>();
  const call = (text: string | undefined, declaration: string): void => {
    const key = spellingKey(text ?? "");
    if (key !== "") called.set(key, called.has(key) && called.get(key) !== declaration ? null : declaration);
  };
  for (const [name, { schema }] of declarations) call(stringMember(schema, "title"), name);
  for (const { names, declaration } of events) for (const name of names) call(name, declaration);
  const byEvent = eventFinder(events);
  const byFields = fieldsFinder(declarations);
  return ({ declaration: wished, value }) => {
    const key = spellingKey(wished);
    if (declarations.has(wished)) return wished;
    const named = byName.get(key) ?? called.get(key) ?? byEvent(value);
    if (named !== undefined && named !== null) return named;
    const best = byFields(value);
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

/** The declarations whose fields fit an example best. Thousands of lines can have one shape, which is looked up once. */
function fieldsFinder(declarations: Declarations): (value: Json) => readonly string[] {
  const shapes = new Map<string, Shape>();
  const having = new Map<string, string[]>();
  for (const [name, declaration] of declarations) {
    const placed = { schema: declaration.schema, declaration, pointer: "" };
    const fields = new Set([...fieldsOf(placed, declarations).keys()].map(spellingKey));
    shapes.set(name, { fields, required: [...(requiredOf(placed, declarations) ?? [])].map(spellingKey) });
    for (const field of fields) {
      const others = having.get(field);
      if (others === undefined) having.set(field, [name]);
      else others.push(name);
    }
  }
  const known = new Map<string, readonly string[]>();
  const find = (keys: readonly string[]): readonly string[] => {
    // The field that the fewest types have leaves the fewest to look at.
    const [rarest = []] = keys.map((key) => having.get(key) ?? []).toSorted((a, b) => a.length - b.length);
    const fitting = rarest.flatMap((name) => {
      const shape = shapes.get(name);
      return shape !== undefined && fits(keys, shape) ? [{ name, size: shape.fields.size }] : [];
    });
    const least = fitting.reduce((size, one) => Math.min(size, one.size), Infinity);
    return fitting.flatMap(({ name, size }) => (size === least ? [name] : []));
  };
  return (value) => {
    const keys = isObject(value) ? [...new Set(entries(value).map(([key]) => spellingKey(key)))].toSorted() : [];
    const text = keys.join("\n");
    const found = known.get(text) ?? find(keys);
    known.set(text, found);
    return found;
  };
}

interface Shape {
  readonly fields: ReadonlySet<string>;
  readonly required: readonly string[];
}

/** The declaration of the event whose name is the value of one of an example's own members; `{…}` in a name stands for any word. */
function eventFinder(events: readonly EventType[]): (value: Json) => string | undefined {
  const exact = new Map(events.flatMap(({ names, declaration }) => names.map((name) => [name, declaration] as const)));
  const templates = events.flatMap(({ names, declaration }) =>
    names.filter((name) => /\{[^}]*\}/.test(name)).map((name) => ({ parts: name.split(/\{[^}]*\}/), declaration })),
  );
  const fitting = (text: string): string | undefined => exact.get(text) ?? templates.find(({ parts }) => isBuilt(text, parts))?.declaration;
  return (value) => {
    const texts = entries(value).flatMap(([, inner]) => (isString(inner) && inner.length <= LONGEST_NAME ? [inner] : []));
    return texts.map(fitting).find((declaration) => declaration !== undefined);
  };
}

/** Whether a text is the parts of a template with words between them. */
function isBuilt(text: string, [first = "", ...rest]: readonly string[]): boolean {
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const next = index === rest.length - 1 ? text.length - part.length : text.indexOf(part, at + 1);
    if (next <= at || !text.startsWith(part, next) || !/^[\w-]+$/.test(text.slice(at, next))) return false;
    at = next + part.length;
  }
  return at === text.length;
}

/** How many types a finding names. */
const NAMED = 4;

/** Whether a type has every field of an example, and the example what the type requires. One common field alone tells nothing. */
const fits = (keys: readonly string[], { fields, required }: Shape): boolean =>
  keys.length > 0 &&
  keys.every((key) => fields.has(key)) &&
  required.every((key) => keys.includes(key)) &&
  (keys.length > 1 || fields.size === 1);

const whatStands = (value: Json): string => (isArray(value) ? "this list" : isObject(value) ? "this object" : "this value");
