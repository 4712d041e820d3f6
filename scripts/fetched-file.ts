// The file that the document of a URL is saved in: readable, stable, and inside of the vendor's folder on every system.
import { sha256 } from "./files.ts";

/** What any system takes as a name, and nobody takes for something else: no dot in front, no device, none of our own files. */
const PLAIN = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))(?!supplement\.|node_modules$)[a-z0-9_][a-z0-9._-]{0,59}(?<!\.)$/i;

/** How long a path below the vendor's folder may be. */
const LONGEST = 120;

/**
 * `https://example.com/v1/net.yaml` → `fetched/example.com/v1/net.yaml`. What a URL has that a path should not (a query, an odd or long name) is
 * left out, and a piece of the URL's hash stands for it; so it does where another file has that name already, in any letter case.
 *
 * @param isNested whether the vendor has a folder of its own; at the top of the schemas folder another folder would be another vendor
 */
export function fetchedFile(url: string, text: string, isNested: boolean, taken: ReadonlySet<string>): string {
  const { host, pathname, search } = new URL(url);
  const server = host.replace(/[^a-z0-9.-]+/g, "_").replace(/^[._]+|[._]+$/g, "") || "host";
  const steps = pathname.split("/").filter((step) => step !== "");
  const [name = "document", ...folders] = steps.toReversed();
  const [stem, extension] = withExtension(name, text);
  const mark = sha256(url).slice(0, 8);
  const join = isNested ? "/" : "-";
  const plain = ["fetched", server, ...folders.toReversed(), stem + extension].join(join);
  const isPlain = search === "" && [...folders, stem + extension].every((step) => PLAIN.test(step)) && plain.length <= LONGEST;
  if (isPlain && !meets(plain, taken)) return plain;
  const readable = stem
    .replace(/[^a-z0-9_-]+/gi, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return ["fetched", server.slice(0, 60), `${readable === "" ? "" : `${readable}-`}${mark}${extension}`].join(join);
}

/** Readers tell JSON and YAML by the file's name, and by what it begins with. */
function withExtension(name: string, text: string): readonly [stem: string, extension: string] {
  const extension = /\.(?:json|ya?ml)$/i.exec(name)?.[0];
  if (extension !== undefined) return [name.slice(0, -extension.length), extension.toLowerCase()];
  return [name, /^\uFEFF?\s*[[{]/.test(text) ? ".json" : ".yaml"];
}

/** Whether a path is that of another file, or leads through one, or is a folder of one. */
function meets(path: string, taken: ReadonlySet<string>): boolean {
  const wanted = path.toLowerCase();
  for (const other of taken) {
    const there = other.toLowerCase();
    if (there === wanted || there.startsWith(`${wanted}/`) || wanted.startsWith(`${there}/`)) return true;
  }
  return false;
}
