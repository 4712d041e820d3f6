// The text of a page as the layouts read it, and where its parts stand in the document.
import type { Origin } from "../contract.ts";
import { type Located, originAt } from "../lib/origin.ts";

/** A page's text: the document's own, or one that was made from it (of HTML, for instance). */
export interface PageText {
  readonly text: string;
  /** The place in the document of an offset in {@link text}. */
  origin(offset: number, pointer: string): Origin;
}

/** A document as it is. */
export const documentText = (source: Located): PageText => ({
  text: source.text,
  origin: (offset, pointer) => originAt(source, offset, pointer),
});

/** A piece of a made text: where it begins there and in the text it was made from. */
export interface Piece {
  readonly at: number;
  readonly offset: number;
}

/** The offset that a place of a made text comes from. `pieces` rise in `at`, and the first one begins at 0. */
export function cameFrom(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece === undefined ? at : piece.offset + at - piece.at;
}
