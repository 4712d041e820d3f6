// `contentEncoding` and `contentMediaType`: remarks (Validation, section 8), but for draft 7, which lets them be rules.
import type { JsonObject } from "../contract.ts";
import type { Helper } from "../helpers.ts";
import { code } from "../lib/code.ts";
import { atom } from "../lib/expression.ts";
import { member } from "../lib/json.ts";
import { aText } from "./accepts.ts";
import type { Keyword, Step } from "./keyword.ts";

/** The mark of a schema whose content is checked. */
const CONTENT_ASSERTS = "x-content-asserts";

const isAsserted = (schema: JsonObject): boolean => member(schema, CONTENT_ASSERTS) === true;

const test = (keyword: string, helper: Helper, says: string): Step => ({
  kind: "test",
  keyword,
  gate: "string",
  holds: (subject, { use }) => atom(code`${use(helper)}(${subject})`),
  says,
  settles: null,
});

export const contentEncoding: Keyword = {
  accepts: aText,
  steps: (value, schema) => (value === "base64" && isAsserted(schema) ? [test("contentEncoding", "isBase64", "be base64")] : []),
  says: () => null,
};

export const contentMediaType: Keyword = {
  accepts: aText,
  steps: (value, schema) => {
    if (value !== "application/json" || !isAsserted(schema)) return [];
    return member(schema, "contentEncoding") === "base64"
      ? [test("contentMediaType", "isJsonInBase64", "hold JSON in base64")]
      : [test("contentMediaType", "isJsonText", "hold JSON")];
  },
  says: () => null,
};
