// The rows of a property table whose columns stand in any order: between bars or tabs, apart by blanks, glued, or each on a line of its own.
import { TYPE_WORDS, typeCell, YES_OR_NO } from "./property-cells.ts";
import type { Line } from "./lines.ts";

/** What a column holds. */
type Role = "name" | "type" | "description" | "required" | "optional" | "nullable" | "example" | "default" | "format" | "values" | "other";

/** How cells are told apart. */
type Layout = "bars" | "tabs" | "blanks" | "run" | "lines";

export interface TableHeader {
  readonly layout: Layout;
  readonly roles: readonly Role[];
  /** How many lines the header takes. */
  readonly lines: number;
}

/** A cell with its offset in the document. */
interface PropertyCell {
  readonly text: string;
  readonly offset: number;
}

export type PropertyRow = { readonly [role in Role]?: PropertyCell };

const COLUMNS: readonly (readonly [Role, string])[] = [
  [
    "name",
    "(?:property|field|attribute|parameter) names?|names?|property|properties|fields?|keys?|attributes?|parameters?|params?|elements?|members?|columns?",
  ],
  ["type", "(?:data|value|field|json|property) ?types?|types?|kind"],
  ["description", "descriptions?|details?|meaning|notes?|remarks?|comments?|explanation|definition|summary|purpose"],
  ["required", "required\\??|mandatory\\??|presence"],
  ["optional", "optional\\??"],
  ["nullable", "nullable\\??"],
  ["example", "(?:example|sample) values?|examples?|samples?"],
  ["default", "default(?: value)?s?"],
  ["format", "formats?"],
  ["values", "(?:possible|allowed|valid|enum) values|enum|values|options"],
];
const WORDS = COLUMNS.map(([, words]) => words).join("|");
const RUN_HEADER = new RegExp(`^(?:(?:${WORDS})\\s*)+$`, "i");
const NEXT_COLUMN = new RegExp(`^(?:${COLUMNS.map(([, words]) => `(${words})`).join("|")})(?=\\s|[A-Z]|$)\\s*`, "i");

const roleOf = (text: string): Role =>
  COLUMNS.find(([, words]) => new RegExp(`^(?:${words})$`, "i").test(text.replace(/[*_`:]/g, "").trim()))?.[0] ?? "other";

/** The table's header that begins at a line, or null. It names a column of names, and one of types or descriptions. */
export function tableHeader(lines: readonly Line[], index: number): TableHeader | null {
  const text = lines[index]?.text.trim() ?? "";
  const header = (layout: Layout, all: readonly Role[], count = 1): TableHeader | null => {
    // Of two columns that hold the same, the first one speaks.
    const roles = all.map((role, at) => (all.indexOf(role) === at ? role : "other"));
    return roles.includes("name") &&
      (roles.includes("type") || roles.includes("description")) &&
      !(layout === "run" && roles.includes("other"))
      ? { layout, roles, lines: count }
      : null;
  };
  if (text.includes("|"))
    return header(
      "bars",
      cellsBetween(text, 0).map((cell) => roleOf(cell.text)),
    );
  if (text.includes("\t")) return header("tabs", text.split(/\t+/).map(roleOf));
  if (/\S {2,}\S/.test(text)) return header("blanks", text.split(/ {2,}/).map(roleOf));
  const own = roleOf(text);
  if (own === "name") {
    const roles: Role[] = [];
    for (const [at, line] of lines.slice(index, index + COLUMNS.length).entries()) {
      const role = roleOf(line.text);
      // A row begins: a field can be called as a column, and another as a type.
      const isType = (further: number): boolean => typeCell(lines[index + at + further]?.text ?? "") !== null;
      if (role === "other" || roles.includes(role) || (at > 1 && isType(1) && !isType(2))) break;
      roles.push(role);
    }
    return roles[1] === "type" ? header("lines", roles, roles.length) : null;
  }
  if (own !== "other" || text.length > 200 || !RUN_HEADER.test(text)) return null;
  const roles: Role[] = [];
  for (let rest = text; rest !== "";) {
    const found = NEXT_COLUMN.exec(rest);
    if (found === null) return null;
    roles.push(COLUMNS[found.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? "other");
    rest = rest.slice(found[0].length);
  }
  return header("run", roles);
}

/** The row that a line is, or null. `known` are names that the page's schema has: where blanks or nothing part the columns, they settle the cut. */
export function propertyRow({ text, offset }: Line, { layout, roles }: TableHeader, known: ReadonlySet<string>): PropertyRow | null {
  if (layout === "bars") return text.includes("|") ? byRole(cellsBetween(text, offset), roles) : null;
  if (layout === "tabs") return text.includes("\t") ? byRole(cellsAt(text, offset, /\t/g), roles) : null;
  if (layout === "blanks" && /\S {2,}\S/.test(text)) return byRole(cellsAt(text, offset, / {2,}/g), roles);
  const name = roles[0] === "name" ? knownName(text, known) : undefined;
  const found =
    (name === undefined ? null : runPattern(roles, escaped(name)).exec(text)) ??
    runPattern(roles, "[\\w$@-]+(?:\\.[\\w$@-]+)*?").exec(text);
  if (found?.groups === undefined) return null;
  const { groups, indices } = found;
  return Object.fromEntries(
    roles.flatMap((role) => {
      const cell = groups[role];
      const at = indices?.groups?.[role]?.[0];
      return cell === undefined || cell === "" || at === undefined ? [] : [[role, { text: cell, offset: offset + at }]];
    }),
  );
}

/** A row whose cells stand on lines of their own: a name, a type, then what belongs to further columns. Gives the lines that it takes. */
export function verticalRow(
  lines: readonly Line[],
  index: number,
  { roles }: TableHeader,
): { readonly row: PropertyRow; readonly lines: number } | null {
  const begins = (at: number): boolean =>
    /^[\w$@.*-]+$/.test(lines[at]?.text.trim() ?? "") &&
    typeCell(lines[at + 1]?.text ?? "") !== null &&
    !/^\s*[{[]/.test(lines[at + 1]?.text ?? "");
  if (!begins(index)) return null;
  let end = index + 2;
  while (end < lines.length && end - index < roles.length && !begins(end)) end += 1;
  const cells = lines.slice(index, end).map((line): PropertyCell => ({ text: line.text.trim(), offset: line.offset }));
  return { row: byRole(cells, roles), lines: cells.length };
}

/** Whether a line parts a header in bars from its rows. */
export const isRule = (text: string): boolean => /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(text);

const byRole = (cells: readonly PropertyCell[], roles: readonly Role[]): PropertyRow =>
  Object.fromEntries(cells.flatMap((cell, index) => (cell.text === "" ? [] : [[roles[index] ?? "other", cell]])));

/** The cells of a row in bars; a backslash keeps a bar in its cell (CommonMark 0.31, section 2.4). */
function cellsBetween(text: string, offset: number): readonly PropertyCell[] {
  const from = /^\s*\|/.exec(text)?.[0].length ?? 0;
  const to = /(?<!\\)\|\s*$/.exec(text.slice(from)) === null ? text.length : text.lastIndexOf("|");
  return cellsAt(text.slice(from, to), offset + from, /(?<!\\)\|/g).map((cell) => ({
    ...cell,
    text: cell.text.replace(/\\([!-/:-@[-`{-~])/g, "$1"),
  }));
}

function cellsAt(text: string, offset: number, separator: RegExp): readonly PropertyCell[] {
  const cells: PropertyCell[] = [];
  let from = 0;
  for (const found of [...text.matchAll(separator), { index: text.length, 0: "" }]) {
    const cell = text.slice(from, found.index);
    cells.push({ text: cell.trim(), offset: offset + from + (cell.length - cell.trimStart().length) });
    from = found.index + found[0].length;
  }
  return cells;
}

/** The longest known name that a line begins with. */
function knownName(text: string, known: ReadonlySet<string>): string | undefined {
  for (let end = Math.min(text.length, 200); end > 0; end -= 1) if (known.has(text.slice(0, end))) return text.slice(0, end);
  return undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const eitherCase = (word: string): string => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${escaped(word.slice(1))}`;
const TYPE = `(?:(?:array|list) of (?:${TYPE_WORDS.join("|")})s?|(?:${TYPE_WORDS.map(eitherCase).join("|")})(?:\\[\\]|<[\\w-]+>| ?\\([\\w-]+\\))?(?: or null| ?\\| ?null)?)`;

const CELL: { readonly [role in Role]?: string } = {
  type: TYPE,
  required: YES_OR_NO,
  optional: YES_OR_NO,
  nullable: YES_OR_NO,
  format: "[\\w-]+",
};

/** A row whose cells are glued, or parted by single blanks: what follows a type begins with a blank, a capital or a mark. */
function runPattern(roles: readonly Role[], name: string): RegExp {
  const cells = roles.map((role, index) => {
    if (role === "name") return `\\s*(?<name>${name}(?: ?\\*)?)`;
    if (role === "type") return `\\s*(?<type>${TYPE})(?=$|[\\sA-Z0-9("“'‘\`[]|${YES_OR_NO})`;
    const cell = CELL[role] ?? (index === roles.length - 1 ? ".*" : ".*?");
    return `\\s*(?<${role}>${cell})?`;
  });
  return new RegExp(`^\\s*${cells.join("")}\\s*$`, "d");
}
