// One figure of the score: how much of a corpus's truth a reader found, and the share that it must reach.

/** `reached` of `of` things are right; `goal` is the least share (0 to 1) that is good enough. */
export interface Figure {
  /** What is counted: "prose, fields found". */
  readonly name: string;
  readonly reached: number;
  readonly of: number;
  readonly goal: number;
  /** What is missing or wrong, one line each, with the document that it concerns. */
  readonly wrong: readonly string[];
  /** Counts that no goal speaks of, such as what a page cannot show, by kind. */
  readonly apart?: { readonly [kind: string]: number };
}

/** Nothing to find is found. */
export const share = ({ reached, of }: Figure): number => (of === 0 ? 1 : reached / of);

export const isMissed = (figure: Figure): boolean => share(figure) < figure.goal;

/** A scorer: the path of the corpus in, its figures out. */
export type Scorer = (corpus: string) => Promise<readonly Figure[]>;
