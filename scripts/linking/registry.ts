// The documents of one run: opened where a reference leads to them, and what is known of them.
import type { Json, JsonObject } from "../contract.ts";
import { dialectNamed } from "../dialects/dialect.ts";
import { type Language, languageOf } from "../dialects/language.ts";
import { metaSchemaAt } from "../dialects/meta-schemas.ts";
import type { LanguageNamed } from "./identify.ts";
import { indexDocument, indexStray } from "./index-document.ts";
import { languageFinder } from "./language-finder.ts";
import { type DocumentIndex, locationOf, type Place, type Resource, type SchemaProblem } from "./resource.ts";
import { sameTree } from "./same-tree.ts";

/** What one run knows of its documents. It grows as references are followed. */
export interface Registry {
  readonly top: Resource;
  readonly problems: SchemaProblem[];
  /** Plain names that dynamic references use anywhere so far; "" stands for `$recursiveRef`. */
  readonly dynamicNames: Set<string>;
  /** Keywords used anywhere so far that change how others are restated. */
  readonly keywords: Set<string>;
  /** The resource with a URI. `from` asks, and lends its language to a document that states none. */
  readonly resourceAt: (uri: string, from: Resource) => Resource | undefined;
  /** The resource that an object is the root of. */
  readonly rootedAt: (schema: JsonObject) => Resource | undefined;
  /** Takes a value as a schema that stands where no keyword is known to hold one. */
  readonly adopt: (place: Place) => Place;
}

/** The official meta-schemas do not depend on a run. */
const officialIndexes = new Map<string, DocumentIndex>();

function officialIndex(uri: string): DocumentIndex | undefined {
  const document = metaSchemaAt(uri);
  if (document === undefined) return undefined;
  const kept = officialIndexes.get(uri);
  if (kept !== undefined) return kept;
  const official: LanguageNamed = (named, fallback) => languageOf(dialectNamed(String(named)) ?? fallback.dialect);
  const index = indexDocument(document, uri, languageOf("2020-12"), official);
  officialIndexes.set(uri, index);
  return index;
}

/** Opens the root document; others are opened when something refers to them. */
export function openRegistry(root: Json, language: Language, documents: ReadonlyMap<string, Json>): Registry {
  const byUri = new Map<string, Resource>();
  const roots = new Map<JsonObject, Resource>();
  const problems: SchemaProblem[] = [];
  const dynamicNames = new Set<string>();
  const keywords = new Set<string>();
  const opened = new Set<string>();
  const adopted = new Map<Json, Place>();
  const documentAt = (uri: string): Json | undefined => documents.get(uri) ?? documents.get(`${uri}#`);
  const languageNamed = languageFinder((uri) => documentAt(uri) ?? metaSchemaAt(uri));

  const register = (index: DocumentIndex): void => {
    for (const resource of index.resources) {
      const before = byUri.get(resource.uri);
      if (before === undefined) byUri.set(resource.uri, resource);
      else if (before !== resource && !sameTree(before.root, resource.root))
        problems.push({ code: "identifier-duplicate", location: locationOf(resource, ""), facts: { identifier: resource.uri } });
    }
    for (const [schema, resource] of index.roots) {
      const first = byUri.get(resource.uri);
      roots.set(schema, first !== undefined && sameTree(first.root, schema) ? first : resource);
    }
    for (const name of index.dynamicNames) dynamicNames.add(name);
    for (const keyword of index.keywords) keywords.add(keyword);
    for (const problem of index.problems) problems.push(problem);
  };
  const indexes = new Map<string, DocumentIndex>();
  const indexAt = (uri: string, document: Json, from: Resource): DocumentIndex => {
    const before = indexes.get(uri);
    const index = before ?? indexDocument(document, uri, from.language, languageNamed);
    indexes.set(uri, index);
    return index;
  };
  const open = (uri: string, from: Resource): void => {
    opened.add(uri);
    const document = documentAt(uri);
    const index = document === undefined ? officialIndex(uri) : indexAt(uri, document, from);
    if (index === undefined) return;
    register(index);
    if (!byUri.has(uri)) byUri.set(uri, index.top);
  };
  /** A URI may be that of a resource inside a document of another URI. The last resort is to look into all. */
  const openHolder = (uri: string, from: Resource): void => {
    for (const [key, document] of documents) {
      const plain = key.replace(/#$/, "");
      const holds = !opened.has(plain) && indexAt(plain, document, from).resources.some((resource) => resource.uri === uri);
      if (holds) return open(plain, from);
    }
  };
  const resourceAt = (uri: string, from: Resource): Resource | undefined => {
    if (!byUri.has(uri) && !opened.has(uri)) open(uri, from);
    if (!byUri.has(uri)) openHolder(uri, from);
    return byUri.get(uri);
  };

  const index = indexDocument(root, "", language, languageNamed);
  register(index);
  const adopt = (place: Place): Place => {
    const stray: DocumentIndex = {
      top: place.resource,
      resources: [],
      roots: new Map(),
      dynamicNames: new Set(),
      keywords: new Set(),
      problems: [],
    };
    const before = adopted.get(place.schema);
    if (before !== undefined) return before;
    const at = indexStray(place, stray, languageNamed);
    adopted.set(place.schema, at);
    register(stray);
    return at;
  };
  return { top: index.top, problems, dynamicNames, keywords, resourceAt, rootedAt: (schema) => roots.get(schema), adopt };
}
