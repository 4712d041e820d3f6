// `oneOf` (Core, section 10.2.1.3): exactly one schema must pass.
import { branches } from "./branches.ts";
import type { Keyword } from "./keyword.ts";

export const oneOf: Keyword = branches("oneOf", "match exactly one of the allowed forms");
