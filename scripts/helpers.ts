// The functions that generated tests call, each in one file of the generated package, and what printing a test may ask for.
import type { Code } from "./lib/code.ts";

/** Helper → its module below the package's `src`. */
export const helpers = {
  isObject: "values.ts",
  isArray: "values.ts",
  ownMember: "inherited-names.ts",
  hasLengthFrom: "text-length.ts",
  hasLengthTo: "text-length.ts",
  isBase64: "content.ts",
  isJsonText: "content.ts",
  isJsonInBase64: "content.ts",
  isMultipleOf: "multiple-of.ts",
  sameValue: "same-value.ts",
  isOneOf: "same-value.ts",
  hasUniqueItems: "unique-items.ts",
  matchesDate: "formats/date.ts",
  matchesDateTime: "formats/date-time.ts",
  matchesTime: "formats/time.ts",
  matchesDuration: "formats/duration.ts",
  matchesEmail: "formats/email.ts",
  matchesIdnEmail: "formats/idn-email.ts",
  matchesHostname: "formats/hostname.ts",
  matchesIdnHostname: "formats/idn-hostname.ts",
  matchesIpv4: "formats/ipv4.ts",
  matchesIpv6: "formats/ipv6.ts",
  matchesUri: "formats/uri.ts",
  matchesUriReference: "formats/uri-reference.ts",
  matchesIri: "formats/iri.ts",
  matchesIriReference: "formats/iri-reference.ts",
  matchesUuid: "formats/uuid.ts",
  matchesUriTemplate: "formats/uri-template.ts",
  matchesJsonPointer: "formats/json-pointer.ts",
  matchesRelativeJsonPointer: "formats/relative-json-pointer.ts",
  matchesRegex: "formats/regex.ts",
  MOST_LEVELS: "problems.ts",
  tooDeep: "problems.ts",
  oneOf: "problems.ts",
  issue: "problems.ts",
  issueAt: "problems.ts",
  memberIssue: "problems.ts",
  requiredIssue: "problems.ts",
  below: "problems.ts",
  token: "problems.ts",
  accessor: "problems.ts",
  firstAccessor: "problems.ts",
  nearest: "problems.ts",
  resultOf: "problems.ts",
} as const;

export type Helper = keyof typeof helpers;

/** Notes that a helper is called, and gives its name. */
export type Use = (helper: Helper) => Code;

/** What the printer of a test may ask for. */
export interface Scope {
  readonly use: Use;
  /** The name of a constant of the module: what costs to make is made once. `noun` says what it is ("pattern"), `subject` which variable it is for. */
  readonly constant: (noun: string, subject: Code, value: Code) => Code;
  /** Whether the code is TypeScript. */
  readonly typed: boolean;
}
