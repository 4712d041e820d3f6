// JSON on lines that make small diffs: one line for each declaration's keyword, property, example and finding.
import type { Json } from "../contract.ts";
import { code, join, jsonText, type Code } from "../lib/code.ts";
import { entries, isArray, isObject } from "../lib/json.ts";

/** Decides by the path whether a value is spread over lines; the layout does not depend on lengths, so nothing reflows. */
export type Spread = (path: readonly string[], value: Json) => boolean;

/** Lays a value out. */
export function layoutJson(value: Json, spread: Spread, indent: Code = code``, path: readonly string[] = []): Code {
  const deeper = code`${indent}  `;
  if (!spread(path, value)) return jsonText(value);
  if (isArray(value)) {
    if (value.length === 0) return code`[]`;
    const items = value.map((item) => code`${deeper}${layoutJson(item, spread, deeper, [...path, "*"])}`);
    return code`[\n${join(items, code`,\n`)}\n${indent}]`;
  }
  if (!isObject(value) || Object.keys(value).length === 0) return jsonText(value);
  const members = entries(value).map(([key, inner]) => code`${deeper}${jsonText(key)}: ${layoutJson(inner, spread, deeper, [...path, key])}`);
  return code`{\n${join(members, code`,\n`)}\n${indent}}`;
}

/** A schema: keywords and properties on lines of their own. */
export const spreadSchema: Spread = (path) => path.length === 0 || (path.length === 1 && (path[0] === "properties" || path[0] === "$defs"));
