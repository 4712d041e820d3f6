// From the rows of a property table to the schema of an object: dotted names become nested objects.
import type { Json, JsonObject, Origin } from "../contract.ts";
import { entries, fromEntries, isArray } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** One row of a table, read. */
export interface Row {
  /** The field's name; `entityRef.id` is the field `id` of the object `entityRef`, `errors[].field` one of each item of `errors`. */
  readonly name: string;
  readonly schema: JsonObject;
  readonly required: boolean;
  readonly origin: Origin;
  /** Where parts of the schema are stated, by pointer in it, when the row has cells of its own for them. */
  readonly cells?: { readonly [pointer: string]: Origin };
}

interface TableSchema {
  readonly schema: JsonObject;
  readonly parts: { readonly [pointer: string]: readonly Origin[] };
}

/** The object that a table describes. */
export function tableSchema(rows: readonly Row[]): TableSchema {
  const schema = draftOf({ type: "object" });
  const parts: { [pointer: string]: readonly Origin[] } = {};
  for (const row of rows) {
    const path = row.name.split(".");
    addProperty(schema, path, row);
    let pointer = "";
    path.forEach((step, index) => {
      const [name, lists] = listsOf(step);
      pointer = pointerBelow(pointer, "properties", name);
      parts[pointer] ??= [row.origin];
      if (index === path.length - 1) for (const [inner, origin] of Object.entries(row.cells ?? {})) parts[pointer + inner] = [origin];
      for (let list = 0; list < lists; list += 1) pointer = pointerBelow(pointer, "items");
    });
  }
  return { schema: schemaOf(schema), parts };
}

/** `errors[]` → errors, and one list around each. */
function listsOf(step: string): readonly [name: string, lists: number] {
  const lists = /(?:\[\])*$/.exec(step)?.[0].length ?? 0;
  return lists === 0 || lists === step.length ? [step, 0] : [step.slice(0, -lists), lists / 2];
}

/** A schema that rows are still added to: each costs the same, however many there are. */
interface Draft {
  /** The keywords in their order; those that have a member of their own here are null. */
  readonly keywords: Map<string, Json>;
  properties: Map<string, Draft | Json> | null;
  required: Json[] | null;
  items: Draft | null;
}

const draftOf = (schema: Json | undefined): Draft => ({
  keywords: new Map(entries(schema)),
  properties: null,
  required: null,
  items: null,
});

const isDraft = (value: Draft | Json | undefined): value is Draft =>
  typeof value === "object" && value !== null && "keywords" in value && value.keywords instanceof Map;

function addProperty(draft: Draft, [step, ...rest]: readonly string[], row: Row): void {
  if (step === undefined) return;
  const [name, lists] = listsOf(step);
  draft.properties ??= new Map(entries(draft.keywords.get("properties")));
  const before = draft.properties.get(name);
  const own = isDraft(before) ? before : draftOf(before);
  if (rest.length === 0) state(own, row.schema);
  else addProperty(innermost(own, lists), rest, row);
  if (row.required && rest.length === 0) {
    draft.required ??= [...listed(draft.keywords.get("required"))];
    draft.required.push(name);
    draft.keywords.set("required", null);
  }
  draft.keywords.set("properties", null);
  // What is added to goes behind the others.
  draft.properties.delete(name);
  draft.properties.set(name, own);
}

/** What a row says of a field leads over what was said before. */
function state(draft: Draft, schema: JsonObject): void {
  for (const [keyword, value] of entries(schema)) {
    if (keyword === "properties") draft.properties = null;
    if (keyword === "required") draft.required = null;
    if (keyword === "items") draft.items = null;
    draft.keywords.set(keyword, value);
  }
}

/** The object that stands inside of so many lists, which are made where they are not there. */
function innermost(draft: Draft, lists: number): Draft {
  // A list whose row does not say so, `lines.id` below `lines`, has its items described.
  const deep = lists > 0 || draft.keywords.get("type") === "array" ? lists || 1 : 0;
  if (deep > 0) {
    draft.items ??= draftOf(draft.keywords.get("items"));
    draft.keywords.set("type", "array").set("items", null);
    return innermost(draft.items, deep - 1);
  }
  // The type stands first, and what is said of it counts.
  const stated = [...draft.keywords];
  if (draft.keywords.has("type") && stated[0]?.[0] === "type") return draft;
  const type = draft.keywords.get("type") ?? "object";
  draft.keywords.clear();
  draft.keywords.set("type", type);
  for (const [keyword, value] of stated) if (keyword !== "type") draft.keywords.set(keyword, value);
  return draft;
}

function schemaOf(draft: Draft): JsonObject {
  const { keywords, properties, required, items } = draft;
  return fromEntries(
    [...keywords].map(([keyword, value]): readonly [string, Json] => {
      if (keyword === "properties" && properties !== null)
        return [keyword, fromEntries([...properties].map(([name, each]) => [name, isDraft(each) ? schemaOf(each) : each]))];
      if (keyword === "required" && required !== null) return [keyword, required];
      return [keyword, keyword === "items" && items !== null ? schemaOf(items) : value];
    }),
  );
}

const listed = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);
