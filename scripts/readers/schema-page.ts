// Schema-catalogue pages: a page's text, a property table in any layout, and a JSON Schema.
import type { Contract, Declaration, Diagnostic, Example, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, member, stringMember } from "../lib/json.ts";
import { originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import { type JsonDocument, type JsonFailure, readJsonAt } from "./json-document.ts";
import { type Line, linesOf } from "./lines.ts";
import { looksLikeSchema } from "./looks-like-schema.ts";
import { memberPlaces } from "./member-places.ts";
import { exampleCell, plainCell, typeCell, yesCell } from "./property-cells.ts";
import type { PropertyRow } from "./property-rows.ts";
import { type Document, emptyContract, type Reader } from "./reader.ts";
import { schemaDeclarations } from "./schema-declarations.ts";
import { type PageRow, type PageText, schemaPageText } from "./schema-page-text.ts";
import { type Row, tableSchema } from "./table-schema.ts";

const LABEL = /^\W*(?:the )?JSON[ -]Schema\W*$/im;
const FIRST_KEYWORD = /^\{\s*"(\$schema|\$id|type|title|properties|\$ref|allOf|anyOf|oneOf|definitions|\$defs|description)"/m;
const DIALECT = /"\$schema"\s*:\s*"https?:\/\/json-schema\.org/;

export const schemaPage: Reader = {
  format: "schema-page",
  precedence: 40,
  recognises: (text, file) =>
    !/\.(json|ya?ml|ndjson)$/.test(file) && LABEL.test(text) && (FIRST_KEYWORD.test(text) || (/^\{/m.test(text) && DIALECT.test(text))),
  read: (document) => {
    const lines = linesOf(document.source);
    const blocks = jsonBlocks(document, lines);
    const schema = blocks.find(({ read }) => "text" in read && looksLikeSchema(read.text.value)) ?? blocks[0];
    if (schema === undefined) return [emptyContract(document.vendor, unaccounted(document, lines.slice(0, 1)))];
    const { read } = schema;
    if ("problem" in read)
      return [emptyContract(document.vendor, [diagnostic("json-syntax", read.origin, { problem: read.problem }, read.length)])];
    const { text, repairs } = read;
    const outside = lines.filter(({ offset }) => !blocks.some(({ from, to }) => offset >= from && offset < to));
    const page = schemaPageText(
      outside.filter(({ offset }) => offset < schema.from),
      outside.filter(({ offset }) => offset >= schema.to),
      {
        title: stringMember(text.value, "title") ?? "",
        description: stringMember(text.value, "description") ?? "",
        names: new Set(entries(member(text.value, "properties")).map(([name]) => name)),
      },
    );
    const address = stringMember(text.value, "$id") ?? "#";
    const name = declarationName(address, stringMember(text.value, "title") ?? "", page.title, document.source.file);
    const found = schemaDeclarations(text.value, { text, pointer: "", address, name, supplied: document.supplement });
    const [leading] = found.declarations;
    const examples = leading === undefined ? [] : pageExamples(blocks, schema, leading.name);
    const table = leading === undefined ? null : tableDeclaration(document, page, leading);
    const whole: Contract = {
      ...emptyContract(document.vendor, [
        ...repairs,
        ...found.diagnostics,
        ...blocks.flatMap((block) => (block === schema ? [] : blockFindings(block.read))),
        ...unaccounted(document, page.over),
        ...(table?.diagnostics ?? []),
      ]),
      declarations: found.declarations,
      examples,
      events:
        leading !== undefined && / webhook$/i.test(page.title)
          ? [{ names: [], discriminator: null, declaration: leading.name, origin: leading.origins[0] ?? originAt(document.source, 0, "") }]
          : [],
    };
    return table === null ? [whole] : [whole, { ...emptyContract(document.vendor), declarations: [table.declaration] }];
  },
};

interface Block {
  readonly from: number;
  readonly to: number;
  readonly read: JsonDocument | JsonFailure;
}

/** The JSON values that begin on lines of their own. */
function jsonBlocks({ source }: Document, lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let consumed = 0;
  for (const line of lines) {
    if (line.offset < consumed || !/^\s{0,3}[{[](?!.*\]\()/.test(line.text)) continue;
    const read = readJsonAt(source, line.offset, blocks.length === 0 ? "" : pointerBelow("", "examples", blocks.length));
    consumed = "problem" in read ? source.text.length : read.end;
    blocks.push({ from: line.offset, to: consumed, read });
  }
  return blocks;
}

const blockFindings = (read: Block["read"]): readonly Diagnostic[] =>
  "problem" in read ? [diagnostic("example-unreadable", read.origin, { problem: read.problem }, read.length)] : read.repairs;

/** What a page shows in JSON beside the schema is an example of it. */
const pageExamples = (blocks: readonly Block[], schema: Block, declaration: string): readonly Example[] =>
  blocks.flatMap((block): readonly Example[] => {
    const { read } = block;
    const origin = "problem" in read ? undefined : read.text.origin("");
    return block === schema || "problem" in read || origin === undefined
      ? []
      : [{ declaration, pointer: "", value: read.text.value, origin, places: memberPlaces(read.text) }];
  });

/** `#/components/schemas/Company` → `Company`; without an identifier, what the schema, the page or the file is called. */
const declarationName = (address: string, title: string, pageTitle: string, file: string): string =>
  pascalCase(
    address
      .replace(/[#/]+$/, "")
      .split("/")
      .at(-1)
      ?.replace(/(\.schema)?\.json$/, "") ?? "",
  ) ||
  pascalCase(title) ||
  pascalCase(pageTitle) ||
  pascalCase((file.split("/").at(-1) ?? "").replace(/\.\w+$/, ""));

const unaccounted = ({ source }: Document, lines: readonly Line[]): readonly Diagnostic[] =>
  lines.map(({ offset, text, number }) =>
    diagnostic("line-unaccounted", originAt(source, offset, `/line ${number}`), { format: "schema pages" }, Math.max(1, text.length)),
  );

interface TableRead {
  readonly declaration: Declaration;
  readonly diagnostics: readonly Diagnostic[];
}

/** The page's own table as a weaker statement of the same declaration. */
function tableDeclaration(document: Document, page: PageText, leading: Declaration): TableRead | null {
  const { source } = document;
  if (page.header === null && page.description === "") return null;
  const read = page.rows.map((row) => tableRow(document, row, leading));
  const rows = read.flatMap(({ row }) => (row === null ? [] : [row]));
  const { schema, parts } = tableSchema(rows);
  const says = page.header?.table.roles.some((role) => role === "required" || role === "optional") === true;
  const origin = originAt(source, page.header?.line.offset ?? 0, "/Properties");
  const declaration: Declaration = {
    name: leading.name,
    addresses: [],
    origins: [origin],
    schema: {
      ...(rows.length === 0 ? {} : schema),
      ...(page.description === "" ? {} : { description: page.description }),
      // An empty list says that nothing is required; no list says nothing.
      ...(says && rows.length > 0 && schema["required"] === undefined ? { required: [] } : {}),
    },
    parts,
    supplied: document.supplement,
    statedBy: "text",
  };
  return { declaration, diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

interface RowRead {
  readonly row: Row | null;
  readonly diagnostics: readonly Diagnostic[];
}

function tableRow({ source }: Document, { row, more, line }: PageRow, leading: Declaration): RowRead {
  const written = plainCell(row.name?.text ?? "");
  // "id*", "id (required)", "id required"; a field that is called `required` is no qualifier.
  const [, name = written, mark] =
    /^(\S.*?)(?:\s*(\*)|\s+\(?(required|optional)\)?)$/i.exec(written)?.filter((one) => one !== undefined) ?? [];
  const origin = originAt(source, row.name?.offset ?? line.offset, `/Properties/${name}`);
  const type = row.type === undefined ? { schema: {}, required: null } : typeCell(row.type.text);
  const diagnostics =
    type === null && row.type !== undefined && !isReferenceTo(leading, name, plainCell(row.type.text))
      ? [
          diagnostic(
            "line-unaccounted",
            originAt(source, row.type.offset, origin.pointer),
            { format: "schema pages" },
            row.type.text.length,
          ),
        ]
      : [];
  const stated = type?.schema ?? {};
  const description = [row.description?.text ?? "", ...more].join(" ").trim();
  const required =
    (row.required === undefined ? null : yesCell(row.required.text)) ??
    (row.optional === undefined ? null : yesCell(row.optional.text) === false) ??
    type?.required ??
    (mark === "*" || mark?.toLowerCase() === "required");
  const example = row.example === undefined || /^[-–—]?$/.test(row.example.text) ? undefined : exampleCell(row.example.text, stated);
  const schema: JsonObject = {
    ...stated,
    ...(isNullable(row) && typeof stated["type"] === "string" ? { type: [stated["type"], "null"] } : {}),
    ...(row.format === undefined ? {} : { format: plainCell(row.format.text) }),
    ...(row.values === undefined ? {} : { enum: listed(row.values.text, stated) }),
    ...(description === "" ? {} : { description }),
    ...(example === undefined ? {} : { examples: [example] }),
  };
  const cells: { readonly [pointer: string]: Origin } =
    row.example === undefined ? {} : { "/examples": originAt(source, row.example.offset, origin.pointer) };
  return { row: { name, schema, required, origin, cells }, diagnostics };
}

const isNullable = ({ nullable }: PropertyRow): boolean => nullable !== undefined && yesCell(nullable.text) === true;

const listed = (text: string, schema: JsonObject): readonly Json[] =>
  [...new Set(text.split(/[,;|]|\s+or\s+/).map((value) => plainCell(value)))]
    .filter((value) => value !== "")
    .map((value) => exampleCell(value, schema));

/** Whether a type cell calls what the schema refers to by its name. */
function isReferenceTo(leading: Declaration, name: string, type: string): boolean {
  const property = member(member(leading.schema, "properties"), name);
  const reference =
    stringMember(property, "$ref") ?? stringMember(member(property, "items"), "$ref") ?? stringMember(property, "title") ?? "";
  return pascalCase(reference.split("/").at(-1) ?? "").toLowerCase() === pascalCase(type.replace(/\[\]$/, "")).toLowerCase();
}
