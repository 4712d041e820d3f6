// Where the fast reader of YAML is in a text, and the steps over lines and spaces.

/** Where the members of an object, or the items of a list, stand. */
export interface Places {
  /** Names in the order of the text; null for a list. */
  readonly keys: string[] | null;
  /** Offset and length of each key; the offset of each item, and 1. */
  readonly at: number[];
}

/** The state of reading. */
export interface Cursor {
  readonly text: string;
  readonly places: Map<object, Places>;
  /** Numbers and truth values that JSON writes in another way, by the offset of their key or item. */
  readonly written: Map<number, string>;
  pos: number;
  /** The column of the content at `pos`; -1 at the end of the text, -2 when the text is left to others. */
  column: number;
  levels: number;
  /** The offset by which the next scalar is known, and the length of the last key. */
  owner: number;
  keyLength: number;
}

export function giveUp(c: Cursor): undefined {
  c.column = -2;
  return undefined;
}

export const isBlank = (c: Cursor, at: number): boolean => at >= c.text.length || c.text[at] === " " || c.text[at] === "\n";

export const isDash = (c: Cursor, at: number): boolean => c.text[at] === "-" && isBlank(c, at + 1);

export function lineEnd(c: Cursor, at: number): number {
  const end = c.text.indexOf("\n", at);
  return end === -1 ? c.text.length : end;
}

export function afterSpaces(c: Cursor, start: number): number {
  let at = start;
  while (c.text[at] === " ") at += 1;
  return at;
}

/** Whether nothing but a comment follows on a line. */
export function isRestEmpty(c: Cursor, from: number): boolean {
  const at = afterSpaces(c, from);
  return at >= c.text.length || c.text[at] === "\n" || (c.text[at] === "#" && at > from);
}

export function toContent(c: Cursor, from: number): void {
  for (let start = from; ;) {
    const at = afterSpaces(c, start);
    const unit = c.text[at];
    if (unit === "#" || unit === "\n") start = lineEnd(c, at) + 1;
    else {
      c.column = at >= c.text.length ? -1 : unit === "\t" ? -2 : at - start;
      c.pos = at;
      return;
    }
  }
}

export const finishLine = (c: Cursor): void => (isRestEmpty(c, c.pos) ? toContent(c, lineEnd(c, c.pos) + 1) : void giveUp(c));
