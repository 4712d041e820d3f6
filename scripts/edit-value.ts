// Edits a JSON value by paths: `payload.status`, or the JSON Pointer `/payload/status`.
import type { Json } from "./contract.ts";
import { UsageError } from "./files.ts";
import { entries, fromEntries, isArray, isObject, member, valueWords } from "./lib/json.ts";
import { pointerKeys } from "./lib/pointer.ts";

/** The keys of a path. A field whose name holds a full stop is named by a pointer. */
const keysOf = (path: string): readonly string[] => (path.startsWith("/") ? pointerKeys(path) : path.split("."));

/**
 * An edit as it is written: `payload.status=Failed`. What stands behind the first `=` is JSON, or else a text.
 * @throws {UsageError} when it has no path.
 */
export function readEdit(edit: string): readonly [path: string, field: Json] {
  const at = edit.indexOf("=");
  if (at < 1) throw new UsageError(`--set takes a path and a value, path=value, and not ${JSON.stringify(edit)}.`);
  const text = edit.slice(at + 1);
  try {
    return [edit.slice(0, at), JSON.parse(text)];
  } catch {
    return [edit.slice(0, at), text];
  }
}

/**
 * A value with one field set; objects on the way are made.
 * @throws {UsageError} when the path leads where no field can be.
 */
export const setField = (value: Json, path: string, field: Json): Json => edited(value, keysOf(path), field, path);

/**
 * A value without one field.
 * @throws {UsageError} when there is no such field.
 */
export const unsetField = (value: Json, path: string): Json => edited(value, keysOf(path), undefined, path);

function edited(value: Json | undefined, keys: readonly string[], field: Json | undefined, path: string): Json {
  const [key = "", ...deeper] = keys;
  const isLast = deeper.length === 0;
  if (isArray(value)) {
    const index = key === "-" ? value.length : Number(key);
    const last = field === undefined || !isLast ? value.length - 1 : value.length;
    if (!(key === "-" || /^(?:0|[1-9]\d*)$/.test(key)) || index > last)
      throw new UsageError(`${path} leads into a list of ${value.length}, which has no item ${JSON.stringify(key)}.`);
    return isLast
      ? value.toSpliced(index, 1, ...(field === undefined ? [] : [field]))
      : value.with(index, edited(value[index], deeper, field, path));
  }
  if (value !== undefined && !isObject(value)) throw new UsageError(`${path} leads through ${valueWords(value)}, which has no fields.`);
  const inner = member(value, key);
  if (field === undefined && inner === undefined) throw new UsageError(`There is no ${path} that could be left out.`);
  const others = entries(value);
  if (isLast && field === undefined) return fromEntries(others.filter(([name]) => name !== key));
  const made = isLast && field !== undefined ? field : edited(inner, deeper, field, path);
  return fromEntries(inner === undefined ? [...others, [key, made]] : others.map(([name, old]) => [name, name === key ? made : old]));
}
