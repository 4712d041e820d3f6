// Decompresses gzip (RFC 1952), so that of what is damaged nothing is lost that stands before the damage.
import { createGunzip } from "node:zlib";

/** So much of the compressed bytes is given at a time: after each, all that it holds has come out. */
const PIECE = 2 ** 14;
const CHUNK = 2 ** 18;

/** The decompressor holds more than a piece can give, so that nothing in it waits for a reader. */
const OPTIONS = { chunkSize: CHUNK, readableHighWaterMark: 2 ** 25 };

/**
 * The bytes that compressed ones hold. Behind so many `whole` ones each is given alone.
 * @throws what the decompressor throws, with a code that begins with `Z_`.
 */
async function* decompressed(chunks: AsyncIterable<Uint8Array>, whole: number, read: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip(OPTIONS);
  let fail = (_error: unknown): void => {};
  gunzip.on("error", (error) => fail(error));
  const step = (act: (done: () => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      fail = reject;
      act(resolve);
    });
  function* come(): Generator<Uint8Array> {
    for (let chunk: unknown = gunzip.read(); chunk instanceof Uint8Array; chunk = gunzip.read()) yield chunk;
  }
  let at = 0;
  for await (const chunk of chunks)
    for (let from = 0; from < chunk.length;) {
      const size = at >= whole ? 1 : Math.min(PIECE, whole - at);
      const piece = chunk.subarray(from, from + size);
      await step((done) => void gunzip.write(piece, () => done()));
      yield* come();
      from += piece.length;
      at += piece.length;
      read(at);
    }
  // It ends when nothing is left to be read, and nothing is: each step has had all of it.
  await step((done) => void gunzip.once("end", done).resume().end());
}

/** The bytes that compressed ones hold; at a damage what comes right before it is had by reading everything `again`, where that can be done. */
export async function* inflate(
  chunks: AsyncIterable<Uint8Array>,
  again: (() => AsyncIterable<Uint8Array>) | null,
): AsyncGenerator<Uint8Array> {
  let whole = 0;
  let written = 0;
  try {
    for await (const bytes of decompressed(chunks, Infinity, (at) => (whole = at))) {
      written += bytes.length;
      yield bytes;
    }
  } catch (error) {
    if (again === null) throw error;
    let skipped = 0;
    for await (const bytes of decompressed(again(), whole, () => undefined)) {
      const known = Math.min(bytes.length, written - skipped);
      skipped += known;
      if (known < bytes.length) yield bytes.subarray(known);
    }
  }
}
