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
  if (!leadsToFolder(directory)) return null;
  const tree = new Map<string, string>();
  for (const path of list(directory, "").sort(compareUnits)) {
    const text = ifPresent(() => readFileSync(join(directory, path), "utf8"));
    if (text !== null) tree.set(path, text);
  }
  return tree;
}

function list(directory: string, below: string): string[] {
  return (ifPresent(() => readdirSync(join(directory, below))) ?? []).flatMap((name) => {
    const path = below + name;
    const kind = kindAt(join(directory, path));
    if (kind === "folder" && !isKeptWhole(path)) return list(directory, `${path}/`);
    return kind === "file" ? [path] : [];
  });
}
