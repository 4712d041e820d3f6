// The entries of source.json that pin documents which were fetched.
import type { JsonObject } from "./contract.ts";
import { isObject, member } from "./lib/json.ts";
import { located } from "./lib/origin.ts";
import { pointerBelow } from "./lib/pointer.ts";
import { withMember } from "./lib/with-member.ts";
import { readJsonDocument } from "./readers/json-document.ts";

export interface Pin {
  readonly url: string;
  /** Where the URL redirected to; the URL itself when it did not. */
  readonly location: string;
  /** YYYY-MM-DD */
  readonly retrieved: string;
  readonly sha256: string;
}

/** A source.json (undefined: there is none) with a document more; null when it cannot hold one, because it is not plain JSON. */
export function withPin(source: string | undefined, document: string, { url, location, retrieved, sha256 }: Pin): string | null {
  const text = source ?? "{}\n";
  const entry: JsonObject = { url, ...(location === url ? {} : { location }), retrieved, sha256, fetched: true };
  const whole = readJsonDocument(located("", text)).text?.value;
  if (isObject(whole) && member(whole, "documents") === undefined) return withMember(text, "", "documents", { [document]: entry });
  return withMember(text, "/documents", document, entry);
}

/** The same with a new text for a document that it pins; all else that it says of the document stays. */
export function withNewPin(source: string, document: string, { url, location, retrieved, sha256 }: Pin): string | null {
  const at = pointerBelow("/documents", document);
  const news = { ...(location === url ? {} : { location }), retrieved, sha256 };
  return Object.entries(news).reduce<string | null>(
    (text, [key, value]) => (text === null ? null : withMember(text, at, key, value)),
    source,
  );
}
