// Fetches what one vendor's references lead to, and what that leads to in turn.
import type { Memory } from "./compile.ts";
import type { Diagnostic } from "./contract.ts";
import { diagnostic, type Slug } from "./diagnostics.ts";
import { fetchedFile } from "./fetched-file.ts";
import { sha256 } from "./files.ts";
import type { FetchedText } from "./files/fetch-text.ts";
import { located } from "./lib/origin.ts";
import { pointerBelow } from "./lib/pointer.ts";
import { webAddress } from "./lib/web.ts";
import { type Pin, withNewPin, withPin } from "./pins.ts";
import { readJsonDocument } from "./readers/json-document.ts";
import { unfetched } from "./unfetched.ts";
import { unneeded } from "./unneeded.ts";
import { vendorFolder } from "./vendor-folder.ts";
import { webOf } from "./web-of.ts";

export interface Fetching {
  readonly fetch: (url: string) => Promise<FetchedText>;
  /** Whether documents that were fetched before are fetched again, and taken when they changed. */
  readonly renew: boolean;
  /** YYYY-MM-DD */
  readonly today: string;
}

export interface VendorFetched {
  /** The vendor's files, with what is new. */
  readonly files: ReadonlyMap<string, string>;
  /** Why a URL that a reference leads to has no document; the reason goes on from the URL. */
  readonly failures: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** What was fetched, in lines for people. */
  readonly news: readonly string[];
}

const NOT_PLAIN = "cannot be pinned, because source.json is not plain JSON with an object of documents";

export async function fetchVendor(
  vendor: string,
  given: ReadonlyMap<string, string>,
  { fetch, renew, today }: Fetching,
): Promise<VendorFetched> {
  const files = new Map(given);
  const settled = new Set<string>();
  const failures = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const news: string[] = [];
  const { settings, sourceFile } = vendorFolder(vendor, given);
  const pathOf = (document: string): string => (sourceFile.includes("/") ? `${vendor}/${document}` : document);

  /** Reports something at a document's entry in source.json. */
  const report = (slug: Slug, document: string, facts: Diagnostic["facts"]): void => {
    const entry = readJsonDocument(located(sourceFile, files.get(sourceFile) ?? "")).text?.origin(pointerBelow("/documents", document));
    if (entry !== undefined) diagnostics.push(diagnostic(slug, entry, facts, JSON.stringify(document).length));
  };
  /** What source.json pins: fetched when it is missing, and fetched again when that is asked for. */
  const keep = async (document: string, url: string, pinned: string): Promise<void> => {
    const file = pathOf(document);
    settled.add(url);
    const standing = files.get(file);
    if (standing !== undefined && (!renew || sha256(standing) !== pinned)) return;
    const answer = await fetch(url);
    const tell = (slug: Slug, facts: Diagnostic["facts"]): void => report(slug, document, { url, file, pinned, ...facts });
    if ("reason" in answer) return tell("fetch-failed", { reason: answer.reason });
    const actual = sha256(answer.text);
    if (actual === pinned) {
      if (standing !== undefined) return;
      news.push(`fetched ${url} as ${file}, which was missing`);
    } else if (standing === undefined) return tell("fetched-otherwise", { actual });
    else {
      const source = withNewPin(files.get(sourceFile) ?? "", document, {
        url,
        location: answer.location,
        retrieved: today,
        sha256: actual,
      });
      if (source === null) return tell("fetch-failed", { reason: NOT_PLAIN });
      files.set(sourceFile, source);
      tell("fetched-renewed", { actual });
    }
    files.set(file, answer.text);
  };

  /** Takes a document that is not pinned yet; says why when it cannot. */
  const take = (url: string, { text, location }: Extract<FetchedText, { readonly text: string }>): string | null => {
    const { settings: now, documents } = vendorFolder(vendor, files);
    if (webOf(documents.keys(), now).files.has(url)) return null;
    // What was saved by a run that was stopped before it could pin it is the same text under the same name.
    const others = [...documents].filter(([file, other]) => other !== text || now.documents.has(nameOf(file, vendor)));
    const taken = new Set([...now.documents.keys(), ...others.map(([file]) => nameOf(file, vendor))]);
    const document = fetchedFile(url, text, sourceFile.includes("/"), taken);
    if (taken.has(document)) return `cannot be saved, because there is another ${pathOf(document)} already`;
    const pin: Pin = { url, location, retrieved: today, sha256: sha256(text) };
    const source = withPin(files.get(sourceFile), document, pin);
    if (source === null) return NOT_PLAIN;
    files.set(sourceFile, source).set(pathOf(document), text);
    news.push(`fetched ${url} as ${pathOf(document)}`);
    return null;
  };

  await Promise.all(
    [...settings.documents].map(([document, { fetched, url, sha256: pinned }]) => {
      const address = webAddress(url ?? "");
      return fetched && address !== null && pinned !== null ? keep(document, address, pinned) : undefined;
    }),
  );
  const known = new Map<string, string>();
  const memory: Memory = { get: (key) => known.get(key) ?? null, set: (key, text) => void known.set(key, text) };
  for (;;) {
    const urls = (await unfetched(vendor, files, memory)).filter((url) => !settled.has(url));
    if (urls.length === 0) break;
    const answers = await Promise.all(urls.map(async (url) => ({ url, answer: await fetch(url) })));
    for (const { url, answer } of answers) {
      settled.add(url);
      const reason = "reason" in answer ? answer.reason : take(url, answer);
      if (reason !== null) failures.set(url, reason);
    }
  }
  for (const file of await unneeded(vendor, files, memory)) report("fetched-unneeded", nameOf(file, vendor), { file });
  return { files, failures, diagnostics, news };
}

const nameOf = (file: string, vendor: string): string => (file.startsWith(`${vendor}/`) ? file.slice(vendor.length + 1) : file);
