// What the sentences of a field's description say about its values.
import type { Diagnostic, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";

/** A field's schema as far as its type and its description state it. */
export interface ProseFacts {
  readonly schema: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

const CONSTANT = /\b(?:Always set to|Set to|Always) ["“'`]?([\w.:/-]+?)["”'`]?\.(?:\s|$)/;
const VALUES = /\b(?:Possible|Allowed|Valid) values(?: are)?: ([^.]+(?:\.[^\s.][^.]*)*)\.?/;
const ITEMS = /\b[Aa]rray of (strings|integers|numbers|booleans|objects)\b/;
const CONTAINED = /\bcontaining an array of (\w+)/;
const LISTED_ELSEWHERE = /\b(?:See|see)\b[^.]*\b(?:enum|possible) values\b/;
const FORMAT_ELSEWHERE = /\bdate and time\b.*\bSee date format\b/i;

const SINGULAR: { readonly [plural: string]: string } = {
  strings: "string",
  integers: "integer",
  numbers: "number",
  booleans: "boolean",
  objects: "object",
};

/**
 * Reads a description. `at` gives the place of an offset in it.
 * Its words are kept as they are; what refers to a list or format elsewhere is a finding.
 */
export function proseFacts(name: string, type: string, description: string, at: (offset: number) => Origin): ProseFacts {
  const schema: { [keyword: string]: JsonObject[string] } = { type };
  const diagnostics: Diagnostic[] = [];
  if (description !== "") schema["description"] = description;
  const constant = type === "string" ? CONSTANT.exec(description)?.[1] : undefined;
  const values = type === "string" ? VALUES.exec(description)?.[1] : undefined;
  if (constant !== undefined) schema["const"] = constant;
  else if (values !== undefined) schema["enum"] = valueList(values);
  const items = type === "array" ? SINGULAR[ITEMS.exec(description)?.[1] ?? ""] : undefined;
  if (items !== undefined) schema["items"] = { type: items };
  const contained = type === "object" ? CONTAINED.exec(description)?.[1] : undefined;
  if (contained !== undefined) schema["properties"] = { [contained]: { type: "array", items: { type: "object" } } };
  for (const [pattern, slug] of [
    [LISTED_ELSEWHERE, "values-elsewhere"],
    [FORMAT_ELSEWHERE, "format-elsewhere"],
  ] as const) {
    const found = pattern.exec(description);
    if (found !== null) diagnostics.push(diagnostic(slug, at(found.index), { field: name, kind: type }, found[0].length));
  }
  return { schema, diagnostics };
}

/** "a, b or c" → a, b, c. */
const valueList = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/,|\bor\b|\band\b/)
      .map((value) => value.trim().replace(/^["“'`]|["”'`]$/g, ""))
      .filter((value) => value !== ""),
  ),
];
