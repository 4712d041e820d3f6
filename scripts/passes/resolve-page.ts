// Which model page a link means: the page at that path, the one whose path ends most like it, or a declaration of its name.
import type { Declaration } from "../contract.ts";

/** Whether a reference is a link to a page beside the document. */
export const isPageLink = (reference: string): boolean => /\.mdx?$/i.test(reference) && !/^[a-z][a-z0-9+.-]*:/i.test(reference);

/** Finds declarations by links. Pages that were taken out of their folders are found by the ends of their paths. */
export function pageFinder(declarations: readonly Declaration[]): (link: string, fromFile: string) => Declaration | undefined {
  const pages = new Map<string, { readonly path: readonly string[]; readonly declaration: Declaration }[]>();
  const names = new Map<string, Declaration>();
  for (const declaration of declarations) {
    for (const address of declaration.addresses.filter(isPageLink)) {
      const path = stepsOf(address);
      const key = path.at(-1) ?? "";
      const others = pages.get(key);
      if (others === undefined) pages.set(key, [{ path, declaration }]);
      else others.push({ path, declaration });
    }
    const name = declaration.name.toLowerCase();
    if (!names.has(name)) names.set(name, declaration);
  }
  return (link, fromFile) => {
    const wanted = stepsOf(link);
    const from = fromFile.toLowerCase().split("/");
    const meant = along(
      from.slice(0, -1),
      link
        .toLowerCase()
        .replace(/\.mdx?$/, "")
        .split("/"),
    );
    let best: Declaration | undefined;
    let most = -1;
    for (const { path, declaration } of pages.get(wanted.at(-1) ?? "") ?? []) {
      // The page at the path itself, then the most steps in common at the end, then at the beginning.
      const likeness = sameSteps(path, meant) ? Infinity : 1000 * common(path.toReversed(), wanted.toReversed()) + common(path, from);
      if (likeness > most) [best, most] = [declaration, likeness];
    }
    return best ?? names.get((wanted.at(-1) ?? "").replace(/[^\p{L}\p{N}]/gu, ""));
  };
}

/** The steps of a path, without those that lead upwards, in small letters and without the ending. */
const stepsOf = (path: string): readonly string[] =>
  path
    .toLowerCase()
    .replace(/\.mdx?$/, "")
    .split("/")
    .filter((step) => step !== "" && step !== "." && step !== "..");

function along(folder: readonly string[], steps: readonly string[]): readonly string[] {
  const path = [...folder];
  for (const step of steps)
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  return path;
}

const sameSteps = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && common(a, b) === a.length;

/** How many steps two paths have in common from their beginning. */
function common(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((step, index) => step !== b[index]);
  return end === -1 ? a.length : end;
}
