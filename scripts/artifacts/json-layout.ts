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
  const text = jsonText(value);
  if (key === jsonKey || !text.text.includes('"__proto__"')) return text;
  if (isArray(value))
    return code`[${join(
      value.map((item) => onOneLine(item, key)),
      code`,`,
    )}]`;
  if (!isObject(value)) return text;
  return code`{${join(
    entries(value).map(([name, inner]) => code`${key(name)}:${onOneLine(inner, key)}`),
    code`,`,
  )}}`;
}

/** Lays a value out. The pieces are joined once: a document can have megabytes. */
export function layoutJson(value: Json, spread: Spread, key: Key, indent: Code = code``): Code {
  const pieces: Code[] = [];
  const path: string[] = [];
  const lay = (inner: Json, margin: Code): void => {
    const members = typeof inner === "object" && inner !== null && spread(path, inner) ? Object.entries(inner) : [];
    if (members.length === 0) return void pieces.push(onOneLine(inner, key));
    const deeper = code`\n${margin}  `;
    const isList = isArray(inner);
    const next = code`,${deeper}`;
    pieces.push(isList ? OPEN_LIST : OPEN, deeper);
    members.forEach(([name, item], index) => {
      if (index > 0) pieces.push(next);
      if (!isList) pieces.push(key(name), COLON);
      path.push(isList ? "*" : name);
      lay(item, code`${margin}  `);
      path.pop();
    });
    pieces.push(code`\n${margin}${isList ? CLOSE_LIST : CLOSE}`);
  };
  lay(value, indent);
  return join(pieces);
}

const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COLON] = [code`{`, code`}`, code`[`, code`]`, code`: `];

/** A schema: keywords and properties on lines of their own. */
export const spreadSchema: Spread = (path) => path.length === 0 || (path.length === 1 && (path[0] === "properties" || path[0] === "$defs"));
