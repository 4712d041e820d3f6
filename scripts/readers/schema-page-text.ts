// The text of a schema page around its schema: title, description, the rows of its property table, and lines that nobody accounts for.
import { type Line, isBlankLine } from "./lines.ts";
import { isRule, propertyRow, type PropertyRow, type TableHeader, tableHeader, verticalRow } from "./property-rows.ts";

/** A row of the table; further lines of its description are in `more`. */
export interface PageRow {
  readonly row: PropertyRow;
  readonly line: Line;
  readonly more: readonly string[];
}

export interface SchemaPageText {
  readonly title: string;
  /** The paragraph that introduces the schema, where the page has one. */
  readonly description: string;
  readonly header: { readonly line: Line; readonly table: TableHeader } | null;
  readonly rows: readonly PageRow[];
  /** Lines that no state accounts for. */
  readonly over: readonly Line[];
}

/** Lines around the schema that say nothing of it: headings, links to the source, the schema's file name, breadcrumbs, fences, rules. */
const FURNITURE = [
  /^(Properties|Property table|Fields|Attributes|Schema|(The )?JSON Schema|Definition|(JSON )?Examples?|Samples?|Example (payload|value|JSON)|Table of contents)$/i,
  /^(View|Download|Copy|Open|Show|See|Edit)\b.{0,60}\b(Schema|source|GitHub|JSON|code|page|clipboard)\b.{0,20}$/i,
  /^(Copy|Raw|Download|Expand all|Collapse all|Copied!?|Copy code|Copy to clipboard|Skip to (main )?content)( ↑)?$/i,
  /^(Was this (page|article|section) helpful\?|Edit this page|On this page|(Last )?updated\b.{0,40}|(©|Copyright\b).{0,80})$/i,
  /^\S+\.json\b.{0,40}$/,
  /^\S.{0,80} [·›»>/] \S.{0,80}$/,
  /^(```|~~~)\w*$/,
  /^(-{3,}|\*{3,}|_{3,}|={3,})$/,
];

/** A line without marks of Markdown around it. */
const plain = ({ text }: Line): string =>
  text
    .trim()
    .replace(/^#{1,6}\s+/, "")
    .replace(/^(\*\*|__)(.*)\1$/, "$2");

const isFurniture = (line: Line): boolean => FURNITURE.some((pattern) => pattern.test(plain(line)));

/** A tag such as `Unified_API`. */
const isTag = (line: Line): boolean => /^[A-Za-z][\w-]{0,40}$/.test(plain(line));

/** One text of white space that may be cut, for comparing. */
const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Whether a page shows a text, whole or cut. */
const isCut = (shown: string, whole: string): boolean => {
  const [short, long] = [
    squeezed(shown)
      .replace(/(\.\.\.|…)$/, "")
      .trimEnd(),
    squeezed(whole),
  ];
  return short === long || (short.length >= 40 && long.startsWith(short)) || (long.length >= 40 && short.startsWith(long));
};

interface Told {
  /** What the schema calls and says itself, to know these lines again. */
  readonly title: string;
  readonly description: string;
  /** The names of the schema's properties. */
  readonly names: ReadonlySet<string>;
}

/** Reads the lines above and below the schema. */
export function schemaPageText(above: readonly Line[], below: readonly Line[], told: Told): SchemaPageText {
  const { lines, title: frontTitle } = withoutFrontMatter(above.filter((line) => !isBlankLine(line)));
  const rest = below.filter((line) => !isBlankLine(line));
  const at = lines.findIndex((_, index) => tableHeader(lines, index) !== null);
  if (at !== -1) return pageWithTable(lines, at, rest, told, frontTitle);
  // Some pages print the table after the schema.
  const later = rest.findIndex((_, index) => tableHeader(rest, index) !== null);
  const intro = introduction(lines, told, frontTitle);
  if (later === -1) return { ...intro, header: null, rows: [], over: [...intro.over, ...rest.filter((line) => !isFurniture(line))] };
  const table = tableBelow(rest, later, told);
  const between = rest.slice(0, later).filter((line) => !isFurniture(line));
  return { ...intro, ...table, over: [...intro.over, ...between, ...table.over] };
}

function pageWithTable(lines: readonly Line[], at: number, rest: readonly Line[], told: Told, frontTitle: string): SchemaPageText {
  const intro = introduction(lines.slice(0, at), told, frontTitle);
  const table = tableBelow(lines, at, told);
  return { ...intro, ...table, over: [...intro.over, ...table.over, ...rest.filter((line) => !isFurniture(line))] };
}

/** Front matter: its title is the page's; its other lines are the site's business. */
function withoutFrontMatter(lines: readonly Line[]): { readonly lines: readonly Line[]; readonly title: string } {
  if (lines[0]?.text.trim() !== "---") return { lines, title: "" };
  const end = lines.findIndex((line, index) => index > 0 && line.text.trim() === "---");
  if (end === -1) return { lines, title: "" };
  const title = lines.slice(1, end).flatMap(({ text }) => /^title:\s*["']?(.*?)["']?\s*$/.exec(text)?.[1] ?? []);
  return { lines: lines.slice(end + 1), title: title[0] ?? "" };
}

/** Title, description and tags, in this order; more than that is text that somebody should look at. */
function introduction(lines: readonly Line[], told: Told, frontTitle: string): Pick<SchemaPageText, "title" | "description" | "over"> {
  let title = frontTitle;
  let description = "";
  let tagged = false;
  const over: Line[] = [];
  for (const line of lines) {
    const text = plain(line);
    if (isFurniture(line)) continue;
    if (text === title || isCut(text, told.title) || (told.description !== "" && isCut(text, told.description))) {
      if (title === "" && isCut(text, told.title)) title = text;
    } else if (title === "") title = text;
    else if (isTag(line)) tagged = true;
    else if (told.description !== "" && squeezed(told.description).includes(squeezed(text))) continue;
    else if (description === "" && told.description === "" && !tagged) description = text;
    else over.push(line);
  }
  return { title, description, over };
}

/** The rows from a header on, and what stands between and below them. */
function tableBelow(lines: readonly Line[], at: number, { names }: Told): Pick<SchemaPageText, "header" | "rows" | "over"> {
  const [line, table] = [lines[at], tableHeader(lines, at)];
  if (line === undefined || table === null) return { header: null, rows: [], over: [] };
  const rows: PageRow[] = [];
  const over: Line[] = [];
  for (let index = at + table.lines; index < lines.length; index += 1) {
    const own = lines[index];
    if (own === undefined || (table.layout === "bars" && isRule(own.text))) continue;
    if (isFurniture(own) && !names.has(own.text.trim().split(/\s/)[0] ?? "")) continue;
    const vertical = table.layout === "lines" ? verticalRow(lines, index, table) : null;
    const row = vertical?.row ?? (table.layout === "lines" ? null : propertyRow(own, table, names));
    if (row?.name !== undefined) {
      rows.push({ row, line: own, more: [] });
      index += (vertical?.lines ?? 1) - 1;
      continue;
    }
    const last = rows.at(-1);
    // A description can go on over several lines; a line that begins with a property's name is a row that could not be read.
    const named = own.text.trim().split(/[\s|]+/)[table.roles.indexOf("name")] ?? "";
    const goesOn = last?.row.description !== undefined && /^\s*[a-z(`“"]/.test(own.text) && !names.has(named);
    if (last !== undefined && goesOn && table.layout !== "bars") rows.splice(-1, 1, { ...last, more: [...last.more, own.text.trim()] });
    else over.push(own);
  }
  return { header: { line, table }, rows, over };
}
