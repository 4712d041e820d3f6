// The score of the reader for openapi.
import type { Scorer } from "./figure.ts";

export const scoreOpenapi: Scorer = () => Promise.resolve([]);
