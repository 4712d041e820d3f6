// The output units of a schema's own keywords (2020-12 Core, sections 7.7 and 12.4): one statement a keyword.
import { keywordPlace } from "../../templates/src/output.ts";
import type { Json, JsonObject, Schema } from "../contract.ts";
import { keywordOf } from "../keywords/registry.ts";
import { code, stringLiteral, valueLiteral, type Code } from "../lib/code.ts";
import { entries, isArray, isObject } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { descend, type Place } from "./place.ts";

/** Keywords whose value is their annotation, beside those that nobody knows (Core, section 6.5). */
const ANNOTATIONS: ReadonlySet<string> = new Set(
  "title description default examples deprecated readOnly writeOnly format contentEncoding contentMediaType contentSchema".split(" "),
);

/** Comments, which are nobody's result (Core, section 8.3), and the marks of linking. */
const SILENT: ReadonlySet<string> = new Set(["$comment", "x-contains-evaluates", "x-content-asserts"]);

/** What linking calls a `format` that is not asserted. */
const REMARKED_FORMAT = "x-format";

/** The keyword whose value linking rewrites: its annotation is what the document states. */
const REWRITTEN = "contentSchema";

/** What a document states at a location, or undefined when it cannot be told. */
export type Stated = (location: string) => Json | undefined;

/** Keywords that count only on one side of an `if`. */
const SIDES: ReadonlySet<string> = new Set(["then", "else"]);

/** Whether a schema has nothing to tell of a value. */
export const isSilent = (schema: Schema): boolean => entries(schema).every(([keyword]) => SILENT.has(keyword));

/** The statements that add the units of a schema's keywords, but for `then` and `else`. `at` is where the value stands. */
export function unitLines(schema: Schema, place: Place, at: Code, stated: Stated): readonly Code[] {
  const told = entries(schema).filter(([keyword, value]) => !SILENT.has(keyword) && !SIDES.has(keyword) && !isMade(keyword, value, place));
  // Two keywords may come from one of an older dialect.
  const lines = new Map(
    told.map(([keyword, value]) => [
      locationOf(keyword, place),
      unitLine(keyword, keyword === REWRITTEN ? stated(locationOf(keyword, place)) : value, place, at),
    ]),
  );
  return [...lines.values()];
}

/** The statement that adds the unit of one keyword. */
export function unitLine(keyword: string, value: Json | undefined, place: Place, at: Code): Code {
  const { keywordLocation, absoluteKeywordLocation } = keywordPlace(locationOf(keyword, place));
  const absolute =
    absoluteKeywordLocation === undefined ? code`` : code` absoluteKeywordLocation: ${stringLiteral(absoluteKeywordLocation)},`;
  const isAnnotation = ANNOTATIONS.has(keyword) || keyword.startsWith("x-") || keywordOf(keyword) === undefined;
  const annotation = isAnnotation && value !== undefined ? code`, annotation: ${valueLiteral(value)}` : code``;
  return code`found.push({ valid: true, keywordLocation: ${stringLiteral(keywordLocation)},${absolute} instanceLocation: ${at}${annotation} });`;
}

const locationOf = (keyword: string, place: Place): string =>
  descend(place, pointerBelow("", keyword === REMARKED_FORMAT ? "format" : keyword)).location;

/** Whether linking made an `allOf`, for keywords that stand beside others of their name: each part is one keyword of the schema itself. */
function isMade(keyword: string, value: Json, place: Place): boolean {
  if (keyword !== "allOf" || !isArray(value)) return false;
  return value.every((part, index) => isObject(part) && isMoved(part, descend(place, `/allOf/${index}`), place));
}

function isMoved(part: JsonObject, inner: Place, { location }: Place): boolean {
  const [name, ...others] = Object.keys(part);
  if (name === undefined || others.length > 0) return false;
  const stated = locationOf(name, inner);
  return stated.slice(0, stated.lastIndexOf("/")) === location;
}
