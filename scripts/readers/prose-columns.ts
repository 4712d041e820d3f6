// What the columns of a table on a page hold, by the words of its header.

/** What a column holds. */
export type Role = "name" | "type" | "description" | "required" | "optional" | "example" | "values" | "default" | "other";

const ROLES: ReadonlyMap<string, Role> = new Map(
  (
    [
      ["name", "element,name,field,property,parameter,attribute,key,member,argument,json field,json key"],
      ["name", "field name,property name,attribute name,element name,parameter name,key name"],
      ["type", "type,data type,datatype,field type,json type,value type,kind"],
      ["description", "description,details,meaning,notes,note,comment,comments,explanation,definition,summary"],
      ["required", "required,required?,mandatory,mandatory?,presence"],
      ["optional", "optional,optional?"],
      ["example", "example,examples,sample,example value,sample value"],
      ["values", "possible values,allowed values,valid values,enum,enum values,values,options"],
      ["default", "default,default value"],
    ] as const
  ).flatMap(([role, words]) => words.split(",").map((word) => [word, role] as const)),
);

const LONGEST_FIRST = [...ROLES.keys()].toSorted((a, b) => b.length - a.length);

/** The role of a header's cell, or null when it is no word of a header. */
export const roleOf = (cell: string): Role | null => ROLES.get(cell.trim().toLowerCase().replace(/\s+/g, " ")) ?? null;

/** The roles of a header, when it is one of a table of fields: the names first, and their type or meaning. */
export function tableRoles(cells: readonly string[]): readonly Role[] | null {
  const roles = cells.map((cell): Role => roleOf(cell) ?? "other");
  return roles[0] === "name" && (roles.includes("type") || roles.includes("description")) && roles.indexOf("name", 1) === -1 ? roles : null;
}

/** The roles of a header whose cells are glued: `ElementTypeDescription`, `Name TypeDescription`. */
export function gluedRoles(line: string): readonly Role[] | null {
  const text = line.trim();
  if (text.length > 80 || !/^[A-Z]/.test(text)) return null;
  const cells: string[] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const word = LONGEST_FIRST.find((one) => rest.slice(0, one.length).toLowerCase() === one && /^[A-Z]/.test(rest));
    if (word === undefined) return null;
    cells.push(word);
    at += word.length;
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
  }
  return cells.length > 1 ? tableRoles(cells) : null;
}
