// What `restate` leaves out of a schema object, and what becomes of it in a document that people wrote for people.
import type { Json, JsonObject } from "../contract.ts";
import { entries } from "../lib/json.ts";
import { holdsDefinitions, isRemark } from "./keyword-rules.ts";
import type { Language } from "./language.ts";
import type { Part } from "./restate.ts";

/** A keyword that says nothing where it stands, by the code of the finding. `other` is what it would need. */
export interface Unsaid {
  readonly code: "keyword-of-another-dialect" | "keyword-beside-reference" | "keyword-without-effect";
  readonly keyword: string;
  readonly other: string;
}

/** The rest of a schema object. */
export interface LeftOver {
  /** Remarks, and what the pipeline judges whatever the dialect. */
  readonly kept: readonly (readonly [keyword: string, value: Json])[];
  readonly definitions: readonly (readonly [keyword: string, value: Json])[];
  readonly unsaid: readonly Unsaid[];
}

/** Words of OpenAPI 3.0, in which many of these documents began: they are read in every dialect. */
const OPENAPI: ReadonlySet<string> = new Set(["nullable", "example"]);

/** What a schema object holds beside its restated parts. Identifiers are no part of it. */
export function leftOver(schema: JsonObject, language: Language, parts: readonly Part[]): LeftOver {
  const said = new Set(parts.map(({ from }) => from));
  const beside = language.early && Object.hasOwn(schema, "$ref");
  const kept: (readonly [string, Json])[] = [];
  const definitions: (readonly [string, Json])[] = [];
  const unsaid: Unsaid[] = [];
  for (const [keyword, value] of entries(schema)) {
    const holds = language.rules.get(keyword);
    if (said.has(keyword) || holds === "gone") continue;
    if (holdsDefinitions(keyword)) definitions.push([keyword, value]);
    else if (isRemark(keyword) || (beside && OPENAPI.has(keyword))) kept.push([keyword, value]);
    else if (beside) unsaid.push({ code: "keyword-beside-reference", keyword, other: "" });
    // The newest dialect's reader is strict: what it does not know is reported like any unknown keyword.
    else if (holds === "foreign" && language.dialect === "2020-12") kept.push([keyword, value]);
    else if (holds === "foreign") unsaid.push({ code: "keyword-of-another-dialect", keyword, other: "" });
    else {
      const other = partner(keyword, value, language);
      if (other !== null) unsaid.push({ code: "keyword-without-effect", keyword, other });
    }
  }
  return { kept, definitions, unsaid };
}

/** What a keyword that `restate` left out would need beside it, or null where another part says it. */
function partner(keyword: string, value: Json, { rules }: Language): string | null {
  switch (rules.get(keyword)) {
    case "additionalItems":
      return "a list in items";
    case "containsCount":
      return "contains";
    case "branch":
      return "if";
    case "exclusive":
      return value === true ? (keyword === "exclusiveMaximum" ? "maximum" : "minimum") : null;
    default:
      return null;
  }
}
