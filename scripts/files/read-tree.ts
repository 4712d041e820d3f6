// An existing output tree, as text.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareUnits } from "../lib/compare-units.ts";
import { ifPresent } from "./if-present.ts";
import { kindAt, leadsToFolder } from "./kind-at.ts";
import { isKeptWhole } from "./kept.ts";

/**
 * The files of a folder by path below it with `/`, sorted by code units; null when there is no such folder. Folders that are never
 * generated (see `isKeptWhole`) and links are left out, and so is what another run takes away meanwhile. Bytes that are not UTF-8 become U+FFFD.
 */
export function readTree(directory: string): Map<string, string> | null {
  const paths = treePaths(directory);
  if (paths === null) return null;
  const tree = new Map<string, string>();
  for (const path of paths) {
    const text = ifPresent(() => readFileSync(join(directory, path), "utf8"));
    if (text !== null) tree.set(path, text);
  }
  return tree;
}

/** The paths of the files that `readTree` reads; null when there is no such folder. */
export const treePaths = (directory: string): readonly string[] | null =>
  leadsToFolder(directory) ? list(directory, "").sort(compareUnits) : null;

function list(directory: string, below: string): string[] {
  return (ifPresent(() => readdirSync(join(directory, below))) ?? []).flatMap((name) => {
    const path = below + name;
    const kind = kindAt(join(directory, path));
    if (kind === "folder" && !isKeptWhole(path)) return list(directory, `${path}/`);
    return kind === "file" ? [path] : [];
  });
}
