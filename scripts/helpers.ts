// The functions that generated tests call, each in one file of the generated package.
import { Code, identifier } from "./lib/code.ts";

/** Helper → its module below the package's `src`. */
export const helpers = {
  isObject: "values.ts",
  isArray: "values.ts",
  memberOf: "inherited-names.ts",
  hasLengthFrom: "text-length.ts",
  hasLengthTo: "text-length.ts",
  matchesDate: "formats/date.ts",
  matchesDateTime: "formats/date-time.ts",
  matchesUri: "formats/uri.ts",
  matchesUuid: "formats/uuid.ts",
  MOST_LEVELS: "problems.ts",
  tooDeep: "problems.ts",
  oneOf: "problems.ts",
  problem: "problems.ts",
  within: "problems.ts",
  also: "problems.ts",
  nearest: "problems.ts",
} as const;

export type Helper = keyof typeof helpers;

/** Notes that a helper is called, and gives its name. */
export type Use = (helper: Helper) => Code;

/** A {@link Use} with the list of what was used. */
export function helperUses(): { readonly use: Use; readonly used: ReadonlySet<Helper> } {
  const used = new Set<Helper>();
  return { use: (helper) => (used.add(helper), identifier(helper)), used };
}
