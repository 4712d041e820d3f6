// Restates one schema object of any dialect in the keywords of 2020-12. The one place that knows how older drafts differ.
import type { Json, JsonObject } from "../contract.ts";
import { entries, fromEntries, isArray, isObject } from "../lib/json.ts";
import { definesFormat } from "./known-formats.ts";
import type { Language } from "./language.ts";

/** A keyword of 2020-12 with its value, and the keyword of the source that it comes from. */
export interface Part {
  readonly keyword: string;
  readonly from: string;
  readonly holds: "data" | "schema" | "list" | "map" | "reference" | "dynamicReference" | "recursiveReference";
  readonly value: Json;
}

/** What has to be known of all documents together, and of the caller's wish. */
export interface Circumstances {
  readonly assertFormats: boolean;
  /** Whether `unevaluatedItems` or `unevaluatedProperties` is used anywhere. */
  readonly unevaluated: boolean;
  readonly unevaluatedItems: boolean;
}

const data = (keyword: string, value: Json, from = keyword): Part => ({ keyword, from, holds: "data", value });

/** The parts of a schema object, in its own order. The same keyword may stand twice where two keywords of the source become one. */
export function restate(schema: JsonObject, language: Language, circumstances: Circumstances): readonly Part[] {
  const parts: Part[] = [];
  const reference = schema["$ref"];
  if (language.early && reference !== undefined && Object.hasOwn(schema, "$ref"))
    return [{ keyword: "$ref", from: "$ref", holds: "reference", value: reference }];
  for (const [keyword, value] of Object.entries(schema)) {
    const holds = language.rules.get(keyword);
    switch (holds) {
      case undefined:
      case "data":
        if (!replaced(keyword, schema, language)) parts.push(data(keyword, value));
        break;
      case "schema":
      case "list":
      case "map":
        parts.push({ keyword, from: keyword, holds, value });
        break;
      case "reference":
      case "dynamicReference":
      case "recursiveReference":
        parts.push({ keyword: "$ref", from: keyword, holds, value });
        break;
      case "items":
        if (!isArray(value)) parts.push({ keyword, from: keyword, holds: "schema", value });
        else if (value.length > 0) parts.push({ keyword: "prefixItems", from: keyword, holds: "list", value });
        break;
      case "additionalItems":
        if (isArray(own(schema, "items"))) parts.push({ keyword: "items", from: keyword, holds: "schema", value });
        break;
      case "dependencies":
        dependencyParts(keyword, value, parts);
        break;
      case "exclusive":
        exclusiveParts(keyword, value, schema, parts);
        break;
      case "contains":
        parts.push({ keyword, from: keyword, holds: "schema", value });
        if (circumstances.unevaluatedItems && language.dialect !== "2020-12") parts.push(data("x-contains-evaluates", false, keyword));
        break;
      case "containsCount":
        if (own(schema, "contains") !== undefined && language.rules.get("contains") === "contains") parts.push(data(keyword, value));
        break;
      case "branch":
        if (branchCounts(keyword, schema, circumstances)) parts.push({ keyword, from: keyword, holds: "schema", value });
        break;
      case "format":
        parts.push(data(isAsserted(value, language, circumstances) ? "format" : "x-format", value, keyword));
        break;
      case "content":
        parts.push(data(keyword, value));
        break;
      case "definitions":
      case "gone":
      case "foreign":
        break;
    }
  }
  if (language.dialect === "draft-07" && circumstances.assertFormats && parts.some(({ keyword }) => keyword.startsWith("content")))
    parts.push(data("x-content-asserts", true));
  return parts;
}

const own = (schema: JsonObject, keyword: string): Json | undefined => (Object.hasOwn(schema, keyword) ? schema[keyword] : undefined);

/** Draft 4: `exclusiveMaximum: true` turns `maximum` into what newer drafts call `exclusiveMaximum`. */
function replaced(keyword: string, schema: JsonObject, { rules }: Language): boolean {
  const flag = keyword === "maximum" ? "exclusiveMaximum" : keyword === "minimum" ? "exclusiveMinimum" : null;
  return flag !== null && rules.get(flag) === "exclusive" && own(schema, flag) === true;
}

function exclusiveParts(keyword: string, value: Json, schema: JsonObject, parts: Part[]): void {
  const limit = own(schema, keyword === "exclusiveMaximum" ? "maximum" : "minimum");
  if (value === true && limit !== undefined) parts.push(data(keyword, limit));
  else if (typeof value !== "boolean") parts.push(data(keyword, value));
}

/** `dependencies` holds both lists of names and schemas (draft 7 Validation, section 6.5.7). */
function dependencyParts(keyword: string, value: Json, parts: Part[]): void {
  if (!isObject(value)) return void parts.push(data("dependentRequired", value, keyword));
  const pairs = entries(value);
  const schemas = pairs.filter(([, each]) => isObject(each) || typeof each === "boolean");
  const names = pairs.filter(([, each]) => !isObject(each) && typeof each !== "boolean");
  if (names.length > 0) parts.push(data("dependentRequired", fromEntries(names), keyword));
  if (schemas.length > 0) parts.push({ keyword: "dependentSchemas", from: keyword, holds: "map", value: fromEntries(schemas) });
}

/** `if` alone says something only to `unevaluated…`, by what it evaluates (2020-12 Core, section 10.2.2.1). */
function branchCounts(keyword: string, schema: JsonObject, { unevaluated }: Circumstances): boolean {
  if (keyword !== "if") return Object.hasOwn(schema, "if");
  return unevaluated || Object.hasOwn(schema, "then") || Object.hasOwn(schema, "else");
}

const isAsserted = (format: Json, language: Language, { assertFormats }: Circumstances): boolean =>
  (assertFormats || language.assertsFormat) && (typeof format !== "string" || definesFormat(language.dialect, format));
