// Where JSON stands among the lines of a page, whole or damaged.
import { numberedLines } from "./line-numbers.ts";
import { isBlankLine, type Line } from "./lines.ts";

const BEGINS =
  /^\s*(?:[[{]\s*$|[[{]\s*["'“}\]{[\d]|[[{]\s*(?:\\["n]|&quot;)|(?:[“"']|\\"|&quot;)[^"'”]*?(?:[”"']|&quot;)\s*:|[[{]\s*(?:\/\/|\/\*|\.\.\.))/;
const GOES_ON =
  /^\s*(?:(?!\[[^\]]*\]\()[[\]{}"'“”,]|\\["n]|&quot;|#\s|-?\d[\d.eE+-]*\s*(?:[,\]}]|\/\/|$)|(?:true|false|null)\b|\/\/|\/\*|\.\.\.|…|[\w$]+\s*:\s*(?:["'[{\d-]|true|false|null))/;

/** The lines from one that begins JSON to the last one that can be of it; null when none begins there. */
export function jsonRegion(lines: readonly Line[], index: number): { readonly to: number; readonly next: number } | null {
  const first = lines[index]?.text ?? "";
  const numbered = /^\s*1(?!\d)/.test(first) ? numberedLines(lines, index) : 0;
  if (numbered === 0 && !BEGINS.test(first)) return null;
  let last = index + Math.max(0, numbered - 1);
  for (let at = last + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (isBlankLine(line)) continue;
    if (!GOES_ON.test(line.text) && !isInside(lines, at)) break;
    last = at;
  }
  const end = lines[last];
  return { to: end === undefined ? 0 : end.offset + end.text.length, next: last + 1 };
}

/** Whether a line that is no JSON has JSON right above and below it that does not begin anew: it is damage, and no text between examples. */
function isInside(lines: readonly Line[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at + 1]];
  return above !== undefined && below !== undefined && !isBlankLine(above) && GOES_ON.test(below.text) && !/^[[{]/.test(below.text);
}
