// Walks a document's schemas once and notes what identifies them. Only keywords that the dialect knows lead to schemas.
import type { Json } from "../contract.ts";
import type { Language } from "../dialects/language.ts";
import { isObject } from "../lib/json.ts";
import { identify, type LanguageNamed, newResource } from "./identify.ts";
import type { DocumentIndex, Place } from "./resource.ts";
import { eachSubschema } from "./subschemas.ts";
import { splitFragment } from "./uri.ts";

/** Indexes a whole document. `uri` is where it was found ("" for nowhere), `language` what it is read in unless it says otherwise. */
export function indexDocument(document: Json, uri: string, language: Language, languageNamed: LanguageNamed): DocumentIndex {
  const found = newResource(uri, document, language);
  const index: DocumentIndex = {
    top: found,
    resources: [],
    roots: new Map(),
    dynamicNames: new Set(),
    keywords: new Set(),
    problems: [],
  };
  const place: Place = { schema: document, resource: found, pointer: "", applied: false };
  const top = isObject(document) ? identify(document, place, true, index, languageNamed) : place;
  if (top.resource === found) index.resources.push(found);
  if (top.resource === found && isObject(document)) index.roots.set(document, found);
  indexBelow(top, index, languageNamed);
  return { ...index, top: top.resource };
}

/** Indexes a schema that stands where no keyword is known to hold one. */
export function indexStray(place: Place, index: DocumentIndex, languageNamed: LanguageNamed): Place {
  if (!isObject(place.schema)) return place;
  const at = identify(place.schema, place, false, index, languageNamed);
  indexBelow(at, index, languageNamed);
  return at;
}

/** Goes through everything below a place whose own identifiers are read already. An explicit stack stands any depth. */
function indexBelow(start: Place, index: DocumentIndex, languageNamed: LanguageNamed): void {
  const stack: Place[] = [start];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const { schema, resource, pointer } = place;
    if (!isObject(schema)) continue;
    noteUse(schema, resource.language, index);
    eachSubschema(schema, resource.language, (inner, at, applied) => {
      if (!isObject(inner)) return;
      const below: Place = { schema: inner, resource, pointer: pointer + at, applied };
      stack.push(identify(inner, below, false, index, languageNamed));
    });
  }
}

/** Keywords that change how others have to be restated, or that make environments matter. */
function noteUse(schema: { readonly [key: string]: Json }, { rules }: Language, index: DocumentIndex): void {
  const { $dynamicRef } = schema;
  if (typeof $dynamicRef === "string" && rules.get("$dynamicRef") === "dynamicReference") {
    const [, name] = splitFragment($dynamicRef);
    if (name !== "" && !name.startsWith("/")) index.dynamicNames.add(name);
  }
  if (schema["$recursiveRef"] !== undefined && rules.get("$recursiveRef") === "recursiveReference") index.dynamicNames.add("");
  for (const keyword of ["unevaluatedItems", "unevaluatedProperties"])
    if (schema[keyword] !== undefined && rules.get(keyword) === "schema") index.keywords.add(keyword);
}
