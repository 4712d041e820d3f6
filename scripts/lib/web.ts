// References over http and https: which URL they lead to, and which file holds its document.
import { splitFragment } from "../linking/uri.ts";

/** What a vendor's source.json says of URLs. They stand without a fragment, in the spelling of {@link webAddress}. */
export interface Web {
  /** The file that holds the document of a URL. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the relative references of a fetched file start (RFC 3986, section 5.1.3). */
  readonly bases: ReadonlyMap<string, string>;
}

export const NO_WEB: Web = { files: new Map(), bases: new Map() };

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** A URL in its one spelling, without its fragment; null when it is none of http or https. */
export function webAddress(reference: string, base?: string): string | null {
  const [address] = splitFragment(reference);
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/**
 * The URL that a reference of a file leads to: one that names it, or a relative one in a file that was fetched. Null when it leads to none.
 * The fragment is left out.
 */
export function urlMeant(reference: string, fromFile: string, { bases }: Web): string | null {
  if (reference.startsWith("#")) return null;
  return webAddress(reference, SCHEME.test(reference) ? undefined : bases.get(fromFile));
}
