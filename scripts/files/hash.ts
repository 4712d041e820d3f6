// SHA-256 of texts, bytes and trees, in lower-case hexadecimal.
import { createHash } from "node:crypto";
import { compareUnits } from "../lib/compare-units.ts";

/** The hash of a text's UTF-8 bytes, or of bytes. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** One hash for a tree, whatever the order of its files. Each path and text is preceded by its length in bytes, so that none can run into the next. */
export function hashTree(files: Iterable<readonly [path: string, text: string]>): string {
  const hash = createHash("sha256");
  for (const pair of [...files].sort(([a], [b]) => compareUnits(a, b))) {
    for (const part of pair) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  }
  return hash.digest("hex");
}
