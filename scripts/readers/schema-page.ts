// Schema-catalogue pages: a page's text, a property table with its columns run together, then a JSON Schema.
import type { Contract, Declaration, Diagnostic, JsonObject } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { stringMember } from "../lib/json.ts";
import { originAt } from "../lib/origin.ts";
import { pascalCase } from "../lib/words.ts";
import { readJsonAt } from "./json-document.ts";
import { restIsBlank } from "./json-text.ts";
import { isBlankLine, type Line, linesOf } from "./lines.ts";
import { type Document, emptyContract, type Reader } from "./reader.ts";
import { schemaDeclarations } from "./schema-declarations.ts";
import { type Row, tableSchema } from "./table-schema.ts";

const HEADER = /^Name\s*Type(\s*Description)?$/;
const ROW = /^(\S+) (string|number|integer|boolean|object|array|null)(?: (.+))?$/;
/** Lines around the schema that say nothing of it. */
const FURNITURE = [/^Properties$/, /^View JSON Schema\b/, /^JSON Schema$/, /^\S+\.json\b.*$/, /^\S.* · Schema$/];

export const schemaPage: Reader = {
  format: "schema-page",
  precedence: 40,
  recognises: (text) =>
    /^JSON Schema$/m.test(text) &&
    /^\{\s*"(\$schema|\$id|type|title|properties|\$ref|allOf|anyOf|oneOf|definitions|\$defs|description)"/m.test(text),
  read: (document) => {
    const lines = linesOf(document.source);
    const start = lines.find(({ text }) => text.startsWith("{"));
    if (start === undefined) return [emptyContract(document.vendor)];
    const page = pageText(lines.filter(({ offset }) => offset < start.offset));
    const read = readJsonAt(document.source, start.offset, "");
    if ("problem" in read)
      return [emptyContract(document.vendor, [diagnostic("json-syntax", read.origin, { problem: read.problem }, read.length)])];
    const { text, end, repairs } = read;
    const address = stringMember(text.value, "$id") ?? "#";
    const name =
      pascalCase(
        address
          .replace(/\.json$/, "")
          .split("/")
          .at(-1) ?? "",
      ) || pascalCase(page.title);
    const { declarations, diagnostics } = schemaDeclarations(text.value, {
      text,
      pointer: "",
      address,
      name,
      supplied: document.supplement,
    });
    const whole: Contract = {
      ...emptyContract(document.vendor, [
        ...repairs,
        ...diagnostics,
        ...unaccounted(document, [...page.over, ...after(document, lines, end)]),
      ]),
      declarations,
      events: / webhook$/i.test(page.title)
        ? declarations
            .slice(0, 1)
            .map(({ name: declaration, origins }) => ({ names: [], discriminator: null, declaration, origin: originOf(origins, document) }))
        : [],
    };
    return [whole, { ...emptyContract(document.vendor), declarations: tableDeclaration(document, page, declarations[0]) }];
  },
};

const originOf = (origins: Declaration["origins"], { source }: Document): Declaration["origins"][number] =>
  origins[0] ?? originAt(source, 0, "");

interface Page {
  readonly title: string;
  readonly header: Line | undefined;
  readonly rows: readonly Line[];
  /** Lines that no state accounts for. */
  readonly over: readonly Line[];
}

/** The text above the schema: the first lines are breadcrumb, title and tag, then the table's rows, then furniture. */
function pageText(lines: readonly Line[]): Page {
  const told = lines.filter((line) => !isBlankLine(line));
  const header = told.findIndex(({ text }) => HEADER.test(text));
  const before = header === -1 ? told : told.slice(0, header);
  const below = header === -1 ? [] : told.slice(header + 1);
  const rows = below.filter(({ text }) => ROW.test(text));
  const titles = before.filter(({ text }) => !isFurniture(text));
  // Title and tag; more than that is text that somebody should look at.
  const over = [...titles.slice(2), ...below.filter((line) => !rows.includes(line) && !isFurniture(line.text))];
  return { title: titles[0]?.text ?? "", header: told[header], rows, over };
}

const isFurniture = (text: string): boolean => FURNITURE.some((pattern) => pattern.test(text));

const after = ({ source }: Document, lines: readonly Line[], end: number): readonly Line[] =>
  restIsBlank(source.text, end) ? [] : lines.filter((line) => line.offset >= end && !isBlankLine(line));

const unaccounted = ({ source }: Document, lines: readonly Line[]): readonly Diagnostic[] =>
  lines.map(({ offset, text, number }) =>
    diagnostic("line-unaccounted", originAt(source, offset, `/line ${number}`), { format: "schema pages" }, text.length),
  );

/** The page's own table as a weaker statement of the same declaration. */
function tableDeclaration({ source }: Document, { header, rows: lines }: Page, leading: Declaration | undefined): readonly Declaration[] {
  if (leading === undefined || header === undefined) return [];
  const rows = lines.flatMap(({ text, offset }): readonly Row[] => {
    const [, name, type, description] = ROW.exec(text) ?? [];
    if (name === undefined || type === undefined) return [];
    const schema: JsonObject = description === undefined ? { type } : { type, description };
    return [{ name, schema, required: false, origin: originAt(source, offset, `/Properties/${name}`) }];
  });
  return [
    {
      name: leading.name,
      addresses: [],
      origins: [originAt(source, header.offset, "/Properties")],
      ...tableSchema(rows),
      supplied: false,
      statedBy: "text",
    },
  ];
}
