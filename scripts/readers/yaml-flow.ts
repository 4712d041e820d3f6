// Flow collections of the fast reader of YAML: lists in brackets, objects in braces, and what stands in them.
import type { Json } from "../contract.ts";
import { afterSpaces, type Cursor, giveUp, isBlank, lineEnd } from "./yaml-cursor.ts";
import { INDICATORS, plain, plainKey, quoted, quoteEnd } from "./yaml-lines.ts";

interface Filling {
  [key: string]: Json;
}

const MOST_LEVELS = 200;
const FLOW_TEXT = /[^,[\]{}\n]*/y;
const FLOW_KEY = /[^,[\]{}\n:#]*/y;

export function flow(c: Cursor, parent: number, level: number): Json | undefined {
  const unit = c.text[c.pos];
  if (level > MOST_LEVELS) return giveUp(c);
  if (unit === "[" || unit === "{") return flowCollection(c, parent, level, unit);
  if (unit === '"' || unit === "'") {
    const start = c.pos;
    const end = quoteEnd(c, start, c.text.length);
    if (end === undefined) return giveUp(c);
    c.pos = end;
    return quoted(c, start, end, parent);
  }
  FLOW_TEXT.lastIndex = c.pos;
  const source = (FLOW_TEXT.exec(c.text)?.[0] ?? "").trimEnd();
  const first = source.charAt(0);
  if (source === "" || (INDICATORS.includes(first) && !(first === "-" && !isBlank(c, c.pos + 1)))) return giveUp(c);
  if (/: |:$| #|\t/.test(source)) return giveUp(c);
  c.pos += source.length;
  return plain(c, source);
}

function flowCollection(c: Cursor, parent: number, level: number, open: "[" | "{"): Json | undefined {
  const close = open === "[" ? "]" : "}";
  const keys: string[] = [];
  const at: number[] = [];
  const items: Json[] = [];
  const members: Filling = {};
  c.pos += 1;
  for (;;) {
    skipInFlow(c, parent);
    if (c.column === -2) return undefined;
    if (c.text[c.pos] === close) break;
    c.owner = c.pos;
    if (open === "{") {
      const key = flowKey(c, parent);
      if (key === undefined || Object.hasOwn(members, key) || key === "__proto__") return giveUp(c);
      keys.push(key);
    }
    at.push(c.owner, open === "{" ? c.keyLength : 1);
    const value = flow(c, parent, level + 1);
    if (value === undefined) return undefined;
    if (open === "{") members[keys.at(-1) ?? ""] = value;
    else items.push(value);
    skipInFlow(c, parent);
    if (c.text[c.pos] === ",") c.pos += 1;
    else if (c.text[c.pos] !== close) return giveUp(c);
  }
  c.pos += 1;
  const value = open === "{" ? members : items;
  c.places.set(value, { keys: open === "{" ? keys : null, at });
  return value;
}

function flowKey(c: Cursor, parent: number): string | undefined {
  const start = c.pos;
  const isQuoted = c.text[c.pos] === '"' || c.text[c.pos] === "'";
  FLOW_KEY.lastIndex = c.pos;
  const bare = (FLOW_KEY.exec(c.text)?.[0] ?? "").trimEnd();
  const end = isQuoted ? quoteEnd(c, start, lineEnd(c, start)) : start + bare.length;
  if (end === undefined || (!isQuoted && INDICATORS.includes(bare.charAt(0)))) return giveUp(c);
  c.keyLength = end - start;
  c.pos = afterSpaces(c, end);
  if (c.text[c.pos] !== ":" || !isBlank(c, c.pos + 1)) return giveUp(c);
  c.pos += 1;
  skipInFlow(c, parent);
  return isQuoted ? quoted(c, start, end, -1) : plainKey(c, bare);
}

/** Over spaces and lines that stand further in than `parent`. */
function skipInFlow(c: Cursor, parent: number): void {
  c.pos = afterSpaces(c, c.pos);
  while (c.text[c.pos] === "\n") {
    const start = c.pos + 1;
    c.pos = afterSpaces(c, start);
    if (c.text[c.pos] !== "\n" && c.pos - start <= parent) return void giveUp(c);
  }
}
