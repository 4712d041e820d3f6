// The places of a declaration's parts.
import type { Declaration, Origin } from "../contract.ts";

/** Where a part of a declaration is stated: its own place, or that of the nearest part around it. */
export function partOrigin({ parts, origins }: Declaration, pointer: string): Origin {
  for (let at = pointer; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    // No member that objects inherit is called by a pointer.
    const found = parts[at]?.[0];
    if (found !== undefined) return found;
    if (at === "") return origins[0] ?? { file: "", line: 1, column: 1, pointer: "" };
  }
}

/** A file at the top of the folder that a document belongs to: the vendor's, or the only one. */
export const besideDocument = (document: string, name: string): Origin =>
  wholeFile(document.includes("/") ? `${document.slice(0, document.indexOf("/"))}/${name}` : name);

/** A whole file as a place. */
export const wholeFile = (file: string): Origin => ({ file, line: 0, column: 0, pointer: "" });
