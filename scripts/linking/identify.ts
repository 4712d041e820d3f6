// What a schema object says of itself: its resource, its anchors. Identifiers mean what each dialect says they mean.
import type { Json, JsonObject } from "../contract.ts";
import type { Language } from "../dialects/language.ts";
import { stringMember, valueWords } from "../lib/json.ts";
import { type DocumentIndex, locationOf, type Place, type Resource, type SchemaProblem } from "./resource.ts";
import { sameTree } from "./same-tree.ts";
import { resolveUri, splitFragment } from "./uri.ts";

/** The language that a `$schema` names, or the fallback; what is wrong with it goes to `problems`. */
export type LanguageNamed = (uri: Json, fallback: Language, location: string, problems: SchemaProblem[]) => Language;

/** Characters that no URI reference or IRI reference has, and broken percent-encoding. */
const BROKEN_URI = /[\s<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/;

/** Anchors begin with a letter or `_` (2019-09: a letter). */
const ANCHOR = /^[A-Za-z_][-A-Za-z0-9._:]*$/;

/** A resource of which nothing is known yet. */
export const newResource = (uri: string, root: Json, language: Language): Resource => ({
  uri,
  root,
  language,
  anchors: new Map(),
  dynamic: new Map(),
  fragments: new Map(),
});

/** Reads the identifiers of the object at a place, and gives the place as the resource has it that the object belongs to. */
export function identify(schema: JsonObject, place: Place, top: boolean, index: DocumentIndex, languageNamed: LanguageNamed): Place {
  const { resource, pointer } = place;
  const here = locationOf(resource, pointer);
  const named = Object.hasOwn(schema, "$schema") ? schema["$schema"] : undefined;
  const statesOwn = named !== undefined && (top || Object.hasOwn(schema, "$id") || Object.hasOwn(schema, "id"));
  const language = statesOwn ? languageNamed(named, resource.language, `${here}/$schema`, index.problems) : resource.language;
  const shadowed = language.early && Object.hasOwn(schema, "$ref");
  const id = shadowed || !Object.hasOwn(schema, language.id) ? undefined : schema[language.id];
  const invalid = (keyword: string, value: Json): void => {
    index.problems.push({ code: "identifier-invalid", location: `${here}/${keyword}`, facts: { identifier: valueWords(value) } });
  };
  let [uri, fragment] = ["", ""];
  if (typeof id === "string") [uri, fragment] = splitFragment(id);
  if (id !== undefined && (typeof id !== "string" || BROKEN_URI.test(id))) invalid(language.id, id);
  let at = place;
  const begins = uri !== "" || (top && language !== resource.language);
  if (begins) {
    const inner = newResource(resolveUri(resource.uri, uri), schema, language);
    index.roots.set(schema, inner);
    index.resources.push(inner);
    at = { schema, resource: inner, pointer: "", applied: place.applied };
  }
  if (fragment !== "" && !fragment.startsWith("/")) {
    if (language.early) nameAnchor(fragment, at, at.resource.anchors, language.id, index);
    else invalid(language.id, fragment);
  } else if (fragment !== "" && !language.early) invalid(language.id, fragment);
  if (!language.early) readAnchors(schema, at, index, invalid);
  return at;
}

function readAnchors(schema: JsonObject, at: Place, index: DocumentIndex, invalid: (keyword: string, value: Json) => void): void {
  const { resource } = at;
  for (const keyword of ["$anchor", "$dynamicAnchor"]) {
    if (!Object.hasOwn(schema, keyword) || (keyword === "$dynamicAnchor" && resource.language.dialect !== "2020-12")) continue;
    const name = stringMember(schema, keyword);
    if (name === undefined || !ANCHOR.test(name)) invalid(keyword, schema[keyword] ?? null);
    if (name === undefined || name === "") continue;
    nameAnchor(name, at, resource.anchors, keyword, index);
    if (keyword === "$dynamicAnchor" && !resource.dynamic.has(name)) resource.dynamic.set(name, at);
  }
  const recursive = resource.language.dialect === "2019-09" && at.pointer === "" && Object.hasOwn(schema, "$recursiveAnchor");
  if (recursive && schema["$recursiveAnchor"] === true) resource.dynamic.set("", at);
}

function nameAnchor(name: string, at: Place, anchors: Map<string, Place>, keyword: string, index: DocumentIndex): void {
  const before = anchors.get(name);
  if (before === undefined) anchors.set(name, at);
  else if (!sameTree(before.schema, at.schema))
    index.problems.push({
      code: "identifier-duplicate",
      location: `${locationOf(at.resource, at.pointer)}/${keyword}`,
      facts: { identifier: `${at.resource.uri}#${name}`, other: locationOf(before.resource, before.pointer) },
    });
}
