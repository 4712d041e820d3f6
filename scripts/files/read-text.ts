// The text of a file that must be UTF-8.
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { errorCode } from "./error-code.ts";

/** A text, or why there is none. */
export type Reading = { readonly text: string } | { readonly reason: string };

/** Reads a file; a byte-order mark stays as U+FEFF. Never throws. */
export function readText(path: string): Reading {
  try {
    const bytes = readFileSync(path);
    return isUtf8(bytes)
      ? { text: bytes.toString() }
      : { reason: `is not UTF-8: byte ${invalidAt(bytes)} (counted from 0) begins no character; save the file as UTF-8` };
  } catch (error) {
    return { reason: unreadable(error) };
  }
}

/** The reason for a file or folder that the system does not give. */
export const unreadable = (error: unknown): string => `cannot be read (${errorCode(error) || String(error)}); check its permissions`;

/** Offset of the first byte that is not UTF-8: the first replacement character that the bytes themselves do not hold. */
function invalidAt(bytes: Buffer): number {
  const text = bytes.toString();
  let offset = 0;
  let from = 0;
  for (const { index } of text.matchAll(/\ufffd/g)) {
    offset += Buffer.byteLength(text.slice(from, index));
    from = index;
    if (bytes.toString("hex", offset, offset + 3) !== "efbfbd") return offset;
  }
  return bytes.length;
}
