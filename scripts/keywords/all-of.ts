// `allOf` (Core, section 10.2.1.1): every schema of the list must pass.
import { branches } from "./branches.ts";
import type { Keyword } from "./keyword.ts";

export const allOf: Keyword = branches("allOf", "pass every one of its parts");
