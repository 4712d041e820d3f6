// The tables of a page of text: their rows, and which object each of them describes.
import type { Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isObject, member, stringMember } from "../lib/json.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { cutRow } from "./glued-row.ts";
import type { Line } from "./lines.ts";
import { proseFacts } from "./prose-facts.ts";
import { type Row, tableSchema } from "./table-schema.ts";

/** A table as it stands on the page. */
export interface ProseTable {
  /** The heading or sentence above it. */
  readonly heading: string;
  readonly rows: readonly Line[];
  readonly origin: Origin;
}

/** The object that a table describes. */
export interface Described {
  readonly schema: JsonObject;
  readonly parts: { readonly [pointer: string]: readonly Origin[] };
  readonly diagnostics: readonly Diagnostic[];
}

/** A table's object by itself. Lines that are no rows are findings. */
export function describe(source: Located, table: ProseTable, isKnown: (name: string) => boolean): Described {
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const line of table.rows) {
    const cut = cutRow(line.text, isKnown);
    if (cut === null) {
      diagnostics.push(
        diagnostic(
          "line-unaccounted",
          originAt(source, line.offset, pointerBelow(table.origin.pointer, `line ${line.number}`)),
          { format: "prose pages" },
          line.text.length,
        ),
      );
      continue;
    }
    const pointer = pointerBelow(table.origin.pointer, cut.name);
    const facts = proseFacts(cut.name, cut.type, cut.description, (offset) =>
      originAt(source, line.offset + cut.descriptionAt + offset, pointer),
    );
    diagnostics.push(...facts.diagnostics);
    rows.push({ name: cut.name, schema: facts.schema, required: false, origin: originAt(source, line.offset, pointer) });
  }
  return { ...tableSchema(rows), diagnostics };
}

/** Puts further tables into the object of the first one, each where the sentence above it says. */
export function assemble(first: Described, further: readonly (readonly [ProseTable, Described])[]): Described {
  let { schema } = first;
  const parts = { ...first.parts };
  const diagnostics = [...first.diagnostics];
  for (const [table, inner] of further) {
    diagnostics.push(...inner.diagnostics);
    const at = ownerOf(schema, table.heading);
    if (at === null) {
      diagnostics.push(diagnostic("section-without-owner", table.origin, { heading: table.heading }));
      continue;
    }
    const withInner = replaceAt(schema, at, inner.schema);
    schema = isObject(withInner) ? withInner : schema;
    const pointer = at.reduce<string>((path, key) => pointerBelow(path, key), "");
    parts[pointer] ??= [table.origin];
    for (const [part, origins] of Object.entries(inner.parts)) parts[pointer + part] = origins;
  }
  return { schema, parts, diagnostics };
}

/** The path to the object schema that a heading speaks of: a property's own object, or the items of a list. */
function ownerOf(schema: Json, heading: string, path: readonly string[] = []): readonly string[] | null {
  const words = new Set(heading.match(/[\w$-]+/g));
  for (const [name, inner] of entries(member(schema, "properties"))) {
    const at = [...path, "properties", name];
    const type = stringMember(inner, "type");
    if (words.has(name) && type === "object") return at;
    if (words.has(name) && type === "array") return [...at, "items"];
    const deeper = ownerOf(inner, heading, at) ?? ownerOf(member(inner, "items") ?? null, heading, [...at, "items"]);
    if (deeper !== null) return deeper;
  }
  return null;
}

function replaceAt(value: Json, [key, ...rest]: readonly string[], by: JsonObject): Json {
  if (key === undefined) return { ...(isObject(value) ? value : {}), ...by };
  return { ...(isObject(value) ? value : {}), [key]: replaceAt(member(value, key) ?? {}, rest, by) };
}
