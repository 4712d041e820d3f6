// The official meta-schemas of the five dialects, by URI, so that references to them need no document.
import type { Json, JsonObject } from "../contract.ts";
import { meta201909 } from "./meta-2019-09.ts";
import { meta202012 } from "./meta-2020-12.ts";
import { metaSchemaDraft04 } from "./meta-schema-draft-04.ts";
import { metaSchemaDraft06 } from "./meta-schema-draft-06.ts";
import { metaSchemaDraft07 } from "./meta-schema-draft-07.ts";

/** Vocabularies that the meta-schema of their dialect does not switch on, or only as annotations. */
const OPTIONAL: ReadonlySet<string> = new Set(["2019-09 format"]);
const LEFT_OUT: ReadonlySet<string> = new Set(["2020-12 format-assertion"]);

/** The documents of a dialect that consists of vocabularies: one for the whole, one for each vocabulary. */
function vocabularyDocuments(
  dialect: "2019-09" | "2020-12",
  bodies: { readonly [part: string]: JsonObject },
  anchor: JsonObject,
): readonly (readonly [string, Json])[] {
  const base = `https://json-schema.org/draft/${dialect}`;
  const vocabulary = (part: string): string => `${base}/vocab/${part}`;
  const parts = Object.keys(bodies).filter((part) => part !== "schema");
  const chosen = parts
    .filter((part) => !LEFT_OUT.has(`${dialect} ${part}`))
    .map((part): readonly [string, Json] => [vocabulary(part), !OPTIONAL.has(`${dialect} ${part}`)]);
  return Object.entries(bodies).map(([part, body]) => {
    const uri = part === "schema" ? `${base}/schema` : `${base}/meta/${part}`;
    const $vocabulary = part === "schema" ? Object.fromEntries(chosen) : { [vocabulary(part)]: true };
    return [uri, { $schema: `${base}/schema`, $id: uri, $vocabulary, ...anchor, ...body }];
  });
}

const DOCUMENTS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ["http://json-schema.org/draft-04/schema", metaSchemaDraft04],
  ["http://json-schema.org/draft-06/schema", metaSchemaDraft06],
  ["http://json-schema.org/draft-07/schema", metaSchemaDraft07],
  ...vocabularyDocuments("2019-09", meta201909, { $recursiveAnchor: true }),
  ...vocabularyDocuments("2020-12", meta202012, { $dynamicAnchor: "meta" }),
]);

/** The meta-schema document with a URI (without fragment), or undefined. Titles, comments and descriptions are left out. */
export const metaSchemaAt = (uri: string): Json | undefined => DOCUMENTS.get(uri);
