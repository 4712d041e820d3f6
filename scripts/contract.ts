// The one intermediate representation: readers return it, passes map it, artifacts show it. Types only, all plain JSON.

import type { SignatureScheme } from "../templates/src/signature-scheme.ts";
import type { Fields } from "../templates/src/upgrade.ts";

/** Any JSON value (RFC 8259). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Its keys are data: look them up with `Object.hasOwn`. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * A JSON Schema 2020-12 schema. In a linked contract each `$ref` is the bare name of a {@link Declaration};
 * in a reader's contract it is still the text of the vendor's reference.
 */
export type Schema = boolean | JsonObject;

/** A place in a vendor's text. */
export interface Origin {
  /** Path of the document below the schemas folder, with `/`. */
  readonly file: string;
  /** 1-based line. */
  readonly line: number;
  /** 1-based column, in UTF-16 code units. */
  readonly column: number;
  /** RFC 6901 pointer: into the JSON or YAML value, or through headings and row names where the text is prose. */
  readonly pointer: string;
}

/** One named type. */
export interface Declaration {
  readonly name: string;
  /** Where references may point at it: URI fragments such as `#/components/schemas/Company`, or page paths such as `datatype.md`. */
  readonly addresses: readonly string[];
  readonly schema: Schema;
  /** Where the declaration is stated, the leading document first. */
  readonly origins: readonly Origin[];
  /** Where its parts are stated, by RFC 6901 pointer into `schema` ("/properties/id"), the leading document first. */
  readonly parts: { readonly [pointer: string]: readonly Origin[] };
  /** `true` when it exists only to answer references and is left out of the output when nothing refers to it. */
  readonly supplied: boolean;
  /** What states it: a schema language, which is exact, or a text, which may leave out what its examples show. */
  readonly statedBy: "schema" | "text";
  /** The OpenAPI version whose schema language it is written in, if any. */
  readonly openapi?: "3.0" | "3.1";
  /** Names of properties as an SDK prints them: they may be spelt otherwise on the wire. Absent where names are those on the wire. */
  readonly printedNames?: readonly string[];
}

/** A webhook event: what names it on the wire, and the declaration of its body. Readers may give several names; passes make an event of each. */
export interface EventType {
  /** Names that the documents show, such as `push`, or `{dataType}.write.successful` for all of this pattern; empty when none does. */
  readonly names: readonly string[];
  /** RFC 6901 pointer to the event's name in the body, or null when the documents show none. */
  readonly discriminator: string | null;
  /** A declaration's name; in a reader's contract it may be its address from the schemas folder, `vendor/api.yaml#/…`. */
  readonly declaration: string;
  readonly origin: Origin;
}

/** How a vendor names its events: what each part of such a name is called, `{dataType}.write.{outcome}`. */
export interface EventNaming {
  readonly pattern: string;
  readonly origin: Origin;
}

/** How a vendor signs its requests. */
export interface Signature {
  readonly scheme: SignatureScheme;
  /** The vendor's page that says so. */
  readonly see: string;
  readonly origin: Origin;
}

/** How events of an old form become events of the form that replaces them. */
export interface Upgrade {
  /** Names of declarations. */
  readonly from: string;
  readonly to: string;
  readonly fields: Fields;
  /** The vendor's page that says so. */
  readonly see: string;
  readonly origin: Origin;
}

/** A value that a vendor shows. */
export interface Example {
  /** A declaration's name; in a reader's contract it may be its address from the schemas folder, `vendor/api.yaml#/…`. */
  readonly declaration: string;
  /** RFC 6901 pointer in the *value* of the declaration: "" for a whole value, "/payload/id" for a part. */
  readonly pointer: string;
  readonly value: Json;
  readonly origin: Origin;
  /** Where its members stand, by RFC 6901 pointer in the value, when the text shows them one by one. */
  readonly places: { readonly [pointer: string]: Origin };
}

/** A fact of a diagnostic: text, or a place that the reader of the diagnostic may want to see. */
export type Fact = string | Origin;

/** A finding. Its words are in the catalogue (diagnostics.ts), under `slug`. */
export interface Diagnostic {
  readonly slug: string;
  readonly origin: Origin;
  /** How many UTF-16 code units to underline. */
  readonly length: number;
  /** What the catalogue's texts call by name. */
  readonly facts: { readonly [name: string]: Fact };
}

/** Everything known of one vendor, or the part of it that one document holds. */
export interface Contract {
  /** The vendor's folder below the schemas folder. */
  readonly vendor: string;
  readonly declarations: readonly Declaration[];
  readonly events: readonly EventType[];
  readonly examples: readonly Example[];
  readonly diagnostics: readonly Diagnostic[];
  /** Stated by the vendor's source.json and by no document: left out by readers, and where nothing is known. */
  readonly signature?: Signature;
  /** Stated by the vendor's source.json; left out where it says nothing of it. */
  readonly eventNames?: readonly EventNaming[];
  /** Stated by the vendor's upgrades.json; left out where there is none. */
  readonly upgrades?: readonly Upgrade[];
  /** How YAML documents write what is no text to YAML, where that is not how JSON writes it, by `file#pointer`: `021001088`, `1e3`, `0x1F`. */
  readonly written?: { readonly [place: string]: string };
}
