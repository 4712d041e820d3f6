// The objects that a page describes by itself: which tables make them up, and which examples are theirs.
import type { Contract, Declaration, Diagnostic, EventType, Json, JsonObject } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isObject, member, stringMember } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase, singular } from "../lib/words.ts";
import { describedAt } from "./page-examples.ts";
import type { PageFacts } from "./page-facts.ts";
import { envelope } from "./prose-envelope.ts";
import { placedExample } from "./placed-example.ts";
import { objectsOfExamples } from "./prose-inferred.ts";
import type { SectionExample, SectionTable } from "./prose-sections.ts";
import { belowPointer, describe, type Described, normal, ownerOf, place, type Place, placesIn, shownPlace } from "./prose-tables.ts";
import { withShownTypes } from "./shown-types.ts";

/** An object that no table of the page holds: an event, or a type that others refer to. */
interface Root {
  readonly table: SectionTable;
  readonly described: Described;
  /** The objects in it that further tables may describe. */
  readonly places: readonly Place[];
  readonly fields: readonly (readonly [name: string, schema: Json])[];
}

const rootAt = (table: SectionTable, described: Described): Root => ({
  table,
  described,
  places: placesIn(described.schema),
  fields: entries(member(described.schema, "properties")),
});

type Found = Pick<Contract, "declarations" | "events" | "examples" | "diagnostics">;

/** Puts the tables together and gives each object the examples that show it. */
export function rootsOf(facts: PageFacts): { readonly contract: Omit<Found, "diagnostics">; readonly diagnostics: readonly Diagnostic[] } {
  const { tables, examples } = facts;
  if (tables.length === 0) {
    const { diagnostics, ...contract } = objectsOfExamples(facts);
    return { contract, diagnostics };
  }
  const { roots, diagnostics: lost } = gathered(facts);
  const shares = new Map<Root, SectionExample[]>(roots.map((root) => [root, []]));
  const diagnostics: Diagnostic[] = [...lost];
  for (const example of examples) {
    const root = rootOf(example, roots);
    if (root === undefined) diagnostics.push(diagnostic("example-without-table", example.origin));
    else shares.get(root)?.push(example);
  }
  const all = roots.map((root, index) => declared(root, index === 0, shares.get(root) ?? [], facts));
  return {
    contract: {
      declarations: all.flatMap(({ declarations }) => declarations),
      events: all.flatMap(({ events }) => events),
      examples: all.flatMap((found) => found.examples),
    },
    diagnostics: [...diagnostics, ...all.flatMap((found) => found.diagnostics)],
  };
}

/** Every table is an object by itself, or a part of one that stands before it. */
function gathered({ page, tables, examples, isKnown, shown }: PageFacts): {
  readonly roots: readonly Root[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const named = typeNames(tables);
  const values = examples.map(({ text }) => text.value);
  const roots: Root[] = [];
  // What the types of tables so far refer to by name stands by itself.
  const referred = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const table of tables) {
    const own = describe(table, { page, isKnown, shown, named: (words) => named.get(normal(words)) });
    // A second table right under a heading goes on with the first one.
    const continued = roots.findIndex((root) => root.table.heading === table.heading);
    const fields = entries(member(own.schema, "properties")).map(([name]) => name.split(".")[0] ?? name);
    for (const [, name] of JSON.stringify(own.schema).matchAll(/"\$ref":"#([^"]*)"/g)) referred.add(name ?? "");
    const isType = referred.has(named.get(normal(table.heading)) ?? "");
    const owner = isType ? null : placeOf(roots, table, fields, values);
    if (owner !== null) roots[owner.index] = rootAt(owner.root.table, place(owner.root.described, owner.at, own, table.origin));
    else if (continued !== -1) {
      const root = roots[continued];
      if (root !== undefined) roots[continued] = rootAt(root.table, place(root.described, [], own, table.origin));
    } else if (REQUEST.test(table.heading) && !isShown(fields, values))
      diagnostics.push(diagnostic("table-of-request", table.origin, { heading: table.heading }));
    else if (roots.some((root) => root.table.subject === table.subject) && !isShown(fields, values))
      diagnostics.push(...own.diagnostics, diagnostic("section-without-owner", table.origin, { heading: table.heading }));
    else {
      // "The receipt object" of an event that does not speak of a receipt.
      const isPart = roots.length > 0 && /\b(?:objects?|arrays?|lists?)\b/i.test(table.heading) && !named.has(normal(table.heading));
      if (isPart && !isShown(fields, values))
        diagnostics.push(diagnostic("section-without-owner", table.origin, { heading: table.heading }));
      roots.push(rootAt(table, own));
    }
  }
  return { roots, diagnostics };
}

/** Headings of what a caller sends to the vendor. */
const REQUEST = /^(?:(?:query|path|route|url|request|http|header|body|input) )*(?:parameters|headers|arguments)$/i;

/** Whether an example, or an object right in it, has at least half of the fields. */
const isShown = (fields: readonly string[], values: readonly Json[]): boolean =>
  values
    .flatMap((value) => [value, ...entries(value).map(([, inner]) => inner)])
    .some((object) => fields.filter((name) => member(object, name) !== undefined).length * 2 >= Math.max(1, fields.length));

/** What the words of a type may refer to: the subjects of the page's tables. */
const typeNames = (tables: readonly SectionTable[]): ReadonlyMap<string, string> =>
  new Map(
    tables
      .filter(({ isTitled }) => isTitled)
      .map(({ heading }) => [normal(heading.replace(/^the\s+|\s+objects?$/gi, "")), typeName(heading)]),
  );

const typeName = (heading: string): string => pascalCase(heading.replace(/^the\s+|\s+objects?$/gi, ""));

interface Owner {
  readonly index: number;
  readonly root: Root;
  readonly at: readonly string[];
}

/** The object that a table belongs to: the titles say so, of the closest object before it first; or else the examples do. */
function placeOf(roots: readonly Root[], table: SectionTable, fields: readonly string[], values: readonly Json[]): Owner | null {
  const before = roots.map((root, index) => ({ root, index })).toReversed();
  for (const { root, index } of before) {
    const at = ownerOf(root.places, table.titles);
    if (at !== null) return { index, root, at };
  }
  // A table that has a subject of its own is no part of anything; another one belongs to something near.
  if (table.isTitled && !/\b(?:objects?|arrays?|lists?)\b/i.test(table.heading)) return null;
  for (const { root, index } of before.slice(0, 3)) {
    const names = root.fields.map(([name]) => name);
    const pointer = describedAt(values, names);
    const at = shownPlace(
      root.places,
      fields,
      values.flatMap((value) => belowPointer(value, pointer)),
    );
    if (at !== null) return { index, root, at };
  }
  return null;
}

/** The root that an example shows most fields of, its constants foremost; of those alike the last one before it. */
function rootOf(example: SectionExample, roots: readonly Root[]): Root | undefined {
  const { value } = example.text;
  const inside = [value, ...entries(value).map(([, inner]) => inner)].filter(isObject);
  const scored = roots.map((root) => ({ root, score: scoreOf(inside, root), before: root.table.offset < example.offset }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return undefined;
  const alike = scored.filter(({ score }) => score === best);
  return (alike.findLast(({ before }) => before) ?? alike[0])?.root;
}

function scoreOf(inside: readonly JsonObject[], { fields: properties }: Root): number {
  const fits = inside.map((object) => {
    const held = properties.filter(([name]) => member(object, name) !== undefined);
    const constants = held.filter(([, schema]) => member(schema, "const") !== undefined);
    const wrong = constants.filter(([name, schema]) => member(schema, "const") !== member(object, name)).length;
    return held.length === 0 ? 0 : held.length + constants.length - 2 * wrong + held.length / (properties.length + 1);
  });
  return Math.max(0, ...fits);
}

/** A root as declarations, with its event and examples. */
function declared({ table, described: untyped }: Root, leads: boolean, examples: readonly SectionExample[], facts: PageFacts): Found {
  const { document, titleName, titleOrigin } = facts;
  const fields = entries(member(untyped.schema, "properties")).map(([name]) => name);
  const at = describedAt(
    examples.map(({ text }) => text.value),
    fields,
  );
  const described = withShownTypes(
    untyped,
    examples.flatMap(({ text }) => belowPointer(text.value, at)),
    table.origin,
  );
  const [constant] = entries(member(described.schema, "properties")).flatMap(([name, schema]) => {
    const value = stringMember(schema, "const");
    return value === undefined ? [] : [{ name, value }];
  });
  const ownName = table.isTitled ? typeName(table.heading) : pascalCase(singular(table.subject));
  const eventName = ownName || titleName;
  const wished = at === "" ? eventName : pascalCase(`${constant?.value ?? eventName} ${table.heading.replace(/\bobjects?\b/i, "")}`);
  const objectName = at !== "" && wished.toLowerCase() === eventName.toLowerCase() ? eventName + pascalCase(at) : wished;
  const summary: JsonObject = facts.summary === "" || !leads || table.isTitled ? {} : { description: facts.summary };
  const object: Declaration = {
    name: objectName,
    addresses: [`#${objectName}`],
    schema: at === "" ? { ...summary, ...described.schema } : described.schema,
    origins: [table.origin],
    parts: described.parts,
    supplied: document.supplement,
    statedBy: "text",
  };
  const around = at === "" ? null : envelope(at, eventName, summary, examples, object);
  const outer = around?.declaration ?? object;
  const origin = (leads ? titleOrigin : undefined) ?? table.origin;
  const events: readonly EventType[] =
    constant === undefined
      ? []
      : [{ names: [constant.value], discriminator: pointerBelow(at, constant.name), declaration: outer.name, origin }];
  return {
    declarations: around === null ? [object] : [around.declaration, object],
    events,
    examples: examples.filter(({ partial }) => !partial).map((example) => placedExample(example, outer.name)),
    diagnostics: [...described.diagnostics, ...(around?.diagnostics ?? [])],
  };
}
