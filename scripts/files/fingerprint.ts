// What is remembered of a file instead of its text: texts of a large package would fill the memory.
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./hash.ts";
import { ifPresent } from "./if-present.ts";
import { HEAD_LENGTH, isLeftOver } from "./kept.ts";
import { treePaths } from "./read-tree.ts";

/** A file's SHA-256, and whether it is ours to remove when the package no longer has it (see `isLeftOver`). */
export interface Fingerprint {
  readonly hash: string;
  readonly isLeftOver: boolean;
}

/** Fingerprints by path below a folder. */
export type Fingerprints = ReadonlyMap<string, Fingerprint>;

export const fingerprintOf = (path: string, text: string): Fingerprint => ({ hash: sha256(text), isLeftOver: isLeftOver(path, text) });

const PART = 2 ** 20;

/** The fingerprints of what `readTree` reads; null when there is no such folder. */
export function fingerprintTree(directory: string): Fingerprints | null {
  const paths = treePaths(directory);
  if (paths === null) return null;
  const buffer = Buffer.allocUnsafe(PART);
  const found = new Map<string, Fingerprint>();
  for (const path of paths) {
    const one = ifPresent(() => read(directory, path, buffer));
    if (one !== null) found.set(path, one);
  }
  return found;
}

function read(directory: string, path: string, buffer: Buffer): Fingerprint {
  const file = openSync(join(directory, path), "r");
  try {
    const hash = createHash("sha256");
    let head: string | null = null;
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      // A UTF-16 code unit takes at most three bytes of UTF-8.
      head ??= buffer.toString("utf8", 0, Math.min(length, HEAD_LENGTH * 3));
      hash.update(buffer.subarray(0, length));
    }
    return { hash: hash.digest("hex"), isLeftOver: isLeftOver(path, head ?? "") };
  } finally {
    closeSync(file);
  }
}

/** One hash for the files of a tree that are ours. */
export const ownFiles = (tree: Fingerprints): readonly (readonly [string, string])[] =>
  [...tree].flatMap(([path, one]) => (one.isLeftOver ? [[path, one.hash] as const] : []));

/** Whether an existing tree (null: there is none) holds exactly the fresh files; what the user put beside them does not count. */
export function sameFingerprints(fresh: Fingerprints, existing: Fingerprints | null): boolean {
  if (existing === null) return false;
  for (const [path, { hash }] of fresh) if (existing.get(path)?.hash !== hash) return false;
  for (const [path, one] of existing) if (!fresh.has(path) && one.isLeftOver) return false;
  return true;
}
