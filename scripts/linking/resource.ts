// Schema resources and the places in them: what an index of a document holds.
import type { Json, JsonObject } from "../contract.ts";
import type { Language } from "../dialects/language.ts";

/** A schema resource (2020-12 Core, section 4.3.5). */
export interface Resource {
  /** Its absolute URI without fragment; "" for a root that has none. */
  readonly uri: string;
  readonly root: Json;
  readonly language: Language;
  /** Plain-name fragments, those of dynamic anchors among them. */
  readonly anchors: Map<string, Place>;
  /** Dynamic anchors; "" stands for `$recursiveAnchor: true` at the root. */
  readonly dynamic: Map<string, Place>;
  /** What fragments have been found to mean, by their text. */
  readonly fragments: Map<string, Place | null>;
}

/** A value in a resource. */
export interface Place {
  readonly schema: Json;
  readonly resource: Resource;
  /** RFC 6901 pointer from the resource's root. */
  readonly pointer: string;
  /** Whether a keyword applies it where it stands, so that it is also a part of what stands around it. */
  readonly applied: boolean;
}

/** What is known of one document, or of a schema that stands where no keyword is known to hold one. */
export interface DocumentIndex {
  /** The resource at the top. */
  readonly top: Resource;
  readonly resources: Resource[];
  /** The resource that a schema object is the root of. */
  readonly roots: Map<JsonObject, Resource>;
  /** Plain names that dynamic references use; "" stands for `$recursiveRef`. */
  readonly dynamicNames: Set<string>;
  readonly keywords: Set<string>;
  readonly problems: SchemaProblem[];
}

/** A fault of a schema: named, and placed by the absolute location of the keyword or schema. */
export interface SchemaProblem {
  readonly code: string;
  readonly location: string;
  readonly facts: { readonly [name: string]: string };
}

/** Where a pointer in a resource leads, absolutely: a URI without fragment, `#`, and an RFC 6901 pointer. */
export const locationOf = (resource: Resource, pointer: string): string => `${resource.uri}#${pointer}`;
