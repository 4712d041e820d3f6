// Whether a text looks like a page of documentation that holds facts: a table of fields in any layout, or an event with its JSON.
import { linesOf } from "./lines.ts";
import { located } from "../lib/origin.ts";
import { isTableHeader } from "./glued-row.ts";
import { bulletList } from "./prose-bullets.ts";
import { gluedRoles, roleOf, tableRoles } from "./prose-columns.ts";
import { fieldLines, isFieldLine } from "./prose-field-lines.ts";
import { pairList } from "./prose-pairs.ts";
import type { LaidPage } from "./prose-layout.ts";
import { isPartedHeader } from "./prose-piped.ts";

/** Whether a text is HTML: it begins with a tag of a page, after comments. */
export const isHtml = (text: string): boolean =>
  /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|article|main|section|div|table|header|h[1-6]|p|ul|dl)\b/i.test(text);

/** Goes through the lines once; the first fact is enough. */
export function looksLikeProse(text: string): boolean {
  if (isHtml(text)) return hasHtmlTable(text);
  const lines = linesOf(located("", text));
  const page = { lines, isKnown: (): boolean => false };
  let example = false;
  let fence: string | null = null;
  let header = 0;
  for (const [index, line] of lines.entries()) {
    const told = line.text.trim();
    if (told === "") continue;
    const mark = /^(?:```+|~~~+)\s*([\w+]*)/.exec(told);
    if (mark !== null) fence = fence === null ? (mark[1] ?? "") : null;
    if (mark !== null || (fence !== null && !/^(?:json\w?|)$/i.test(fence))) continue;
    if (told.length < 4000 && (isTableHeader(told) || isPartedHeader(told))) return true;
    if (told.length < 80 && gluedRoles(told) !== null && !told.includes(" ")) return true;
    // One cell of a header a line: the name's, the type's.
    const role = roleOf(told);
    if (header > 0 && role === "type") return true;
    header = role === "name" ? index + 1 : role === null ? 0 : header;
    if (isBullet(line.text) && !isBullet(lines[index - 1]?.text ?? "") && hasFields(page, index)) return true;
    if (isFieldLine(page, line) && (fieldLines(page, index)?.rows.length ?? 0) > 1) return true;
    example ||= /^\s*(?:[[{]\s*(?:$|["'{])|"[^"]+"\s*:)/.test(line.text);
  }
  return example && (isAboutEvents(text) || hasPairs(text));
}

const hasFields = (page: LaidPage, index: number): boolean => (bulletList(page, index)?.rows.length ?? 0) > 1;

const isBullet = (text: string): boolean => /^\s*[-*+•]\s/.test(text);

const isAboutEvents = (text: string): boolean =>
  /^(?:#+ |title:|[A-Z])[^\n]{0,80}\b(?:webhooks?|events?|payloads?)\b/im.test(text.slice(0, 2000));

function hasPairs(text: string): boolean {
  const lines = linesOf(located("", text));
  const keys = new Set([...text.matchAll(/"([^"\\\r\n]{1,200})"\s*:/g)].map(([, key]) => key ?? ""));
  const page = { lines, isKnown: (name: string): boolean => keys.has(name) };
  return lines.some((_, index) => pairList(page, index) !== null);
}

/** A name in bold or as code, with a type right behind it. */
const MARKED_FIELD =
  /<(?:code|strong|b)>[\w.]+<\/(?:code|strong|b)>(?:[^<]|<\/?(?:em|i|b|code|span|small)\b[^<>]*>){0,80}?\b(?:string|integer|boolean|object)/gi;

/** A row whose cells are the header of a table of fields, a list of terms, or lines that are fields. */
function hasHtmlTable(text: string): boolean {
  return (
    text.split(/<tr\b/i).some((row) => {
      const cells = (row.split(/<\/tr/i)[0] ?? "").split(/<t[hd]\b[^>]*>/i).slice(1);
      return tableRoles(cells.map((cell) => cell.replace(/<[^>]*>/g, "").trim())) !== null;
    }) || (text.match(MARKED_FIELD)?.length ?? 0) > (/<(?:dl|ul)\b/i.test(text) ? 0 : 1)
  );
}
