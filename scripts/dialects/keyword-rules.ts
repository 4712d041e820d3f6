// What each dialect's keywords hold: the one table of names, drafts and vocabularies.
import { DIALECTS, type Dialect } from "./dialect.ts";

/**
 * What a keyword's value is. `schema`, `list` and `map` hold subschemas; `definitions` is a map of subschemas that apply to nothing;
 * `gone` are identifiers and the like, which linking uses up; `foreign` are keywords of other dialects alone, which say nothing in this one;
 * the others are read by `restate`.
 */
export type Holds =
  | "data"
  | "schema"
  | "list"
  | "map"
  | "definitions"
  | "gone"
  | "foreign"
  | "items"
  | "additionalItems"
  | "dependencies"
  | "exclusive"
  | "contains"
  | "containsCount"
  | "branch"
  | "format"
  | "content"
  | "reference"
  | "dynamicReference"
  | "recursiveReference";

/** The last part of a vocabulary's URI; `any` belongs to none and is always known. */
export type Vocabulary = "core" | "applicator" | "unevaluated" | "validation" | "meta-data" | "format" | "content" | "any";

interface Row {
  readonly names: string;
  readonly holds: Holds;
  readonly vocabulary: Vocabulary;
  readonly since: Dialect;
  readonly until: Dialect;
}

const row = (vocabulary: Vocabulary, holds: Holds, since: Dialect, names: string, until: Dialect = "2020-12"): Row => ({
  names,
  holds,
  vocabulary,
  since,
  until,
});

const ROWS: readonly Row[] = [
  row("core", "gone", "draft-04", "id", "draft-04"),
  row("core", "gone", "draft-04", "$schema"),
  row("core", "gone", "draft-06", "$id"),
  row("core", "gone", "2019-09", "$anchor $vocabulary"),
  row("core", "gone", "2019-09", "$recursiveAnchor", "2019-09"),
  row("core", "gone", "2020-12", "$dynamicAnchor"),
  row("core", "reference", "draft-04", "$ref"),
  row("core", "recursiveReference", "2019-09", "$recursiveRef", "2019-09"),
  row("core", "dynamicReference", "2020-12", "$dynamicRef"),
  row("core", "definitions", "2019-09", "$defs"),
  row("any", "definitions", "draft-04", "definitions"),
  row("core", "data", "draft-07", "$comment"),
  row("applicator", "list", "draft-04", "allOf anyOf oneOf"),
  row("applicator", "schema", "draft-04", "not additionalProperties"),
  row("applicator", "map", "draft-04", "properties patternProperties"),
  row("applicator", "items", "draft-04", "items", "2019-09"),
  row("applicator", "schema", "2020-12", "items"),
  row("applicator", "additionalItems", "draft-04", "additionalItems", "2019-09"),
  row("applicator", "list", "2020-12", "prefixItems"),
  row("applicator", "contains", "draft-06", "contains"),
  row("applicator", "schema", "draft-06", "propertyNames"),
  row("applicator", "branch", "draft-07", "if then else"),
  row("applicator", "map", "2019-09", "dependentSchemas"),
  row("applicator", "schema", "2019-09", "unevaluatedItems unevaluatedProperties", "2019-09"),
  row("unevaluated", "schema", "2020-12", "unevaluatedItems unevaluatedProperties"),
  row("any", "dependencies", "draft-04", "dependencies"),
  row("validation", "data", "draft-04", "type enum multipleOf maximum minimum maxLength minLength pattern maxItems minItems uniqueItems"),
  row("validation", "data", "draft-04", "maxProperties minProperties required"),
  row("validation", "exclusive", "draft-04", "exclusiveMaximum exclusiveMinimum", "draft-04"),
  row("validation", "data", "draft-06", "exclusiveMaximum exclusiveMinimum const"),
  row("validation", "data", "2019-09", "dependentRequired"),
  row("validation", "containsCount", "2019-09", "minContains maxContains"),
  row("meta-data", "data", "draft-04", "title description default"),
  row("meta-data", "data", "draft-06", "examples"),
  row("meta-data", "data", "draft-07", "readOnly writeOnly"),
  row("meta-data", "data", "2019-09", "deprecated"),
  row("format", "format", "draft-04", "format"),
  row("content", "content", "draft-07", "contentMediaType contentEncoding", "draft-07"),
  row("content", "data", "2019-09", "contentMediaType contentEncoding"),
  row("content", "schema", "2019-09", "contentSchema"),
];

/** Names that a linked schema uses with a meaning of its own, beside those of 2020-12. */
const OWN_MARKS = ["x-contains-evaluates", "x-content-asserts"];

/** Every name of the table: what a dialect does not know of these must not be taken for a keyword of 2020-12. */
const TAKEN_NAMES: ReadonlySet<string> = new Set([...ROWS.flatMap(({ names }) => names.split(" ")), ...OWN_MARKS]);

/** Keywords that in every dialect that knows them say nothing of which values pass. */
const REMARKS: ReadonlySet<string> = new Set([
  ...ROWS.filter(({ vocabulary }) => vocabulary === "meta-data").flatMap(({ names }) => names.split(" ")),
  "$comment",
]);

/** Whether a keyword only tells people or programs something beside the rules. Names that begin with `x-` are the authors' own remarks. */
export const isRemark = (keyword: string): boolean => REMARKS.has(keyword) || (keyword.startsWith("x-") && !OWN_MARKS.includes(keyword));

/** Whether a keyword holds definitions in any dialect. */
export const holdsDefinitions = (keyword: string): boolean =>
  ROWS.some(({ names, holds }) => holds === "definitions" && names.split(" ").includes(keyword));

/** The keywords of a dialect that has only the vocabularies for which `has` is true. */
export function keywordRules(dialect: Dialect, has: (vocabulary: Vocabulary) => boolean): ReadonlyMap<string, Holds> {
  const place = DIALECTS.indexOf(dialect);
  const rules = new Map<string, Holds>([...TAKEN_NAMES].map((name) => [name, "foreign"]));
  for (const { names, holds, vocabulary, since, until } of ROWS) {
    const known = DIALECTS.indexOf(since) <= place && place <= DIALECTS.indexOf(until) && (vocabulary === "any" || has(vocabulary));
    if (known) for (const name of names.split(" ")) rules.set(name, holds);
  }
  return rules;
}
