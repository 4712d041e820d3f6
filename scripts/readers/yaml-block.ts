// A fast reader for the YAML that most documents are written in: block and flow collections, and scalars of every style. What is unusual
// (anchors, tags, directives, tabs, CRLF) or wrong it leaves to the reader that knows all of YAML.
import type { Json } from "../contract.ts";
import {
  afterSpaces,
  type Cursor,
  finishLine,
  giveUp,
  isBlank,
  isDash,
  isRestEmpty,
  lineEnd,
  type Places,
  toContent,
} from "./yaml-cursor.ts";
import { flow } from "./yaml-flow.ts";
import { blockScalar, INDICATORS, isKey, plainScalar, readKey } from "./yaml-lines.ts";

export interface BlockYaml {
  readonly value: Json;
  readonly places: ReadonlyMap<object, Places>;
  /** Numbers and truth values that JSON writes in another way, by the offset of their key or item. */
  readonly written: ReadonlyMap<number, string>;
}

interface Filling {
  [key: string]: Json;
}

const MOST_LEVELS = 200;

/** The value of a text; undefined when it is not plainly YAML of this kind. */
export function readBlockYaml(text: string): BlockYaml | undefined {
  if (/^\uFEFF|\r|^(?:%|---|\.\.\.)/m.test(text)) return undefined;
  const c: Cursor = { text, places: new Map(), written: new Map(), pos: 0, column: -1, levels: 0, owner: 0, keyLength: 0 };
  toContent(c, 0);
  const value = c.column < 0 ? undefined : block(c, -1);
  return c.column !== -1 || typeof value !== "object" || value === null ? undefined : { value, places: c.places, written: c.written };
}

function block(c: Cursor, parent: number): Json | undefined {
  if (isDash(c, c.pos)) return sequence(c, c.column);
  return isKey(c) ? mapping(c, c.column) : inline(c, parent);
}

/** A value that begins on the line of its key or dash. */
function inline(c: Cursor, parent: number): Json | undefined {
  const unit = c.text[c.pos] ?? "";
  if (unit === "\t") return giveUp(c);
  if (unit === "|" || unit === ">") return blockScalar(c, parent);
  const isQuoted = unit === '"' || unit === "'";
  if (!isQuoted && unit !== "[" && unit !== "{")
    return unit !== "" && (!INDICATORS.includes(unit) || (unit === "-" && !isBlank(c, c.pos + 1))) ? plainScalar(c, parent) : giveUp(c);
  const value = flow(c, parent, 0);
  if (value === undefined) return undefined;
  finishLine(c);
  return value;
}

function mapping(c: Cursor, own: number): Json | undefined {
  if (c.levels > MOST_LEVELS) return giveUp(c);
  c.levels += 1;
  const keys: string[] = [];
  const at: number[] = [];
  const members: Filling = {};
  c.places.set(members, { keys, at });
  do {
    c.owner = c.pos;
    const key = readKey(c);
    if (key === undefined || key === null || key === "__proto__" || Object.hasOwn(members, key)) return giveUp(c);
    keys.push(key);
    at.push(c.owner, c.keyLength);
    const value = memberValue(c, own);
    if (value === undefined) return giveUp(c);
    members[key] = value;
  } while (c.column === own);
  c.levels -= 1;
  return c.column > own ? giveUp(c) : members;
}

function memberValue(c: Cursor, own: number): Json | undefined {
  if (!isRestEmpty(c, c.pos)) {
    c.pos = afterSpaces(c, c.pos);
    return inline(c, own);
  }
  toContent(c, lineEnd(c, c.pos) + 1);
  if (c.column > own) return block(c, own);
  return c.column === own && isDash(c, c.pos) ? sequence(c, own) : c.column === -2 ? undefined : null;
}

function sequence(c: Cursor, own: number): Json | undefined {
  if (c.levels > MOST_LEVELS) return giveUp(c);
  c.levels += 1;
  const at: number[] = [];
  const items: Json[] = [];
  c.places.set(items, { keys: null, at });
  do {
    const dash = c.pos;
    c.pos = afterSpaces(c, dash + 1);
    if (isRestEmpty(c, dash + 1)) toContent(c, lineEnd(c, c.pos) + 1);
    else c.column = own + c.pos - dash;
    if (c.column <= own) return giveUp(c);
    c.owner = c.pos;
    at.push(c.pos, 1);
    const value = block(c, own);
    if (value === undefined) return giveUp(c);
    items.push(value);
  } while (c.column === own && isDash(c, c.pos));
  c.levels -= 1;
  return c.column > own ? giveUp(c) : items;
}
