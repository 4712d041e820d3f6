// Scalars of YAML 1.2 as they are written, and what they mean by the core schema (YAML 1.2.2, section 10.3).

const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const BASED = /^0(o[0-7]+|x[0-9a-fA-F]+)$/;
const NINE = 57;

/** The value of a plain scalar; undefined for `.inf` and `.nan`, which no JSON text can hold. */
export function plainValue(text: string): null | boolean | number | string | undefined {
  // Most scalars begin with a letter, as no number does.
  if (text.charCodeAt(0) > NINE) {
    if (text === "true" || text === "True" || text === "TRUE") return true;
    if (text === "false" || text === "False" || text === "FALSE") return false;
    return text === "null" || text === "Null" || text === "NULL" || text === "~" ? null : text;
  }
  if (INTEGER.test(text)) return Number.parseInt(text, 10);
  if (FLOAT.test(text)) return Number.parseFloat(text);
  if (BASED.test(text)) return Number.parseInt(text.slice(2), text.charAt(1) === "o" ? 8 : 16);
  return /^[-+]?\.(inf|nan)$/i.test(text) ? undefined : text;
}

/** The lines of a flow scalar as one text (section 6.5): a break is a space, and each empty line between is a break. Undefined with tabs. */
export function foldedFlow(lines: readonly string[]): string | undefined {
  const [first = "", ...others] = lines;
  if (others.length === 0) return first;
  if (lines.some((line) => line.includes("\t"))) return undefined;
  const last = others.pop() ?? "";
  return joined([first.trimEnd(), ...others.map((line) => line.trim()), last.trimStart()], true);
}

/** The lines of a block scalar in folded style (section 8.1.3). Undefined where some stand further in, which has rules of its own. */
export const foldedBlock = (lines: readonly string[]): string | undefined =>
  lines.some((line) => line.startsWith(" ") || line.startsWith("\t")) ? undefined : joined(lines, false);

/** `isFlow`: an empty first or last line stands for its break too. */
function joined(lines: readonly string[], isFlow: boolean): string {
  let text = "";
  let breaks = 0;
  for (const [index, line] of lines.entries()) {
    const isEnd = isFlow && (index === 0 || index === lines.length - 1);
    if (line !== "" || isEnd) {
      // The break after the last text counts only where no empty line follows; before the first text of a block there is none.
      const isStart = text === "" && !isFlow;
      text += isStart ? "\n".repeat(breaks) : index === 0 ? "" : breaks === 1 ? " " : "\n".repeat(breaks - 1);
      text += line;
      breaks = 0;
    }
    breaks += 1;
  }
  return text;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
]);

/** The text of a double-quoted scalar; undefined with an escape that is rare. */
export function unescaped(text: string): string | undefined {
  if (!text.includes("\\")) return text;
  let isRare = false;
  const result = text.replace(/\\(u[0-9a-fA-F]{4}|[^])/g, (_, escape: string) => {
    if (escape.length > 1) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    const known = ESCAPES.get(escape);
    isRare ||= known === undefined;
    return known ?? "";
  });
  return isRare ? undefined : result;
}
