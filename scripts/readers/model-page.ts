// SDK model pages: a heading that names the model, and a `Fields` table (Field | Type | Required | Description | Example).
import type { Contract, Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isObject, member } from "../lib/json.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import { type Block, type Cell, markdownBlocks } from "./markdown-tables.ts";
import { type Document, emptyContract, type Reader } from "./reader.ts";
import { type Row, tableSchema } from "./table-schema.ts";

export const modelPage: Reader = {
  format: "model-page",
  precedence: 20,
  recognises: (text) => /^# \S+\s*$/m.test(text) && /^## (Fields|Values)\s*$/m.test(text) && /^\|\s*Field\s*\|\s*Type\s*\|/m.test(text),
  async read(document: Document): Promise<readonly Contract[]> {
    const { source, vendor, supplement } = document;
    const blocks = await markdownBlocks(source.text);
    const title = blocks.find((block) => block.kind === "heading" && block.depth === 1);
    const table = blocks.find((block) => block.kind === "table");
    if (title?.kind !== "heading" || table?.kind !== "table") return [emptyContract(vendor)];
    const heading = blocks.findLast((block) => block.kind === "heading" && block.offset < table.offset);
    const section = heading?.kind === "heading" ? heading.text : "Fields";
    const read = table.rows.map((cells) => readRow(cells, table.header, section, document));
    const origin = originAt(source, title.offset, pointerBelow("", title.text));
    const page = (source.file.split("/").at(-1) ?? source.file).toLowerCase();
    const { schema, parts } = tableSchema(read.flatMap(({ row }) => (row === null ? [] : [row])));
    return [
      {
        ...emptyContract(vendor, [...read.flatMap(({ diagnostics }) => diagnostics), ...unaccounted(blocks, document)]),
        declarations: [
          { name: pascalCase(title.text), addresses: [page], schema, parts, origins: [origin], supplied: supplement, statedBy: "text" },
        ],
      },
    ];
  },
};

interface RowRead {
  readonly row: Row | null;
  readonly diagnostics: readonly Diagnostic[];
}

function readRow(cells: readonly Cell[], header: readonly string[], section: string, { source }: Document): RowRead {
  const cell = (name: string): Cell | undefined => cells[header.findIndex((text) => text.toLowerCase() === name)];
  const field = cell("field");
  const type = cell("type");
  if (field === undefined || type === undefined) return { row: null, diagnostics: [] };
  const origin = originAt(source, field.offset, pointerBelow("", section, field.text));
  const schema = fieldSchema(type);
  if (schema === null) {
    const at: Origin = originAt(source, type.offset, origin.pointer);
    return { row: null, diagnostics: [diagnostic("line-unaccounted", at, { format: "model pages" }, type.length)] };
  }
  const description = cell("description")?.text ?? "";
  const example = cell("example")?.text ?? "";
  const row: Row = {
    name: field.text,
    schema: {
      ...schema,
      ...(description === "" ? {} : { description }),
      ...(example === "" ? {} : { examples: [exampleValue(example, schema)] }),
    },
    required: cell("required")?.text === ":heavy_check_mark:",
    origin,
    cells: cellOrigins({ [referencePointer(schema)]: type, "/examples": cell("example") }, origin.pointer, source),
  };
  return { row, diagnostics: [] };
}

/** Where the reference of a field's schema stands in it: below `items` for each list around it. */
const referencePointer = (schema: JsonObject): string => {
  const items = member(schema, "items");
  return isObject(items) ? `/items${referencePointer(items)}` : "/$ref";
};

const cellOrigins = (
  cells: { readonly [keyword: string]: Cell | undefined },
  pointer: string,
  source: Located,
): { readonly [keyword: string]: Origin } =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([keyword, cell]) =>
      cell === undefined || cell.text === "" ? [] : [[keyword, originAt(source, cell.offset, pointer)]],
    ),
  );

const SIMPLE: { readonly [type: string]: JsonObject } = {
  string: { type: "string" },
  number: { type: "number" },
  integer: { type: "integer" },
  boolean: { type: "boolean" },
  any: {},
};

/** The schema of a type cell, or null when it is written in a way that is not known. A link names another model's page. */
function fieldSchema({ text, link }: Cell): JsonObject | null {
  if (text.endsWith("[]")) {
    const items = fieldSchema({ text: text.slice(0, -2), link, offset: 0, length: 0 });
    return items === null ? null : { type: "array", items };
  }
  if (Object.hasOwn(SIMPLE, text)) return SIMPLE[text] ?? null;
  return link?.endsWith(".md") === true ? { $ref: link } : null;
}

/** What an example cell shows, as a value of the field's type. */
function exampleValue(text: string, schema: JsonObject): Json {
  if (schema["type"] === "number" || schema["type"] === "integer") return Number.isFinite(Number(text)) ? Number(text) : text;
  if (schema["type"] === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

const unaccounted = (blocks: readonly Block[], { source }: Document): readonly Diagnostic[] => {
  const first = blocks.find((block) => block.kind === "table");
  return blocks
    .filter((block) => block.kind === "other" || (block.kind === "table" && block !== first))
    .map((block) =>
      diagnostic(
        "line-unaccounted",
        originAt(source, block.offset, ""),
        { format: "model pages" },
        block.kind === "other" ? (block.text.split("\n")[0] ?? "").length : 1,
      ),
    );
};
