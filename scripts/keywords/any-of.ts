// `anyOf` (Core, section 10.2.1.2): at least one schema must pass.
import { branches } from "./branches.ts";
import type { Keyword } from "./keyword.ts";

export const anyOf: Keyword = branches("anyOf", "match at least one of the allowed forms");
