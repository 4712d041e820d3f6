// SDK model pages: a title that names the model, prose, and at the end a section `Fields`, `Values` or `Supported Types`.
import type { Contract, Declaration, Diagnostic, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import type { Line } from "./lines.ts";
import { markdownLines } from "./markdown-tables.ts";
import { type ModelRead, readFields } from "./model-page-fields.ts";
import { pageProse } from "./model-page-prose.ts";
import { isModelPage, type ModelSections, modelSections } from "./model-page-sections.ts";
import { readUnion } from "./model-page-unions.ts";
import { readValues } from "./model-page-values.ts";
import { type Document, emptyContract, type Reader } from "./reader.ts";

export const modelPage: Reader = {
  format: "model-page",
  precedence: 20,
  recognises: (text) => isModelPage(text) && modelSections(markdownLines(text)) !== null,
  read: ({ source, vendor, supplement }: Document): readonly Contract[] => {
    const sections = modelSections(markdownLines(source.text));
    if (sections === null) return [emptyContract(vendor, [noModel(source.file)])];
    const read = readModel(sections, source);
    const { description, deprecated } = pageProse(sections.prose.map(({ text }) => text));
    const declaration: Declaration = {
      // Ruby's pages print the modules around the class: Models::Shared::Item.
      name: pascalCase(sections.title.split(/::|\\/).at(-1) ?? ""),
      addresses: [source.file.toLowerCase()],
      schema: {
        ...read.schema,
        ...(description === "" ? {} : { description }),
        ...(deprecated || sections.struck ? { deprecated: true } : {}),
      },
      parts: read.parts,
      origins: [originAt(source, sections.titleLine.offset, pointerBelow("", sections.title))],
      supplied: supplement,
      statedBy: "text",
      ...(read.printedNames === undefined ? {} : { printedNames: read.printedNames }),
    };
    const stray = [...sections.stray, ...read.stray].filter(({ text }) => text.trim() !== "");
    return [{ ...emptyContract(vendor, [...read.diagnostics, ...unaccounted(stray, source)]), declarations: [declaration] }];
  },
};

function readModel({ kind, body }: ModelSections, source: Located): ModelRead {
  if (kind === "Fields") return readFields(body, source);
  const at = (line: Line): Origin => originAt(source, line.offset, pointerBelow("", kind));
  if (kind === "Values") {
    const { schema, stray, doubtful } = readValues(body);
    return { schema, stray, parts: {}, diagnostics: doubtful === null ? [] : [diagnostic("values-numbers-or-texts", at(doubtful))] };
  }
  const { schema, headings, unread, stray } = readUnion(body);
  const lengthOf = ({ text }: Line): number => Math.max(1, text.length);
  return {
    schema,
    stray,
    parts: Object.fromEntries(headings.map((line, index) => [`/anyOf/${index}`, [at(line)]])),
    diagnostics: unread.map((line) =>
      diagnostic("type-of-the-sdk", at(line), { field: "this form", type: line.text.replace(/^#* */, "") }, lengthOf(line)),
    ),
  };
}

/** Lines that follow each other are one finding. */
function unaccounted(lines: readonly Line[], source: Located): readonly Diagnostic[] {
  const sorted = lines.toSorted((a, b) => a.number - b.number);
  return sorted
    .filter((line, index) => sorted[index - 1]?.number !== line.number - 1)
    .map(({ text, offset }) => {
      const blank = text.length - text.trimStart().length;
      return diagnostic("line-unaccounted", originAt(source, offset + blank, ""), { format: "model pages" }, text.trim().length);
    });
}

const noModel = (file: string): Diagnostic =>
  diagnostic(
    "source-unrecognised",
    { file, line: 1, column: 1, pointer: "" },
    { file, formats: "model pages", settings: besideDocument(file, "source.json") },
  );
