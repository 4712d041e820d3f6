// The score of the reader for model pages.
import type { Scorer } from "./figure.ts";

export const scoreModelPages: Scorer = () => Promise.resolve([]);
