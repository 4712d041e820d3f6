// The score of the reader for schema pages.
import type { Scorer } from "./figure.ts";

export const scoreSchemaPages: Scorer = () => Promise.resolve([]);
