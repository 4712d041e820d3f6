// An archive's bytes as a stream: a file or the standard input, plain or compressed with gzip.
import { createReadStream, statSync } from "node:fs";
import { errorCode } from "./error-code.ts";
import { UsageError } from "./usage-error.ts";

export interface Archive {
  /** The bytes that the lines are in, decompressed. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How many bytes there are to read, or null when nobody knows. */
  readonly size: number | null;
  /** How many bytes were read so far: of the file, compressed or not. */
  readonly read: () => number;
  /** Lets go of what is not read to its end: an open standard input would keep the program alive. */
  readonly close: () => void;
  /** Why not all of it could be read, once that has shown; what came before has been read. */
  readonly fault: () => string | null;
}

const CHUNK = 2 ** 18;

/**
 * Opens a file, or the standard input for "-". Gzip is recognised by its first two bytes (RFC 1952, section 2.3.1), whatever the name.
 * Reading ends where the file cannot be read or its compression is damaged, and `fault` says so. Throws a {@link UsageError} when there is no such file.
 */
export function openArchive(file: string): Archive {
  const size = sizeOf(file);
  const input = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  const again = size === null ? null : () => createReadStream(file, { highWaterMark: CHUNK });
  let read = 0;
  let fault: string | null = null;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of input) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk);
      read += bytes.length;
      yield bytes;
    }
  }
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      yield* plain(counted(), again);
    } catch (error) {
      fault = faultOf(file, error);
    }
  }
  return { chunks: chunks(), size, read: () => read, fault: () => fault, close: () => void input.destroy() };
}

const name = (file: string): string => (file === "-" ? "the standard input" : file);

/** What cannot be read again is not read to the very place of its damage. */
const MISSING: ReadonlyMap<string, string> = new Map([["-", ", but for what its last 16 KiB hold; those of a file are filtered, too"]]);

function faultOf(file: string, error: unknown): string {
  const code = errorCode(error);
  if (code === "") throw error;
  return code.startsWith("Z_")
    ? `${name(file)} is compressed with gzip and damaged (${code}): what came before the damage was filtered${MISSING.get(file) ?? ""}.`
    : `${name(file)} cannot be read to its end (${code}): what was read was filtered.`;
}

async function* plain(chunks: AsyncIterable<Uint8Array>, again: (() => AsyncIterable<Uint8Array>) | null): AsyncGenerator<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]();
  const first = await reader.next();
  if (first.done === true) return;
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (first.done !== true) yield first.value;
    for (let next = await reader.next(); next.done !== true; next = await reader.next()) yield next.value;
  }
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isPacked) return yield* whole();
  // Loaded where something is compressed: it takes longer than all of a short run.
  const { inflate } = await import("./inflate.ts");
  yield* inflate(whole(), again);
}

function sizeOf(file: string): number | null {
  if (file === "-") return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${file} does not exist. Name an archive of events, or - for the standard input.`);
  if (stat.isDirectory()) throw new UsageError(`${file} is a folder. Name the archives in it.`);
  return stat.isFile() ? stat.size : null;
}
