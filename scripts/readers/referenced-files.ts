// Which files a document refers to, directly or through others. The only file that knows json-schema-ref-parser.
import type { Json } from "../contract.ts";
import { type Web, webAddress } from "../lib/web.ts";

/** A folder that cannot exist: references are resolved against it, and what leads out of it is in no file. */
const ROOT = "/hookwright-schemas/";

/** How a file's text becomes a value; null when it is none. */
export type Parse = (file: string) => Promise<Json | null>;

/**
 * The files among `files` that a document reaches through references, itself left out. Only these texts are read: the library's own readers
 * of disk and network are switched off, so a reference that leads anywhere else finds nothing.
 */
export async function referencedFiles(start: string, files: ReadonlySet<string>, web: Web, parse: Parse): Promise<readonly string[]> {
  const root = await parse(start);
  if (typeof root !== "object" || root === null) return [];
  const { $RefParser } = await import("@apidevtools/json-schema-ref-parser");
  const reached = new Set<string>();
  const read = async ({ url }: { readonly url: string }): Promise<string> => {
    const file = url.startsWith(ROOT) ? decodeURIComponent(url.slice(ROOT.length)) : (web.files.get(webAddress(url) ?? "") ?? "");
    if (!files.has(file)) throw new RangeError(`${url} is not in the schemas folder`);
    reached.add(file);
    return JSON.stringify(await parse(file));
  };
  const parser = new $RefParser();
  try {
    await parser.resolve(ROOT + start, structuredClone(root), {
      continueOnError: true,
      resolve: { file: false, http: false, memory: { order: 1, canRead: true, read } },
      parse: { json: { order: 1, canParse: true }, yaml: false, text: false, binary: false },
    });
  } catch {
    // What could not be read stays a reference that nothing resolves; the pass that links references reports it with its place.
  }
  reached.delete(start);
  return [...reached].toSorted();
}
