// Schema-catalogue pages: a page's text, a property table in any layout, and a JSON Schema.
import type { Contract, Diagnostic, Example } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, member, stringMember } from "../lib/json.ts";
import { located } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import { type JsonDocument, type JsonFailure, readJsonIn } from "./json-document.ts";
import { type Line, linesOf } from "./lines.ts";
import { looksLikeSchema } from "./looks-like-schema.ts";
import { memberPlaces } from "./member-places.ts";
import { mendJson } from "./mend-json.ts";
import { cameFrom, documentText, type PageText } from "./page-text.ts";
import { isHtml } from "./prose-recognised.ts";
import { type Document, emptyContract, type Reader } from "./reader.ts";
import { wholeDeclarations } from "./whole-declarations.ts";
import { tableDeclaration } from "./schema-page-table.ts";
import { schemaPageText } from "./schema-page-text.ts";

const LABEL = /^\W*(?:the )?JSON[ -]Schema\W*$/im;
const FIRST_KEYWORD = /^[ \t]*\{\s*"(\$schema|\$id|type|title|properties|\$ref|allOf|anyOf|oneOf|definitions|\$defs|description)"/m;
const HTML_LABEL = />\s*(?:the )?JSON[ -]Schema\s*</i;
const HTML_KEYWORD = /(?:&quot;|"|&#34;)(?:\$schema|\$id|properties)(?:&quot;|"|&#34;)/;
const DIALECT = /"\$schema"\s*:\s*"https?:\/\/json-schema\.org/;

export const schemaPage: Reader = {
  format: "schema-page",
  precedence: 40,
  recognises: (text, file) =>
    isHtml(text)
      ? HTML_LABEL.test(text) && HTML_KEYWORD.test(text)
      : !/\.(json|ya?ml|ndjson)$/.test(file) &&
        LABEL.test(text) &&
        (FIRST_KEYWORD.test(text) || (/^[ \t]*\{/m.test(text) && DIALECT.test(text))),
  async read(document: Document): Promise<readonly Contract[]> {
    const { source, vendor, supplement } = document;
    if (!isHtml(source.text)) return readPage(documentText(source), source.file, vendor, supplement);
    const { htmlText } = await import("./html-text.ts");
    return readPage(htmlText(source), source.file, vendor, supplement);
  },
};

function readPage(source: PageText, file: string, vendor: string, supplied: boolean): readonly Contract[] {
  const lines = linesOf(located(file, source.text));
  const blocks = jsonBlocks(source, lines);
  const schema = blocks.find(({ read }) => "text" in read && looksLikeSchema(read.text.value)) ?? blocks[0];
  if (schema === undefined) return [emptyContract(vendor, unaccounted(source, lines.slice(0, 1)))];
  const { read } = schema;
  if ("problem" in read) return [emptyContract(vendor, [diagnostic("json-syntax", read.origin, { problem: read.problem }, read.length)])];
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
  const name = declarationName(address, stringMember(text.value, "title") ?? "", page.title, file);
  const found = wholeDeclarations(text.value, { text, pointer: "", address, name, supplied });
  const [leading] = found.declarations;
  const examples = leading === undefined ? [] : pageExamples(blocks, schema, leading.name);
  const table = leading === undefined ? null : tableDeclaration(source, page, leading);
  const whole: Contract = {
    ...emptyContract(vendor, [
      ...repairs,
      ...found.diagnostics,
      ...blocks.flatMap((block) => (block === schema ? [] : blockFindings(block.read))),
      ...unaccounted(source, page.over),
      ...(table?.diagnostics ?? []),
    ]),
    declarations: found.declarations,
    examples,
    events:
      leading !== undefined && / webhook$/i.test(page.title)
        ? [{ names: [], discriminator: null, declaration: leading.name, origin: leading.origins[0] ?? source.origin(0, "") }]
        : [],
  };
  return table === null ? [whole] : [whole, { ...emptyContract(vendor), declarations: [table.declaration] }];
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly read: JsonDocument | JsonFailure;
}

/** The JSON values that begin on lines of their own. */
function jsonBlocks(source: PageText, lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let consumed = 0;
  for (const line of lines) {
    if (line.offset < consumed || !/^\s*(?:\{|\[(?![^\]]*\]\())/.test(line.text)) continue;
    const read = readBlock(source, line.offset, blocks.length === 0 ? "" : pointerBelow("", "examples", blocks.length));
    consumed = "problem" in read ? source.text.length : read.end;
    blocks.push({ from: line.offset, to: consumed, read });
  }
  return blocks;
}

/** As it stands; or else without what was copied along with it, where nothing but that is wrong. */
function readBlock(source: PageText, offset: number, pointer: string): Block["read"] {
  const read = readJsonIn(source, offset, pointer);
  const mended = "problem" in read ? mendJson(source.text, offset, source.text.length) : null;
  if (mended === null || !mended.ok || !mended.repairs.every(({ slug }) => slug === "json-copied-along" || slug === "json-spelling"))
    return read;
  const whole: PageText = { text: mended.text, origin: (at, own) => source.origin(cameFrom(mended.pieces, at), own) };
  const again = readJsonIn(whole, 0, pointer);
  if ("problem" in again) return read;
  const own = mended.repairs.map((one) => diagnostic(one.slug, source.origin(one.offset, pointer), one.facts, one.length));
  return { ...again, repairs: [...own, ...again.repairs], end: mended.end };
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

const unaccounted = (source: PageText, lines: readonly Line[]): readonly Diagnostic[] =>
  lines.map(({ offset, text, number }) =>
    diagnostic("line-unaccounted", source.origin(offset, `/line ${number}`), { format: "schema pages" }, Math.max(1, text.length)),
  );
