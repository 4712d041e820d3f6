// The parts of a model page: title, prose, and the section at its end that states the model.
import type { Line } from "./lines.ts";
import { bareText, cellsOf, isRow } from "./markdown-tables.ts";

/** What the last section of a page states. */
type SectionKind = "Fields" | "Values" | "Supported Types";

export interface ModelSections {
  readonly title: string;
  readonly titleLine: Line;
  /** Whether the title is struck through. */
  readonly struck: boolean;
  /** The lines between the title and the model's own sections. */
  readonly prose: readonly Line[];
  readonly kind: SectionKind;
  /** The lines below the section's heading. */
  readonly body: readonly Line[];
  /** Lines that belong to none of the parts. */
  readonly stray: readonly Line[];
}

const SECTION = /^## +(Fields|Values|Supported Types) *$/;
const TITLE = /^# +(\S+)(?: +#+)? *$/;

/** Takes a page apart; null when it is none. Prose may hold headings, tables and fences of its own: what states the model stands last. */
export function modelSections(all: readonly Line[]): ModelSections | null {
  const [lines, front] = withoutFrontMatter(all);
  const start = lines.findIndex(({ text }) => TITLE.test(text.replace(/^\uFEFF/, "")));
  const titleLine = lines[start];
  const section = lines.findLastIndex((line, index) => index > start && kindOf(line, lines, index) !== null);
  const heading = lines[section];
  const kind = heading === undefined ? null : kindOf(heading, lines, section);
  if (titleLine === undefined || kind === null) return null;
  const written = TITLE.exec(titleLine.text.replace(/^\uFEFF/, ""))?.[1] ?? "";
  const usage = usageStart(lines, start, section);
  const end = lines.findIndex(({ text }, index) => index > section && text.startsWith("## "));
  const body = lines.slice(section + 1, end === -1 ? lines.length : end);
  const rest = end === -1 ? [] : lines.slice(end);
  return {
    title: bareText(written),
    titleLine,
    struck: written.startsWith("~~"),
    prose: lines.slice(start + 1, usage),
    kind,
    body,
    stray: [...front, ...lines.slice(0, start).filter((line) => !isSilent(line)), ...afterModel(rest)],
  };
}

/** Whether a text looks like a page: a title, and a section that states a model. */
export const isModelPage = (text: string): boolean =>
  /^\uFEFF?# +\S+[ \t#]*\r?$/m.test(text) && /^## +(Fields|Values|Supported Types)[ \t]*\r?$/m.test(text);

/** What a heading's section states, when the lines below it do. */
function kindOf({ text }: Line, lines: readonly Line[], index: number): SectionKind | null {
  const kind = SECTION.exec(text)?.[1];
  if (kind === undefined) return null;
  const below = lines.slice(index + 1, index + 12).filter((line) => line.text.trim() !== "");
  const header = below.find(isRow);
  const names = header === undefined ? [] : cellsOf(header).map((cell) => cell.text.toLowerCase());
  if (kind === "Fields") return names.includes("field") && names.includes("type") ? "Fields" : null;
  if (kind === "Values")
    return names.includes("value") || below.some((line) => /^(```|~~~|[-*] +`(?:["']|-?\d))/.test(line.text)) ? "Values" : null;
  return below.some((line) => line.text.startsWith("### ") || line.text === "###") ? "Supported Types" : null;
}

/** Where the code that shows a use of the model begins, right before the section that states it. */
function usageStart(lines: readonly Line[], start: number, section: number): number {
  const usage = lines.slice(0, section).findLastIndex(({ text }) => /^## +Example Usage\b/.test(text));
  if (usage <= start) return section;
  let fence = "";
  const code = lines.slice(usage + 1, section).every(({ text }) => {
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== "") {
      if (mark !== undefined && mark.startsWith(fence)) fence = "";
      return true;
    }
    fence = mark ?? "";
    return mark !== undefined || text.trim() === "" || /^###* /.test(text);
  });
  return code ? usage : section;
}

/** Sections behind the one that states the model: how a language tells the forms of a union apart says nothing of JSON. */
function afterModel(lines: readonly Line[]): readonly Line[] {
  if (lines.length === 0) return [];
  if (!/^## +Union Discrimination\b/.test(lines[0]?.text ?? "")) return lines.filter((line) => !isSilent(line));
  const next = lines.findIndex(({ text }, index) => index > 0 && text.startsWith("## "));
  return next === -1 ? [] : afterModel(lines.slice(next));
}

/** A line that says nothing: a comment, an import of an MDX page, or a blank. */
const isSilent = ({ text }: Line): boolean =>
  /^\uFEFF?\s*$/.test(text) || /^\s*(<!--.*-->|\{\/\*.*\*\/\})\s*$/.test(text) || /^(import|export) .*/.test(text);

/** The lines without the page's settings, and those of the settings' lines that set nothing. */
function withoutFrontMatter(lines: readonly Line[]): readonly [readonly Line[], readonly Line[]] {
  if (lines[0]?.text.replace(/^\uFEFF/, "").trimEnd() !== "---") return [lines, []];
  const end = lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === "---");
  if (end === -1) return [lines, []];
  const odd = lines.slice(1, end).filter(({ text }) => text.trim() !== "" && !/^\s*(#|-|[\w.-]+\s*:|[[{\]}]|\s)/.test(text));
  return [lines.slice(end + 1), odd];
}
