// The record of a line that is too long to be held: written piece by piece, as base64 of its bytes.
import type { LongLine } from "./batches.ts";
import type { Tally } from "./tally.ts";

/** Turns the pieces of a long line into pieces of its record; the bytes that make no whole group of three wait for the next piece. */
export function longLineRecord(limit: number): (piece: LongLine) => string {
  let begun = false;
  let waiting = Buffer.alloc(0);
  return ({ file, line, piece, more }) => {
    const bytes = Buffer.concat([waiting, piece]);
    const whole = more ? bytes.length - (bytes.length % 3) : bytes.length;
    waiting = bytes.subarray(whole);
    const head = { file, line, reason: "too-long", event: null, message: `the line has more than ${limit} bytes` };
    const before = begun ? "" : `${JSON.stringify(head).slice(0, -1)},"rawBase64":"`;
    begun = more;
    return `${before}${bytes.subarray(0, whole).toString("base64")}${more ? "" : '"}\n'}`;
  };
}

export const LONG_LINE_TALLY: Tally = { lines: 1, good: 0, refused: 1, blank: 0, events: new Map(), rules: new Map([["too-long", 1]]) };
