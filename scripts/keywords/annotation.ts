// Keywords that say nothing of which values pass (Core, section 8.3; Validation, section 9).
import type { Json } from "../contract.ts";
import type { Keyword } from "./keyword.ts";

/** A keyword that is kept and not compiled. */
export const annotation = (accepts: (value: Json) => string | null): Keyword => ({ accepts, steps: () => [], says: () => null });
