// Two statements of one declaration: the stronger one leads, what it leaves out is taken from the weaker, and each disagreement is reported.
import type { Declaration, Json, JsonObject, Origin, Schema } from "../contract.ts";
import { entries, fromEntries, isArray, isObject, isSchema, isString, member, stringMember } from "../lib/json.ts";
import { compareOrigins } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { spellingKey } from "../lib/spelling.ts";
import { compareField, isText, placeOf, type Report } from "./disagreements.ts";
import { isPrinted, printedOf, respell, spellingOf } from "./printed-names.ts";
import { type Declarations, fieldsOf, followed, type Placed, requiredOf } from "./schema-facts.ts";
import { annotated, copyParts, isBare, type Parts, partsAt, strengthened, withReference } from "./take-over.ts";

/** What a merge needs to know of the contract around two declarations. */
export interface Around {
  readonly declarations: Declarations;
  readonly report: Report;
  /** Pairs of declarations that were compared, so that each disagreement is said once. */
  readonly compared: Set<string>;
  /** Names of texts that were found to speak of a part of a stronger declaration. */
  readonly answered: Set<string>;
  /** How many references were followed to get here. */
  readonly depth: number;
}

/** Further references are not followed to compare what they lead to: nobody reads a finding that far from its field. */
const DEEPEST = 20;

/** Documents that refer to each other in every way could keep a merge busy for ever. */
const MOST_PAIRS = 100_000;

/** Merges a weaker statement into the leading one. */
export function mergeDeclarations(leading: Declaration, weaker: Declaration, around: Around): Declaration {
  const parts: Parts = new Map(Object.entries(leading.parts));
  const own: Placed = { schema: leading.schema, declaration: leading, pointer: "" };
  const other: Placed = { schema: weaker.schema, declaration: weaker, pointer: "" };
  const merged = mergePlaced(own, other, leading.name, parts, around);
  const printedNames = printedOf(leading, weaker, merged);
  return {
    ...leading,
    ...(printedNames === undefined ? {} : { printedNames }),
    schema: isObject(merged) ? annotated(merged, other.schema, ["title", "description"], other, "", parts) : merged,
    parts: Object.fromEntries(parts),
    origins: distinct([...leading.origins, ...weaker.origins]),
    addresses: [...new Set([...leading.addresses, ...weaker.addresses])],
    supplied: leading.supplied && weaker.supplied,
  };
}

/** Merges what stands at one place. References are compared with what they lead to, and stay. */
function mergePlaced(own: Placed, other: Placed, field: string, parts: Parts, around: Around): Schema {
  const { declarations, report, answered } = around;
  const { schema } = own;
  if (!isObject(schema) || !isObject(other.schema)) return isText(own) && schema === true ? other.schema : schema;
  const [target, otherTarget] = [stringMember(schema, "$ref"), stringMember(other.schema, "$ref")];
  const annotations = (one: JsonObject): JsonObject =>
    own.pointer === ""
      ? one
      : annotated(one, other.schema, ["description", "examples", "default", "deprecated"], other, own.pointer, parts);
  // Both lead to one declaration, which is merged on its own.
  if (target !== undefined && target === otherTarget) return annotations(schema);
  const agree = compareField(own, other, field, declarations, report);
  if (!agree) return annotations(schema);
  if (target === undefined && otherTarget === undefined) return annotations(mergeInside(own, other, field, schema, parts, around));
  const [stated, said] = [followed(own, declarations), followed(other, declarations)];
  if (isText(own) && target === undefined && isBare(schema)) return annotations(withReference(schema, other, own.pointer, parts));
  if (otherTarget !== undefined && isText(said) && said.declaration !== stated.declaration) answered.add(otherTarget);
  const further = { ...around, depth: around.depth + 1 };
  if (target === undefined && isText(own)) return annotations(mergeInside(own, said, field, schema, parts, further));
  // What a reference leads to is only compared: it is merged where it is declared.
  if (isObject(stated.schema)) mergeInside(stated, said, field, stated.schema, new Map(), further);
  return annotations(schema);
}

/** Whether a field stands in the text of its object, and not in something that the object refers to. */
const isInside = (one: Placed, around: Placed): boolean =>
  one.declaration === around.declaration && one.pointer.startsWith(`${around.pointer}/`);

const placeKey = ({ declaration, pointer }: Placed): string => `${declaration.origins[0]?.file ?? ""}#${declaration.name}#${pointer}`;

/** Fields, items and values of maps. */
function mergeInside(own: Placed, other: Placed, field: string, schema: JsonObject, parts: Parts, around: Around): JsonObject {
  if (around.depth > 0) {
    // Away from home each pair is compared once.
    const pair = `${placeKey(own)}\n${placeKey(other)}`;
    if (around.compared.has(pair) || around.compared.size >= MOST_PAIRS || around.depth > DEEPEST) return schema;
    around.compared.add(pair);
  }
  const merged: { [keyword: string]: Json } = { ...schema };
  for (const keyword of ["items", "additionalProperties"]) {
    const [inner, another] = [member(schema, keyword), member(other.schema, keyword)];
    if (!isSchema(inner) || !isSchema(another)) continue;
    const inside = `${keyword === "items" ? "each item" : "each value"} of ${field}`;
    merged[keyword] = mergePlaced(below(own, inner, keyword), below(other, another, keyword), inside, parts, around);
  }
  const fields = mergeFields(own, other, schema, parts, around);
  if (fields !== null) Object.assign(merged, fields);
  return isText(own) ? strengthened(merged, other, own.pointer, parts) : merged;
}

const below = (placed: Placed, schema: Schema, ...steps: readonly string[]): Placed => ({
  ...placed,
  schema,
  pointer: pointerBelow(placed.pointer, ...steps),
});

/** The fields of two objects, by name up to the spelling; null when neither states any. */
function mergeFields(own: Placed, other: Placed, schema: JsonObject, parts: Parts, around: Around): JsonObject | null {
  const { declarations, report } = around;
  const [fields, others] = [fieldsOf(own, declarations), fieldsOf(other, declarations)];
  if (fields.size === 0 && others.size === 0) return null;
  const direct = member(schema, "properties");
  const bySpelling = new Map([...fields.keys()].toReversed().map((name) => [spellingKey(name), name]));
  const changed = new Map<string, Json>(entries(direct));
  const met = new Set<string>();
  const spelt = new Map<string, string>();
  const respelt = new Map<string, string>();
  for (const [name, said] of others) {
    const known = fields.has(name) ? name : bySpelling.get(spellingKey(name));
    const stated = known === undefined ? undefined : fields.get(known);
    const place = placeOf(said);
    if (known === undefined || stated === undefined) {
      const keptOut = !isText(own);
      report(
        keptOut ? "field-not-in-schema" : "field-only-there",
        place,
        { field: name, other: place, leading: placeOf(own) },
        name.length,
      );
      if (keptOut) continue;
      const pointer = pointerBelow(own.pointer, "properties", name);
      changed.set(name, said.schema);
      copyParts(said, pointer, parts, place);
      continue;
    }
    met.add(known);
    spelt.set(name, known);
    const spelling = spellingOf(own, known, other, name);
    if (spelling !== known) respelt.set(known, spelling);
    // How an SDK's language writes names is no statement about the wire.
    if (known !== name && !isPrinted(other, name))
      report("spellings-differ", place, { field: name, spelling, other: place, leading: placeOf(stated) }, name.length);
    const atHome = isInside(stated, own) && isInside(said, other);
    const merged = mergePlaced(stated, said, known, parts, atHome ? around : { ...around, depth: around.depth + 1 });
    if (stated.declaration !== own.declaration || stated.pointer !== pointerBelow(own.pointer, "properties", known)) continue;
    changed.set(known, merged);
    const [here, there] = [parts.get(stated.pointer), partsAt(said)];
    if (here !== undefined || there !== undefined)
      parts.set(stated.pointer, distinct([...(here ?? [placeOf(stated)]), ...(there ?? [place])]));
  }
  // Only a page's own table that is empty leaves out all fields; a row that calls a field an object says nothing of what is in it.
  const ownTable = around.depth === 0 && own.pointer === "" && other.declaration.origins[0]?.file === own.declaration.origins[0]?.file;
  if (others.size > 0 || ownTable)
    reportLeftOut(
      own,
      other,
      [...fields].filter(([name]) => !met.has(name)),
      others.size === 0,
      report,
    );
  const required = mergeRequired(own, other, fields, others, spelt, around);
  respell(own.pointer, respelt, parts);
  const follow = (name: string): string => respelt.get(name) ?? name;
  const needed = required ?? (respelt.size === 0 ? undefined : member(schema, "required"));
  return {
    ...(isArray(needed) ? { required: needed.map((name) => (isString(name) ? follow(name) : name)) } : {}),
    ...(changed.size === 0 && direct === undefined
      ? {}
      : { properties: fromEntries([...changed].map(([name, one]) => [follow(name), one])) }),
  };
}

/** Fields that the weaker statement leaves out, one by one; a table without rows leaves out all of them at once. */
function reportLeftOut(own: Placed, other: Placed, left: readonly (readonly [string, Placed])[], all: boolean, report: Report): void {
  if (left.length === 0) return;
  const place = placeOf(other);
  if (isText(other) && all)
    return report("field-not-in-table", place, { field: left.map(([name]) => name).join(", "), leading: placeOf(own) }, 1);
  for (const [name, stated] of left)
    report(isText(other) ? "field-not-in-table" : "field-not-there", place, { field: name, other: place, leading: placeOf(stated) }, 1);
}

/** A page that prints an SDK's names has a column for what is required. */
const nothingRequired = ({ declaration, pointer }: Placed): ReadonlySet<string> | null =>
  declaration.printedNames !== undefined && pointer === "" ? new Set() : null;

/** Which fields must be there. Where the stronger text says nothing of it, the weaker one's word counts; null leaves things as they are. */
function mergeRequired(
  own: Placed,
  other: Placed,
  fields: ReadonlyMap<string, Placed>,
  others: ReadonlyMap<string, Placed>,
  spelt: ReadonlyMap<string, string>,
  { declarations, report }: Around,
): readonly Json[] | null {
  const said = requiredOf(other, declarations) ?? nothingRequired(other);
  const stated = requiredOf(own, declarations) ?? nothingRequired(own);
  if (said === null && isText(other)) return null;
  const named = new Set([...(said ?? [])].map((name) => spelt.get(name) ?? name));
  if (stated === null && isText(own)) return [...named];
  for (const [name, known] of spelt) {
    const [there, here] = [said?.has(name) === true, stated?.has(known) === true];
    const field = others.get(name);
    const leading = fields.get(known);
    if (there === here || field === undefined || leading === undefined) continue;
    const words = (required: boolean): string => (required ? "required" : "optional");
    report(
      "required-differs",
      placeOf(field),
      { field: known, other: placeOf(field), leading: placeOf(leading), weaker: words(there), stronger: words(here) },
      name.length,
    );
  }
  if (!isText(own)) return null;
  const list = member(own.schema, "required");
  const before = isArray(list) ? list : [];
  const added = [...named].filter((name) => !fields.has(name) && !before.includes(name));
  return added.length === 0 ? null : [...before, ...added];
}

const distinct = (origins: readonly Origin[]): readonly Origin[] =>
  origins.filter((origin, at) => origins.findIndex((one) => compareOrigins(one, origin) === 0) === at);
