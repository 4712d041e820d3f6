// `not` (Core, section 10.2.1.4): the schema must not pass.
import type { Json } from "../contract.ts";
import { entries, isSchema } from "../lib/json.ts";
import { aSchema } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";
import { constant } from "./const.ts";
import { enumeration } from "./enum.ts";
import { format } from "./format.ts";
import { pattern } from "./pattern.ts";
import { type } from "./type.ts";

/** Keywords that say all by themselves what is forbidden. */
const SAYING: { readonly [keyword: string]: Keyword } = { type, const: constant, enum: enumeration, format, pattern };

/** What is forbidden, in words, where one keyword says it all. */
function forbidden(value: Json): string {
  const [[keyword, stated] = ["", null], ...rest] = entries(value);
  const says = rest.length === 0 && Object.hasOwn(SAYING, keyword) ? SAYING[keyword]?.says(stated, {}) : undefined;
  return typeof says === "string" ? `not ${says}` : "not match what is forbidden here";
}

export const not: Keyword = {
  holds: "schema",
  accepts: aSchema,
  steps: (value) => (isSchema(value) && value !== false ? [{ kind: "not", at: "/not", schema: value, says: forbidden(value) }] : []),
  says: () => null,
};
