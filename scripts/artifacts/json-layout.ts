// JSON on lines that make small diffs: one line for each declaration's keyword, property, example and finding.
import type { Json } from "../contract.ts";
import { code, join, jsonText, type Code } from "../lib/code.ts";
import { entries, isArray, isObject } from "../lib/json.ts";

/** Decides by the path whether a value is spread over lines; the layout does not depend on lengths, so nothing reflows. */
export type Spread = (path: readonly string[], value: Json) => boolean;

/** How a member's name is written. */
export type Key = (name: string) => Code;

/** In JSON. */
export const jsonKey: Key = (name) => jsonText(name);

/** In a module, where `"__proto__": …` would set the prototype. */
export const moduleKey: Key = (name) => (name === "__proto__" ? code`["__proto__"]` : jsonText(name));

function onOneLine(value: Json, key: Key): Code {
  if (key === jsonKey || !JSON.stringify(value).includes('"__proto__"')) return jsonText(value);
  if (isArray(value))
    return code`[${join(
      value.map((item) => onOneLine(item, key)),
      code`,`,
    )}]`;
  if (!isObject(value)) return jsonText(value);
  return code`{${join(
    entries(value).map(([name, inner]) => code`${key(name)}:${onOneLine(inner, key)}`),
    code`,`,
  )}}`;
}

/** Lays a value out. */
export function layoutJson(value: Json, spread: Spread, key: Key, indent: Code = code``, path: readonly string[] = []): Code {
  const deeper = code`${indent}  `;
  if (!spread(path, value)) return onOneLine(value, key);
  if (isArray(value)) {
    if (value.length === 0) return code`[]`;
    const items = value.map((item) => code`${deeper}${layoutJson(item, spread, key, deeper, [...path, "*"])}`);
    return code`[\n${join(items, code`,\n`)}\n${indent}]`;
  }
  if (!isObject(value) || Object.keys(value).length === 0) return jsonText(value);
  const members = entries(value).map(
    ([name, inner]) => code`${deeper}${key(name)}: ${layoutJson(inner, spread, key, deeper, [...path, name])}`,
  );
  return code`{\n${join(members, code`,\n`)}\n${indent}}`;
}

/** A schema: keywords and properties on lines of their own. */
export const spreadSchema: Spread = (path) => path.length === 0 || (path.length === 1 && (path[0] === "properties" || path[0] === "$defs"));
