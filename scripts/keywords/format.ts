// `format` (Validation, section 7): asserted where Hookwright has a check for it, a remark otherwise.
import type { Json } from "../contract.ts";
import type { Helper } from "../helpers.ts";
import { code } from "../lib/code.ts";
import { atom } from "../lib/expression.ts";
import { aText } from "./accepts.ts";
import type { Edges, Keyword } from "./keyword.ts";

interface Format extends Edges {
  readonly helper: Helper;
  readonly says: string;
}

const FORMATS: { readonly [format: string]: Format } = {
  date: { helper: "matchesDate", says: "be a date (YYYY-MM-DD)", good: ["2024-02-29"], bad: ["2023-02-29", "2024-2-9"] },
  "date-time": {
    helper: "matchesDateTime",
    says: "be a date and time with offset (RFC 3339)",
    good: ["2024-02-29T23:59:60Z"],
    bad: ["2023-02-29T00:00:00Z", "2024-02-29"],
  },
  uri: { helper: "matchesUri", says: "be a URI", good: ["https://example.com/a?b#c"], bad: ["//example.com", "not a uri"] },
  uuid: {
    helper: "matchesUuid",
    says: "be a UUID",
    good: ["2EB8AA08-aa98-11ea-b4aa-73b441d16380"],
    bad: ["2eb8aa08-aa98-11ea-b4aa-73b441d1638"],
  },
};

const formatOf = (value: Json): Format | undefined =>
  typeof value === "string" && Object.hasOwn(FORMATS, value) ? FORMATS[value] : undefined;

/** Whether a format is checked. */
export const isCheckedFormat = (value: Json): boolean => formatOf(value) !== undefined;

export const format: Keyword = {
  accepts: aText,
  steps: (value) => {
    const known = formatOf(value);
    return known === undefined
      ? []
      : [
          {
            kind: "test",
            keyword: "format",
            gate: "string",
            holds: (subject, use) => atom(code`${use(known.helper)}(${subject})`),
            says: known.says,
            settles: null,
          },
        ];
  },
  says: (value) => formatOf(value)?.says ?? null,
  edges: (value) => formatOf(value) ?? { good: ["any text"], bad: [] },
};
