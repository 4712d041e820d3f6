// The URLs that a vendor's references lead to and whose documents are in no file.
import type { Memory } from "./compile.ts";
import { linkReferences } from "./passes/link-references.ts";
import { readVendor } from "./read-vendor.ts";
import { vendorFolder } from "./vendor-folder.ts";
import { webOf } from "./web-of.ts";

/** Reads and links a vendor's files, as compiling them does, and gives what is missing, sorted. */
export async function unfetched(vendor: string, files: ReadonlyMap<string, string>, memory: Memory): Promise<readonly string[]> {
  const { documents, settings } = vendorFolder(vendor, files);
  const web = webOf(documents.keys(), settings);
  const { contracts } = await readVendor(vendor, documents, settings, { web, memory });
  const urls = linkReferences(vendor, contracts, web)
    .flatMap(({ diagnostics }) => diagnostics)
    .flatMap(({ slug, facts: { url } }) => (slug === "reference-not-fetched" && typeof url === "string" ? [url] : []));
  return [...new Set(urls)].toSorted();
}
