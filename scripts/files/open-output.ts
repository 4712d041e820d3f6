// Where a filter's lines go: a new file, or one of the process's own streams.
import { createWriteStream, statSync } from "node:fs";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { errorCode } from "./error-code.ts";
import { UsageError } from "./usage-error.ts";

export interface Output {
  /** Ends when the system has taken the bytes, so that memory stays constant however slow the reader is. */
  readonly write: (part: Uint8Array | string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Thrown when whoever reads the output has gone away, as `head` does. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

/**
 * Opens "-" (the standard output), "stderr", or a file that must not be there yet.
 * @throws {UsageError} when the file is there already or cannot be written.
 */
export async function openOutput(file: string): Promise<Output> {
  const isOwn = file === "-" || file === "stderr";
  const stream: Writable =
    file === "-" ? process.stdout : file === "stderr" ? process.stderr : createWriteStream(file, { flags: isDevice(file) ? "w" : "wx" });
  let failure: Error | null = null;
  const failed = (error: Error): void => {
    failure ??= failureOf(file, error);
  };
  if (!isOwn) {
    try {
      await once(stream, "open");
    } catch (error) {
      throw failureOf(file, error instanceof Error ? error : new Error(String(error)));
    }
  }
  stream.on("error", failed);
  return {
    write: async (part) => {
      if (part.length === 0) return;
      if (failure !== null) throw failure;
      await new Promise<void>((done) => void stream.write(part, () => done()));
      if (failure !== null) throw failure;
    },
    close: async () => {
      if (!isOwn) {
        stream.end();
        await once(stream, "close");
      }
      if (failure !== null) throw failure;
    },
  };
}

/** A device or a pipe, such as `/dev/null`, holds nothing that could be lost. */
const isDevice = (file: string): boolean => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
};

function failureOf(file: string, error: Error): Error {
  const code = errorCode(error);
  if (code === "EPIPE") return new ReaderGone();
  if (code === "EEXIST") return new UsageError(`${file} is there already; nothing is overwritten. Name a new file, or move that one away.`);
  return new UsageError(`${file} cannot be written (${code || String(error)}).`);
}
