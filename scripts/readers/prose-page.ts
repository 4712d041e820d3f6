// Documentation pages as text, Markdown or HTML: headings, paragraphs, tables of fields in many layouts, and JSON examples.
import type { Contract, Json } from "../contract.ts";
import { entries, isArray } from "../lib/json.ts";
import { located } from "../lib/origin.ts";
import { pascalCase, singular } from "../lib/words.ts";
import { isBlankLine, linesOf } from "./lines.ts";
import { type PageText, documentText } from "./page-text.ts";
import { pageBlocks } from "./prose-blocks.ts";
import { isHtml, looksLikeProse } from "./prose-recognised.ts";
import { rootsOf } from "./prose-roots.ts";
import { sectionsOf } from "./prose-sections.ts";
import { type Document, emptyContract, type Reader } from "./reader.ts";

export const prosePage: Reader = {
  format: "prose-page",
  precedence: 10,
  recognises: (text, file) => !/\.(?:json|ya?ml)$/i.test(file) && looksLikeProse(text),
  async read(document: Document): Promise<readonly Contract[]> {
    const { source } = document;
    if (!isHtml(source.text)) return [readPage(document, documentText(source))];
    const { htmlText } = await import("./html-text.ts");
    return [readPage(document, htmlText(source))];
  },
};

function readPage(document: Document, page: PageText): Contract {
  const lines = linesOf(located(document.source.file, page.text));
  const keys = new Set([...page.text.matchAll(/["'“‘]([^"'“”‘’\\\r\n]{1,200})["'”’]\s*:/g)].map(([, key]) => key ?? ""));
  const isKnown = (name: string): boolean => keys.has(name) || (!/\s/.test(name) && keys.has(name.split(/[.[]/)[0] ?? name));
  const blocks = pageBlocks({ lines, isKnown });
  const { tables, examples, diagnostics } = sectionsOf(blocks, page);
  const shown = valuesByName(examples.map(({ text }) => text.value));
  const [title, second] = blocks.filter(({ line }) => !isBlankLine(line));
  const summary = second?.kind === "text" ? second.line.text.trim() : "";
  const titleText = title?.kind === "heading" || title?.kind === "text" ? title.text : "";
  const titleName = pascalCase(singular(titleText)) || "Page";
  const found = rootsOf({
    document,
    page,
    tables,
    examples,
    titleName,
    titleOrigin: title === undefined ? undefined : page.origin(title.line.offset, ""),
    summary,
    isKnown,
    shown: (name) => shown.get(name) ?? [],
  });
  return { ...emptyContract(document.vendor, [...diagnostics, ...found.diagnostics]), ...found.contract };
}

/** The scalar values that examples have under each name, at any depth. */
function valuesByName(values: readonly Json[]): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  const visit = (value: Json, depth: number): void => {
    if (depth > 100) return;
    if (isArray(value)) return value.forEach((item) => visit(item, depth + 1));
    for (const [name, inner] of entries(value)) {
      const list = found.get(name) ?? [];
      found.set(name, list);
      if (typeof inner !== "object") list.push(inner);
      visit(inner, depth + 1);
    }
  };
  values.forEach((value) => visit(value, 0));
  return found;
}
