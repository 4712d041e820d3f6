// What stands at a path.
import { lstatSync, statSync } from "node:fs";
import { ifPresent } from "./if-present.ts";

/** What stands at a path, without following links: `link` is a symbolic link, wherever it leads; null when nothing is there. */
export function kindAt(path: string): "file" | "folder" | "link" | "other" | null {
  const found = ifPresent(() => lstatSync(path));
  if (found === null) return null;
  return found.isSymbolicLink() ? "link" : found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
}

/** Whether a path leads to a folder, by links or not. */
export const leadsToFolder = (path: string): boolean => ifPresent(() => statSync(path))?.isDirectory() === true;
