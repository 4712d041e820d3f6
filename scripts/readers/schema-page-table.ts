// The property table of a schema page as a weaker statement of what its schema declares.
import type { Declaration, Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { member, stringMember } from "../lib/json.ts";
import { pascalCase } from "../lib/words.ts";
import type { PageText } from "./page-text.ts";
import { exampleCell, plainCell, typeCell, yesCell } from "./property-cells.ts";
import type { PropertyRow } from "./property-rows.ts";
import type { PageRow, SchemaPageText } from "./schema-page-text.ts";
import { type Row, tableSchema } from "./table-schema.ts";

interface TableRead {
  readonly declaration: Declaration;
  readonly diagnostics: readonly Diagnostic[];
}

/** The page's own table as a weaker statement of the same declaration. */
export function tableDeclaration(source: PageText, page: SchemaPageText, leading: Declaration): TableRead | null {
  if (page.header === null && page.description === "") return null;
  const read = page.rows.map((row) => tableRow(source, row, leading));
  const rows = read.flatMap(({ row }) => (row === null ? [] : [row]));
  const { schema, parts } = tableSchema(rows);
  const says = page.header?.table.roles.some((role) => role === "required" || role === "optional") === true;
  const origin = source.origin(page.header?.line.offset ?? 0, "/Properties");
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
    supplied: leading.supplied,
    statedBy: "text",
  };
  return { declaration, diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

interface RowRead {
  readonly row: Row | null;
  readonly diagnostics: readonly Diagnostic[];
}

function tableRow(source: PageText, { row, more, line }: PageRow, leading: Declaration): RowRead {
  const written = plainCell(row.name?.text ?? "");
  // "id*", "id (required)", "id required"; a field that is called `required` is no qualifier.
  const [, name = written, mark] =
    /^(\S.*?)(?:\s*(\*)|\s+\(?(required|optional)\)?)$/i.exec(written)?.filter((one) => one !== undefined) ?? [];
  const origin = source.origin(row.name?.offset ?? line.offset, `/Properties/${name}`);
  const type = row.type === undefined ? { schema: {}, required: null } : typeCell(row.type.text);
  const diagnostics =
    type === null && row.type !== undefined && !isReferenceTo(leading, name, plainCell(row.type.text))
      ? [diagnostic("line-unaccounted", source.origin(row.type.offset, origin.pointer), { format: "schema pages" }, row.type.text.length)]
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
    row.example === undefined ? {} : { "/examples": source.origin(row.example.offset, origin.pointer) };
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
