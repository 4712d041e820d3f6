// The prose of a model page: what a model or a field is, and whether it is to be used no more.
import { cellText } from "./markdown-tables.ts";

/** A description; "" when there is none. */
export interface Prose {
  readonly description: string;
  readonly deprecated: boolean;
}

/** `: warning: ** DEPRECATED **: Use name instead.<br/><br/>` in a cell, `> :warning: **DEPRECATED**: …` on a line. */
const NOTICE = /^(?:> *)?: ?warning ?: *\*\* ?DEPRECATED ?\*\*(?:: *| *)/i;

/** What the generator of the page says where the vendor gives no reason. */
const NO_REASON = "This will be removed in a future release, please migrate away from it as soon as possible.";

/** The prose in a cell of a table. */
export function cellProse(text: string): Prose {
  const shown = cellText(text);
  const notice = NOTICE.exec(shown)?.[0] ?? "";
  const rest = shown.slice(notice.length).trim();
  const told = notice !== "" && rest.startsWith(NO_REASON) ? rest.slice(NO_REASON.length).trim() : rest;
  return { description: told === "N/A" ? "" : told, deprecated: notice !== "" };
}

/** The prose between a page's title and its tables. */
export function pageProse(lines: readonly string[]): Prose {
  const notices = lines.filter((line) => NOTICE.test(line));
  const description = lines
    .flatMap((line) => {
      if (!NOTICE.test(line)) return [line];
      const reason = line.replace(NOTICE, "").trim();
      return reason === NO_REASON || reason === "" ? [] : [reason];
    })
    .map((line) => line.replace(/\uFEFF/g, "").trimEnd())
    .join("\n")
    .trim();
  return { description, deprecated: notices.length > 0 };
}
