// Cuts a stream of bytes into batches of whole lines, in constant memory: a line that is too long comes in pieces.
import type { Batch } from "./judge.ts";
import { PAUSE } from "./pauses.ts";

/** A piece of a line that is longer than a batch may be. */
export interface LongLine {
  readonly file: string;
  readonly line: number;
  readonly piece: Uint8Array;
  /** Whether the line goes on in the next piece. */
  readonly more: boolean;
}

export interface Limits {
  /** About how many bytes a batch has. */
  readonly batch: number;
  /** How many bytes a line may have. */
  readonly line: number;
}

const NEWLINE = 10;

/**
 * Batches and long lines in their order. Lines are numbered from 1 and end with a line feed; the last one may lack it. A pause of the chunks ends
 * a batch, and is handed on.
 */
export async function* batchesOf(
  file: string,
  chunks: AsyncIterable<Uint8Array | typeof PAUSE>,
  limits: Limits,
): AsyncGenerator<Batch | LongLine | typeof PAUSE> {
  let line = 1;
  let held: Uint8Array[] = [];
  let size = 0;
  let isLong = false;
  /** Takes what is held as far as the last end of a line, which stands at `last` in the last part. */
  const wholeLines = (last: number): Batch => {
    const rest = held.at(-1) ?? new Uint8Array(0);
    const bytes = joined([...held.slice(0, -1), rest.subarray(0, last + 1)]);
    const batch = { file, bytes, line };
    // Counted first: whoever takes the batch may hand its bytes to another thread.
    line += linesIn(bytes);
    held = [rest.subarray(last + 1)];
    size = rest.length - last - 1;
    return batch;
  };
  for await (const chunk of chunks) {
    if (chunk === PAUSE) {
      if (held.some((part) => part.includes(NEWLINE))) {
        held = [joined(held)];
        yield wholeLines(held[0]?.lastIndexOf(NEWLINE) ?? 0);
      }
      yield PAUSE;
      continue;
    }
    let rest = chunk;
    if (isLong) {
      const end = rest.indexOf(NEWLINE);
      isLong = end === -1;
      yield { file, line, piece: isLong ? rest : rest.subarray(0, end), more: isLong };
      if (isLong) continue;
      line += 1;
      rest = rest.subarray(end + 1);
    }
    held.push(rest);
    size += rest.length;
    if (size < limits.batch) continue;
    const last = rest.lastIndexOf(NEWLINE);
    if (last === -1) {
      // Nothing held ends a line, or it would have been cut off when it came.
      if (size <= limits.line) continue;
      yield { file, line, piece: joined(held), more: true };
      isLong = true;
      held = [];
      size = 0;
      continue;
    }
    yield wholeLines(last);
  }
  if (isLong) yield { file, line, piece: new Uint8Array(0), more: false };
  else if (size > 0) yield { file, bytes: joined(held), line };
}

/** A copy of its own, which can be handed to another thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
