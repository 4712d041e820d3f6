// Which fetched documents no reference leads to any more.
import type { Memory } from "./compile.ts";
import { unfetched } from "./unfetched.ts";
import { vendorFolder } from "./vendor-folder.ts";
import { webOf } from "./web-of.ts";

/** The files that fetching would not bring back if it began anew: two that refer to each other alone are among them. */
export async function unneeded(vendor: string, files: ReadonlyMap<string, string>, memory: Memory): Promise<readonly string[]> {
  const { documents, settings } = vendorFolder(vendor, files);
  const web = webOf(documents.keys(), settings);
  if (web.bases.size === 0) return [];
  const needed = new Map([...files].filter(([file]) => !web.bases.has(file)));
  for (;;) {
    const missing = (await unfetched(vendor, needed, memory)).flatMap((url) => web.files.get(url) ?? []);
    const found = missing.filter((file) => !needed.has(file));
    if (found.length === 0) return [...files.keys()].filter((file) => !needed.has(file));
    for (const file of found) needed.set(file, files.get(file) ?? "");
  }
}
