// Fetches the documents that references lead to over http and https, and pins them in source.json. Texts in, texts out: the disk is the caller's.
import { byVendor } from "./by-vendor.ts";
import type { Diagnostic } from "./contract.ts";
import { diagnostic } from "./diagnostics.ts";
import { type Fetching, fetchVendor, type VendorFetched } from "./fetch-vendor.ts";
import type { FetchedText } from "./files/fetch-text.ts";
import { isArray, isObject } from "./lib/json.ts";
import { located } from "./lib/origin.ts";
import { sortDiagnostics } from "./passes/sort-contract.ts";
import { readValue } from "./readers/value-text.ts";

export interface FetchRequest extends Fetching {
  readonly files: { readonly [path: string]: string };
  /** What files outside of any vendor's folder are called. */
  readonly name: string;
  readonly tell: (step: string) => void;
}

export interface FetchOutcome extends Omit<VendorFetched, "files"> {
  /** All files, with what is new. */
  readonly files: { readonly [path: string]: string };
  /** What is to be written, documents before the source.json that names them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** How many documents one run fetches: a server could lead on and on. */
const MOST_DOCUMENTS = 500;

/** How many are asked for at the same time. */
const AT_ONCE = 6;

/** Fetches what is missing for all vendors. Never throws on what a server says. */
export async function fetchDocuments({ files, name, fetch, renew, today, tell }: FetchRequest): Promise<FetchOutcome> {
  const answers = new Map<string, Promise<FetchedText>>();
  const running = new Set<Promise<unknown>>();
  const ask = async (url: string): Promise<FetchedText> => {
    while (running.size >= AT_ONCE) await Promise.race(running);
    tell(`fetching ${url}`);
    const answer = fetch(url);
    running.add(answer);
    const found = await answer.finally(() => running.delete(answer));
    if ("reason" in found) return found;
    // To YAML a page of HTML can be a member with an odd name.
    const { text } = /^\uFEFF?\s*</.test(found.text) ? { text: null } : await readValue(located(url, found.text));
    return isObject(text?.value) || isArray(text?.value) ? found : { reason: "is neither JSON nor YAML with anything in it" };
  };
  /** Each URL is asked for once, for whichever vendor. */
  const once = (url: string): Promise<FetchedText> => {
    const known = answers.get(url);
    if (known !== undefined) return known;
    const many = { reason: `would be one document more than the ${MOST_DOCUMENTS} that a run fetches` };
    const answer = answers.size < MOST_DOCUMENTS ? ask(url) : Promise.resolve(many);
    answers.set(url, answer);
    return answer;
  };
  const vendors: VendorFetched[] = [];
  for (const [vendor, own] of byVendor(files, name)) vendors.push(await fetchVendor(vendor, own, { fetch: once, renew, today }));
  const fresh = vendors.flatMap((vendor) => [...vendor.files].filter(([path, text]) => files[path] !== text));
  const isSource = ([path]: readonly [string, string]): boolean => /(^|\/)source\.json$/.test(path);
  return {
    files: { ...files, ...Object.fromEntries(fresh) },
    texts: new Map([...fresh.filter((one) => !isSource(one)), ...fresh.filter(isSource)]),
    failures: new Map(vendors.flatMap(({ failures }) => [...failures])),
    diagnostics: sortDiagnostics(vendors.flatMap((vendor) => vendor.diagnostics)),
    news: vendors.flatMap((vendor) => vendor.news).toSorted(),
  };
}

/** The findings of a run that fetched: a document that it could not have is not one that nobody asked for. */
export function afterFetching(
  found: readonly Diagnostic[],
  { failures, diagnostics }: Pick<FetchOutcome, "failures" | "diagnostics">,
): readonly Diagnostic[] {
  return [
    ...diagnostics,
    ...found.map((one) => {
      const { url } = one.facts;
      const reason = one.slug === "reference-not-fetched" && typeof url === "string" ? failures.get(url) : undefined;
      return reason === undefined ? one : diagnostic("fetch-failed", one.origin, { url: url ?? "", reason }, one.length);
    }),
  ];
}
