// A document's lines with their offsets, for readers that go line by line.
import type { Located } from "../lib/origin.ts";

/** One line without its end. */
export interface Line {
  readonly text: string;
  /** Offset of its first code unit in the document. */
  readonly offset: number;
  /** 1-based. */
  readonly number: number;
}

/** All lines of a document. */
export const linesOf = ({ text, lineStarts }: Pick<Located, "text" | "lineStarts">): readonly Line[] =>
  lineStarts.map((offset, index) => ({
    text: text.slice(offset, lineStarts[index + 1] ?? text.length).replace(/[\r\n]+$/, ""),
    offset,
    number: index + 1,
  }));

export const isBlankLine = ({ text }: Line): boolean => text.trim() === "";
