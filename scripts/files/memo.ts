// What was done once is remembered, by content.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./hash.ts";

/** Texts by key. It may forget at any time. */
export interface Memo {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => void;
}

/** How many entries are kept (a vendor has three), and how many bytes of them. */
const CAPACITY = 3000;
const MOST_BYTES = 2 ** 30;

/** After how many new entries the folder is looked through for old ones: a run may make hundreds. */
const PATIENCE = 50;

/** Our files: an entry, or one that was never finished. Nothing else in the folder is ever removed. */
const ENTRY = /^[0-9a-f]{64}(\.[0-9]+)?$/;

/**
 * A memo in a folder, made when it is first needed; null remembers nothing. An entry is a file named by the SHA-256 of its key; its first
 * line is the SHA-256 of the text that follows, so that a damaged one counts as absent. Never throws: a cache that cannot be written is no error.
 */
export function memo(directory: string | null, capacity = CAPACITY): Memo {
  if (directory === null) return { get: () => null, set: () => undefined };
  let written = 0;
  return {
    get: (key) => quietly(() => intact(readFileSync(join(directory, sha256(key)), "utf8"))) ?? null,
    set: (key, text) =>
      void quietly(() => {
        write(directory, sha256(key), text);
        if (written % PATIENCE === 0) forgetOldest(directory, sha256(key), capacity);
        written += 1;
      }),
  };
}

function quietly<Result>(task: () => Result): Result | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}

function intact(entry: string): string | null {
  const text = entry.slice(65);
  return entry.slice(0, 65) === `${sha256(text)}\n` ? text : null;
}

function write(directory: string, name: string, text: string): void {
  mkdirSync(directory, { recursive: true });
  const unfinished = join(directory, `${name}.${process.pid}`);
  writeFileSync(unfinished, `${sha256(text)}\n${text}`);
  renameSync(unfinished, join(directory, name));
}

/** Clocks of file systems are coarse, so the newest entry is excepted by name. */
function forgetOldest(directory: string, newest: string, capacity: number): void {
  let bytes = 0;
  readdirSync(directory)
    .filter((other) => ENTRY.test(other) && other !== newest)
    .map((other) => {
      const path = join(directory, other);
      const { mtimeMs = 0, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return { path, mtimeMs, size };
    })
    .sort((a, b) => b.mtimeMs - a.mtimeMs)
    .filter(({ size }, index) => (bytes += size) > MOST_BYTES || index >= capacity - 1)
    .forEach(({ path }) => rmSync(path, { force: true }));
}
