// From the rows of a property table to the schema of an object: dotted names become nested objects.
import type { Json, JsonObject, Origin } from "../contract.ts";
import { entries, fromEntries, isObject, member } from "../lib/json.ts";
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
  let schema: JsonObject = { type: "object" };
  const parts: { [pointer: string]: readonly Origin[] } = {};
  for (const row of rows) {
    const path = row.name.split(".");
    schema = withProperty(schema, path, row);
    let pointer = "";
    path.forEach((step, index) => {
      const [name, lists] = listsOf(step);
      pointer = pointerBelow(pointer, "properties", name);
      parts[pointer] ??= [row.origin];
      if (index === path.length - 1) for (const [inner, origin] of Object.entries(row.cells ?? {})) parts[pointer + inner] = [origin];
      for (let list = 0; list < lists; list += 1) pointer = pointerBelow(pointer, "items");
    });
  }
  return { schema, parts };
}

/** `errors[]` → errors, and one list around each. */
function listsOf(step: string): readonly [name: string, lists: number] {
  const lists = /(?:\[\])*$/.exec(step)?.[0].length ?? 0;
  return lists === 0 || lists === step.length ? [step, 0] : [step.slice(0, -lists), lists / 2];
}

function withProperty(schema: JsonObject, [step, ...rest]: readonly string[], row: Row): JsonObject {
  if (step === undefined) return schema;
  const [name, lists] = listsOf(step);
  const properties = member(schema, "properties");
  const before = member(properties, name);
  const own = isObject(before) ? before : {};
  const inner =
    rest.length === 0 ? { ...own, ...row.schema } : withItems(own, lists, (item) => withProperty({ type: "object", ...item }, rest, row));
  const required = row.required && rest.length === 0 ? { required: [...listed(member(schema, "required")), name] } : {};
  return {
    ...schema,
    ...required,
    properties: fromEntries([...entries(properties).filter(([key]) => key !== name), [name, inner]]),
  };
}

/** Changes what stands inside of so many lists. */
function withItems(schema: JsonObject, lists: number, change: (item: JsonObject) => JsonObject): JsonObject {
  // A list whose row does not say so, `lines.id` below `lines`, has its items described.
  const deep = lists > 0 || member(schema, "type") === "array" ? lists || 1 : 0;
  if (deep === 0) return change(schema);
  const items = member(schema, "items");
  return { ...schema, type: "array", items: withItems(isObject(items) ? items : {}, deep - 1, change) };
}

const listed = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
