// Documentation pages as plain text: headings, paragraphs, tables whose columns are glued, and JSON examples.
import type { Contract, Declaration, Diagnostic, Example, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { inferSchema } from "../lib/infer.ts";
import { entries, fromEntries, isArray, isObject, member, stringMember } from "../lib/json.ts";
import { originAt } from "../lib/origin.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { pascalCase, singular } from "../lib/words.ts";
import { isTableHeader } from "./glued-row.ts";
import { isBlankLine, type Line, linesOf } from "./lines.ts";
import { describedAt, type PageExample, pageExamples } from "./page-examples.ts";
import { assemble, describe, type Described, type ProseTable } from "./prose-tables.ts";
import { type Document, emptyContract, type Reader, type ValueText } from "./reader.ts";

export const prosePage: Reader = {
  format: "prose-page",
  precedence: 10,
  recognises: (text) => text.split(/\r?\n/).some(isTableHeader),
  read(document: Document): readonly Contract[] {
    const page = readPage(document);
    const [first, ...further] = page.tables;
    if (first === undefined) return [emptyContract(document.vendor, page.diagnostics)];
    const keys = new Set(page.examples.flatMap(({ text }) => allKeys(text.value)));
    const isKnown = (name: string): boolean => keys.has(name.split(".")[0] ?? name);
    const described = assemble(
      describe(document.source, first, isKnown),
      further.map((table) => [table, describe(document.source, table, isKnown)] as const),
    );
    return [withEvent(document, page, first, described)];
  },
};

interface Page {
  readonly title: Line | undefined;
  /** The paragraph under the title. */
  readonly summary: string;
  readonly tables: readonly ProseTable[];
  readonly examples: readonly PageExample[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Goes through the lines: a table begins at its header and ends at a blank line; JSON begins at a brace; what else stands there is headings and text. */
function readPage({ source }: Document): Page {
  const lines = linesOf(source);
  const told = lines.filter((line) => !isBlankLine(line));
  const [title, second] = told;
  const tables: ProseTable[] = [];
  const examples: PageExample[] = [];
  const diagnostics: Diagnostic[] = [];
  let heading = "";
  let intro = "";
  let consumed = 0;
  for (const [index, line] of lines.entries()) {
    if (line.offset < consumed || isBlankLine(line)) continue;
    if (isTableHeader(line.text)) {
      const end = lines.findIndex((other, at) => at > index && isBlankLine(other));
      const rows = lines.slice(index + 1, end === -1 ? lines.length : end);
      // A section's first table goes by its heading, further ones by the sentence that introduces them.
      const name = tables.some((table) => table.heading === heading) ? intro : heading;
      tables.push({ heading: name, rows, origin: originAt(source, line.offset, pointerBelow("", name)) });
      consumed = (rows.at(-1)?.offset ?? line.offset) + 1;
    } else if (/^\s*[[{]/.test(line.text)) {
      const read = pageExamples(source, line, heading);
      examples.push(...read.examples);
      diagnostics.push(...read.diagnostics);
      consumed = read.end;
    } else if (/:\s*$/.test(line.text)) intro = line.text.trim().replace(/:$/, "");
    else if (isHeading(line.text)) heading = line.text.trim();
  }
  return { title, summary: second === undefined || isHeading(second.text) ? "" : second.text, tables, examples, diagnostics };
}

/** A line that names what follows: short, and no sentence. */
const isHeading = (line: string): boolean => line.length < 80 && !/[.!?:]\s*$/.test(line);

const allKeys = (value: Json): readonly string[] => entries(value).flatMap(([key, inner]) => [key, ...allKeys(inner)]);

/** The event of a page: the object that its tables describe, and the envelope that its examples show around it. */
function withEvent(document: Document, page: Page, first: ProseTable, described: Described): Contract {
  const { source, vendor, supplement } = document;
  const origin = page.title === undefined ? first.origin : originAt(source, page.title.offset, "");
  const titleName = pascalCase(singular(page.title?.text ?? "")) || "Page";
  const at = describedAt(
    page.examples,
    entries(member(described.schema, "properties")).map(([name]) => name),
  );
  const [constant] = entries(member(described.schema, "properties")).flatMap(([name, schema]) => {
    const value = stringMember(schema, "const");
    return value === undefined ? [] : [{ name, value }];
  });
  const wished = at === "" ? titleName : pascalCase(`${constant?.value ?? titleName} ${first.heading.replace(/\bobjects?\b/i, "")}`);
  const objectName = at !== "" && wished.toLowerCase() === titleName.toLowerCase() ? titleName + pascalCase(at) : wished;
  const summary = page.summary === "" ? {} : { description: page.summary };
  const object: Declaration = {
    name: objectName,
    addresses: [`#${objectName}`],
    schema: at === "" ? { ...summary, ...described.schema } : described.schema,
    origins: [first.origin],
    parts: described.parts,
    supplied: supplement,
    statedBy: "text",
  };
  const around = at === "" ? null : envelope(at, titleName, summary, page, object);
  const outer = around?.declaration ?? object;
  return {
    ...emptyContract(vendor, [...page.diagnostics, ...described.diagnostics, ...(around?.diagnostics ?? [])]),
    declarations: around === null ? [object] : [around.declaration, object],
    events:
      constant === undefined
        ? []
        : [{ names: [constant.value], discriminator: pointerBelow(at, constant.name), declaration: outer.name, origin }],
    examples: page.examples.map(({ text, origin: place }): Example => ({
      declaration: outer.name,
      pointer: "",
      value: text.value,
      origin: place,
      places: memberPlaces(text),
    })),
  };
}

/** The places of an example's members, at any depth. */
function memberPlaces(text: ValueText): Example["places"] {
  const places: { [pointer: string]: Origin } = {};
  const visit = (value: Json, pointer: string): void => {
    const origin = text.origin(pointer);
    if (origin !== undefined) places[pointer] = origin;
    if (isArray(value)) value.forEach((item, index) => visit(item, pointerBelow(pointer, index)));
    for (const [key, inner] of entries(value)) visit(inner, pointerBelow(pointer, key));
  };
  visit(text.value, "");
  return places;
}

/** The object around the described one. Members that every example has are required: no table speaks of them. */
function envelope(
  at: string,
  name: string,
  summary: JsonObject,
  { examples }: Page,
  object: Declaration,
): { readonly declaration: Declaration; readonly diagnostics: readonly Diagnostic[] } {
  const values = examples.map(({ text }) => text.value).filter(isObject);
  const [inner = ""] = pointerKeys(at);
  const names = [...new Set(values.flatMap((value) => Object.keys(value)))];
  const place = (member_: string): readonly Origin[] =>
    examples.flatMap(({ text }) => text.origin(pointerBelow("", member_)) ?? []).slice(0, 1);
  const shown = (member_: string): JsonObject => {
    const value = values.map((one) => member(one, member_)).find((one) => one !== undefined);
    return value === undefined ? {} : inferSchema(value);
  };
  const declaration: Declaration = {
    name,
    addresses: [`#${name}`],
    schema: {
      type: "object",
      ...summary,
      required: names.filter((key) => values.every((value) => Object.hasOwn(value, key))),
      properties: fromEntries(names.map((key) => [key, key === inner ? { $ref: `#${object.name}` } : shown(key)])),
    },
    origins: examples.slice(0, 1).map(({ origin }) => origin),
    parts: Object.fromEntries(names.map((key) => [pointerBelow("/properties", key), place(key)])),
    supplied: object.supplied,
    statedBy: "text",
  };
  const others = names.filter((key) => key !== inner).join(", ");
  const [first] = place(inner);
  const diagnostics =
    first === undefined
      ? []
      : [
          diagnostic(
            "envelope-from-examples",
            first,
            { field: inner, others: others === "" ? "what stands" : others, corrections: besideDocument(first.file, "corrections.json") },
            inner.length + 2,
          ),
        ];
  return { declaration, diagnostics };
}
