// The numbers of lines that were copied along with an example: "1 {", "2   "id": …", or each on a line of its own.
import type { Line } from "./lines.ts";

/** Where a line begins with its number. */
const NUMBERED = /^[^\S\r\n]*(\d{1,4})[^\S\r\n]?[|:.]?/;

/** From where each number stands to where it ends, as far as every line has one, counted from the first. */
export function lineNumbers(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const none: ReadonlyMap<number, number> = new Map();
  if (!/^1(?!\d)/.test(text.slice(from, from + 2))) return none;
  let expected = 1;
  let own = false;
  for (let at = from; at < to;) {
    const end = lineEnd(text, at, to);
    const line = text.slice(at, end);
    const [head = "", digits = ""] = NUMBERED.exec(line) ?? [];
    const isNext = digits !== "" && Number(digits) === expected;
    // Numbers on lines of their own stand above the lines that they count.
    if (found.size === 0) own = line.trim() === digits;
    if (isNext && (!own || line.trim() === digits)) {
      const start = at + head.indexOf(digits);
      found.set(start, start + digits.length + (own ? 0 : head.length - head.indexOf(digits) - digits.length));
      expected += 1;
    } else if (!own && line.trim() !== "") break;
    at = end + 1;
  }
  return found.size > 2 ? found : none;
}

const lineEnd = (text: string, at: number, to: number): number => {
  const end = text.indexOf("\n", at);
  return end === -1 || end > to ? to : end;
};

/** How many of some lines go on counting from 1, beginning with one that opens an object or a list. */
export function numberedLines(lines: readonly Line[], index: number): number {
  const first = lines[index]?.text ?? "";
  const own = /^\s*1\s*$/.test(first);
  if (!/^\s*1[\s|:.]*[[{]/.test(first) && !(own && /^\s*[[{]/.test(lines[index + 1]?.text ?? ""))) return 0;
  let count = 0;
  for (let at = index; at < lines.length; at += own ? 2 : 1) {
    if (Number(/^\s*(\d{1,4})(?=\D|$)/.exec(lines[at]?.text ?? "")?.[1] ?? Number.NaN) !== count + 1) break;
    count += 1;
  }
  return count < 2 ? 0 : own ? count * 2 : count;
}
