// From the rows of a property table to the schema of an object: dotted names become nested objects.
import type { Json, JsonObject, Origin } from "../contract.ts";
import { entries, isObject, member } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** One row of a table, read. */
export interface Row {
  /** The field's name; `entityRef.id` is the field `id` of the object `entityRef`. */
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
    path.forEach((_, index) => {
      const pointer = path.slice(0, index + 1).reduce((at, step) => pointerBelow(at, "properties", step), "");
      parts[pointer] ??= [row.origin];
      if (index === path.length - 1) for (const [inner, origin] of Object.entries(row.cells ?? {})) parts[pointer + inner] = [origin];
    });
  }
  return { schema, parts };
}

function withProperty(schema: JsonObject, [name, ...rest]: readonly string[], row: Row): JsonObject {
  if (name === undefined) return schema;
  const properties = member(schema, "properties");
  const before = member(properties, name);
  const inner =
    rest.length === 0
      ? { ...(isObject(before) ? before : {}), ...row.schema }
      : withProperty(isObject(before) ? before : { type: "object" }, rest, row);
  const required = row.required && rest.length === 0 ? { required: [...listed(member(schema, "required")), name] } : {};
  return {
    ...schema,
    ...required,
    properties: Object.fromEntries([...entries(properties).filter(([key]) => key !== name), [name, inner]]),
  };
}

const listed = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
