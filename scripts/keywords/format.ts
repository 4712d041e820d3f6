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

// oxfmt-ignore
const FORMATS: { readonly [format: string]: Format } = {
  date: { helper: "matchesDate", says: "be a date (YYYY-MM-DD)", good: ["2024-02-29"], bad: ["2023-02-29", "2024-2-9"] },
  "date-time": { helper: "matchesDateTime", says: "be a date and time with offset (RFC 3339)", good: ["2024-02-29T23:59:60Z"], bad: ["2023-02-29T00:00:00Z", "2024-02-29"] },
  time: { helper: "matchesTime", says: "be a time with offset (RFC 3339)", good: ["23:59:60Z"], bad: ["25:00:00Z", "12:00"] },
  duration: { helper: "matchesDuration", says: "be a duration (ISO 8601)", good: ["P1DT12H"], bad: ["P", "1D"] },
  email: { helper: "matchesEmail", says: "be an e-mail address", good: ["a.b@example.com"], bad: ["a@", "@b"] },
  "idn-email": { helper: "matchesIdnEmail", says: "be an e-mail address, in letters of any script", good: ["실례@실례.테스트"], bad: ["a@"] },
  hostname: { helper: "matchesHostname", says: "be a host name", good: ["www.example.com"], bad: ["-a-host", "a host"] },
  "idn-hostname": { helper: "matchesIdnHostname", says: "be a host name, in letters of any script", good: ["실례.테스트"], bad: ["〮실례.테스트"] },
  ipv4: { helper: "matchesIpv4", says: "be an IPv4 address", good: ["192.168.0.1"], bad: ["256.1.1.1", "1.2.3"] },
  ipv6: { helper: "matchesIpv6", says: "be an IPv6 address", good: ["::1"], bad: ["12345::", "1::2::3"] },
  uri: { helper: "matchesUri", says: "be a URI", good: ["https://example.com/a?b#c"], bad: ["//example.com", "not a uri"] },
  "uri-reference": { helper: "matchesUriReference", says: "be a URI or a relative reference", good: ["../a?b#c"], bad: ["a\\b"] },
  iri: { helper: "matchesIri", says: "be an IRI", good: ["https://ƒøø.ßår/"], bad: ["//ƒøø.ßår", "not an iri"] },
  "iri-reference": { helper: "matchesIriReference", says: "be an IRI or a relative reference", good: ["/âππ"], bad: ["a\\b"] },
  uuid: { helper: "matchesUuid", says: "be a UUID", good: ["2EB8AA08-aa98-11ea-b4aa-73b441d16380"], bad: ["2eb8aa08-aa98-11ea-b4aa-73b441d1638"] },
  "uri-template": { helper: "matchesUriTemplate", says: "be a URI template (RFC 6570)", good: ["https://example.com/{id}"], bad: ["https://example.com/{id"] },
  "json-pointer": { helper: "matchesJsonPointer", says: "be a JSON Pointer (RFC 6901)", good: ["/a~1b/0"], bad: ["a", "/a~2"] },
  "relative-json-pointer": { helper: "matchesRelativeJsonPointer", says: "be a relative JSON Pointer", good: ["1/a", "0#"], bad: ["/a", "-1/a"] },
  regex: { helper: "matchesRegex", says: "be a regular expression (ECMA-262)", good: ["^a+$"], bad: ["(", "a**"] },
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
            holds: (subject, { use }) => atom(code`${use(known.helper)}(${subject})`),
            says: known.says,
            settles: null,
          },
        ];
  },
  says: (value) => formatOf(value)?.says ?? null,
  edges: (value) => formatOf(value) ?? { good: ["any text"], bad: [] },
};
