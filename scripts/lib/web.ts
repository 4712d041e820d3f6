// References over http and https: which URL they lead to, and which file holds its document.
import type { Declaration } from "../contract.ts";
import { splitFragment } from "../linking/uri.ts";

/** What a vendor's source.json says of URLs. They stand without a fragment, in the spelling of {@link webAddress}. */
export interface Web {
  /** The file that holds the document of a URL. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the relative references of a file start (RFC 3986, section 5.1): where it was fetched from. */
  readonly bases: ReadonlyMap<string, string>;
  /** The vendor's documents; null when they are not known, and a relative reference means a file. */
  readonly names: ReadonlySet<string> | null;
}

export const NO_WEB: Web = { files: new Map(), bases: new Map(), names: null };

/** The same with what documents call themselves (`$id`), which is where their relative references start when they were not fetched. */
export function withIdentifiers(web: Web, declarations: readonly Declaration[]): Web {
  const bases = new Map(web.bases);
  for (const { addresses, origins } of declarations) {
    const file = origins[0]?.file ?? "";
    const base = bases.has(file) ? undefined : addresses.find((address) => /^https?:/i.test(address));
    const url = base === undefined ? null : webAddress(base);
    if (url !== null) bases.set(file, url);
  }
  return bases.size === web.bases.size ? web : { ...web, bases };
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** A URL in its one spelling, without its fragment; null when it is none of http or https. */
export function webAddress(reference: string, base?: string): string | null {
  const [address] = splitFragment(reference);
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/**
 * The URL that a reference of a file leads to: one that names it, or a relative one in a file with a base. Null when it leads to none.
 * The fragment is left out.
 */
export function urlMeant(reference: string, fromFile: string, { bases }: Web): string | null {
  if (reference.startsWith("#")) return null;
  return webAddress(reference, SCHEME.test(reference) ? undefined : bases.get(fromFile));
}
