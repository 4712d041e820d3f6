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
}

const CHUNK = 2 ** 18;

/**
 * Opens a file, or the standard input for "-". Gzip is recognised by its first two bytes (RFC 1952, section 2.3.1), whatever the name.
 * Throws a {@link UsageError} when there is no such file; so does reading, when the file cannot be read or its compression is damaged.
 */
export function openArchive(file: string): Archive {
  const size = sizeOf(file);
  const input = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of input) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk);
      read += bytes.length;
      yield bytes;
    }
  }
  return { chunks: told(file, plain(counted())), size, read: () => read, close: () => void input.destroy() };
}

const name = (file: string): string => (file === "-" ? "the standard input" : file);

async function* told(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    const code = errorCode(error);
    if (code === "") throw error;
    throw new UsageError(
      code.startsWith("Z_")
        ? `${name(file)} is compressed with gzip and damaged (${code}): what came before the damage was filtered.`
        : `${name(file)} cannot be read (${code}).`,
    );
  }
}

async function* plain(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]();
  const first = await reader.next();
  if (first.done === true) return;
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (first.done !== true) yield first.value;
    for (let next = await reader.next(); next.done !== true; next = await reader.next()) yield next.value;
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole();
    return;
  }
  // Loaded where something is compressed: it takes longer than all of a short run.
  const [{ createGunzip }, { Readable }] = await Promise.all([import("node:zlib"), import("node:stream")]);
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const compressed = Readable.from(whole());
  compressed.on("error", (error) => gunzip.destroy(error));
  compressed.pipe(gunzip);
  for await (const chunk of gunzip) yield Buffer.from(chunk);
}

function sizeOf(file: string): number | null {
  if (file === "-") return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${file} does not exist. Name an archive of events, or - for the standard input.`);
  if (stat.isDirectory()) throw new UsageError(`${file} is a folder. Name the archives in it.`);
  return stat.isFile() ? stat.size : null;
}
