// The score of the reader for prose.
import type { Scorer } from "./figure.ts";

export const scoreProse: Scorer = () => Promise.resolve([]);
