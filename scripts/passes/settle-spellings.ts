// Finds how names that an SDK prints are spelt on the wire: examples decide, and where none does, every spelling passes.
import type { Contract, Declaration, Diagnostic, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, isObject, member, stringMember } from "../lib/json.ts";
import { besideDocument, partOrigin } from "../lib/parts.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { isOpenSpelling, otherSpellingsPattern, spellingKey } from "../lib/spelling.ts";

/** By declaration: the names that examples show. */
type Seen = ReadonlyMap<string, Set<string>>;

/**
 * A member of an example that has the letters of a printed name is that field, and its name is the field's. A name that no example shows
 * keeps its printed spelling in the type, where it is optional: a value that has it under another spelling is as good, and is checked as well.
 */
export function settleSpellings(contract: Contract): Contract {
  const printed = contract.declarations.filter(({ printedNames }) => printedNames !== undefined);
  if (printed.length === 0) return contract;
  const seen = namesInExamples(contract);
  const renamed = new Map(printed.map((declaration) => [declaration.name, wireNames(declaration, seen)]));
  const diagnostics: Diagnostic[] = [];
  const declarations = contract.declarations.map((declaration) => {
    const names = renamed.get(declaration.name);
    if (names === undefined) return declaration;
    const settled = withNames(declaration, names);
    if (names.size > 0) diagnostics.push(settledFinding(declaration, names));
    const shown = seen.get(declaration.name) ?? new Set();
    const open = (declaration.printedNames ?? []).filter((name) => !names.has(name) && !shown.has(name) && isOpenSpelling(name));
    const stated = open.filter((name) => member(member(declaration.schema, "properties"), name) !== undefined);
    if (stated.length === 0) return settled;
    diagnostics.push(finding(declaration, stated));
    return { ...settled, schema: withOpenNames(settled.schema, stated) };
  });
  const examples = contract.examples.map((example) => {
    const [first = "", ...rest] = pointerKeys(example.pointer);
    const name = renamed.get(example.declaration)?.get(first);
    return name === undefined ? example : { ...example, pointer: pointerBelow("", name, ...rest) };
  });
  return { ...contract, declarations, examples, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

const settledFinding = (declaration: Declaration, names: ReadonlyMap<string, string>): Diagnostic =>
  diagnostic("spelling-settled", partOrigin(declaration, ""), {
    names: [...names].map(([printed, name]) => `${printed} is ${name}`).join(", "),
  });

function finding(declaration: Declaration, names: readonly string[]): Diagnostic {
  const required = member(declaration.schema, "required");
  const lost = names.filter((name) => isArray(required) && required.includes(name));
  const origin = partOrigin(declaration, "");
  return diagnostic("spelling-open", origin, {
    fields: names.join(", "),
    required: lost.length === 0 ? "" : `; the type cannot require ${lost.join(", ")}`,
    corrections: besideDocument(origin.file, "corrections.json"),
  });
}

/** Walks through all examples, along properties whose letters are those of the members. */
function namesInExamples({ declarations, examples }: Contract): Seen {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const seen = new Map<string, Set<string>>();
  const byKey = new Map<Json, ReadonlyMap<string, string>>();
  const propertyFor = (properties: Json, key: string): Json | undefined => {
    const own = member(properties, key);
    if (own !== undefined) return own;
    const names = byKey.get(properties) ?? namesByKey(entries(properties).map(([name]) => name));
    byKey.set(properties, names);
    return member(properties, names.get(spellingKey(key)) ?? key);
  };
  /** `along` holds the declarations that speak of the same value, so that references in a circle end. */
  const walk = (value: Json, schema: Json | undefined, owner: Declaration, along: readonly Declaration[] = []): void => {
    if (!isObject(schema)) return;
    const target = byName.get(stringMember(schema, "$ref") ?? "");
    if (target !== undefined && !along.includes(target)) walk(value, target.schema, target, [...along, target]);
    for (const keyword of ["anyOf", "allOf", "oneOf"]) {
      const forms = member(schema, keyword);
      if (isArray(forms)) for (const form of forms) walk(value, form, owner, along);
    }
    if (isArray(value)) for (const item of value) walk(item, member(schema, "items"), owner);
    if (!isObject(value)) return;
    const properties = member(schema, "properties") ?? {};
    const others = member(schema, "additionalProperties");
    for (const [key, inner] of entries(value)) {
      if (schema === owner.schema) seen.set(owner.name, (seen.get(owner.name) ?? new Set()).add(key));
      walk(inner, propertyFor(properties, key) ?? others, owner);
    }
  };
  for (const { declaration, pointer, value } of examples) {
    const owner = byName.get(declaration);
    if (owner === undefined) continue;
    if (pointer === "") walk(value, owner.schema, owner);
    else walk(value, partAt(owner.schema, pointer), owner);
  }
  return seen;
}

/** The schema of a part of a value, where the way to it leads through properties. */
const partAt = (schema: Json, pointer: string): Json | undefined =>
  pointerKeys(pointer).reduce<Json | undefined>((at, key) => member(member(at, "properties"), key), schema);

/** Names by their letters, those left out that two names share. */
function namesByKey(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const name of names) {
    const key = spellingKey(name);
    if (found.has(key)) twice.add(key);
    found.set(key, name);
  }
  return new Map([...found].filter(([key]) => !twice.has(key)));
}

/** Printed name → name on the wire, where examples show one other name of the same letters and not the printed one. */
function wireNames({ name, printedNames = [], schema }: Declaration, seen: Seen): ReadonlyMap<string, string> {
  const properties = member(schema, "properties");
  const shown = [...(seen.get(name) ?? [])];
  const others = namesByKey(shown.filter((key) => member(properties, key) === undefined));
  const own = namesByKey(printedNames);
  return new Map(
    [...own].flatMap(([key, printed]) => {
      const other = others.get(key);
      return other === undefined || shown.includes(printed) || member(properties, printed) === undefined ? [] : [[printed, other] as const];
    }),
  );
}

function withNames(declaration: Declaration, names: ReadonlyMap<string, string>): Declaration {
  const { schema, parts } = declaration;
  if (names.size === 0 || !isObject(schema)) return declaration;
  const follow = (name: string): string => names.get(name) ?? name;
  const required = member(schema, "required");
  const renamedParts = Object.entries(parts).map(([pointer, origins]) => {
    const [first, name, ...rest] = pointerKeys(pointer);
    return [first === "properties" && name !== undefined ? pointerBelow("", first, follow(name), ...rest) : pointer, origins] as const;
  });
  return {
    ...declaration,
    schema: {
      ...schema,
      properties: fromEntries(entries(member(schema, "properties")).map(([name, inner]) => [follow(name), inner])),
      ...(isArray(required) ? { required: required.map((name) => (typeof name === "string" ? follow(name) : name)) } : {}),
    },
    parts: Object.fromEntries(renamedParts),
  };
}

/** Members of another spelling must be as the field is, and what is required must be there in one of its spellings. */
function withOpenNames(schema: Declaration["schema"], open: readonly string[]): Declaration["schema"] {
  if (!isObject(schema)) return schema;
  const required = listed(member(schema, "required"));
  const kept = required.filter((name) => !open.some((one) => one === name));
  const lost = open.filter((name) => required.includes(name));
  // Fields of one type share a pattern: names are many, and types are few.
  const byType = new Map<string, { readonly field: Json; readonly names: string[] }>();
  for (const name of open) {
    const field = withoutProse(member(member(schema, "properties"), name) ?? {});
    const key = JSON.stringify(field);
    const known = byType.get(key);
    if (known !== undefined) known.names.push(name);
    else if (!isObject(field) || Object.keys(field).length > 0) byType.set(key, { field, names: [name] });
  }
  const fields = [...byType.values()].map(({ field, names }): readonly [string, Json] => [otherSpellingsPattern(names), field]);
  // Where no member has another spelling, the printed one must be there.
  const present = lost.map((name) => ({
    if: { propertyNames: { not: { pattern: otherSpellingsPattern([name]) } } },
    then: { required: [name] },
  }));
  return {
    ...fromEntries(entries(schema).filter(([keyword]) => keyword !== "required")),
    ...(kept.length === 0 ? {} : { required: kept }),
    ...(fields.length === 0 ? {} : { patternProperties: fromEntries(fields) }),
    ...(present.length === 0 ? {} : { allOf: [...listed(member(schema, "allOf")), ...present] }),
  };
}

const listed = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

const PROSE: ReadonlySet<string> = new Set(["title", "description", "examples", "deprecated"]);

const withoutProse = (schema: Json): Json =>
  isObject(schema) ? fromEntries(entries(schema).filter(([keyword]) => !PROSE.has(keyword))) : schema;
