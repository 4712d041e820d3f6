// How the hard cases of validation are written down: one schema, the drafts it is read by, and values as JSON texts on both sides.
import type { Json } from "../../../scripts/contract.ts";

export type CaseDialect = "draft-04" | "draft-06" | "draft-07" | "2019-09" | "2020-12";

export interface CaseGroup {
  /** What is at stake, with the section of the specification that decides it. */
  readonly title: string;
  readonly dialects: readonly CaseDialect[];
  readonly schema: Json;
  readonly documents?: { readonly [uri: string]: Json };
  readonly valid?: readonly CaseValue[];
  readonly invalid?: readonly CaseValue[];
}

/** A JSON text, or a large value by a description. */
export type CaseValue = string | { readonly about: string; readonly make: () => unknown };

export const ALL: readonly CaseDialect[] = ["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"];
export const SINCE_06 = ALL.slice(1);
export const SINCE_07 = ALL.slice(2);
export const SINCE_2019 = ALL.slice(3);
export const UNTIL_07 = ALL.slice(0, 3);
export const ONLY_04 = ALL.slice(0, 1);
export const ONLY_2019 = ALL.slice(3, 4);
export const ONLY_2020 = ALL.slice(4);
/** For what means the same to every draft: the oldest and the newest are enough. */
export const ENDS = [...ONLY_04, ...ONLY_2020];

/** A value from its text, for what no object literal says (`__proto__`, 2.0). */
export const json = (text: string): Json => JSON.parse(text);

/** A group that is written with `definitions`, by the drafts that call it so and, as `$defs`, by those that do not. */
export function inBoth(group: CaseGroup): readonly CaseGroup[] {
  const renamed = (value: Json): Json =>
    json(JSON.stringify(value).replaceAll('"definitions"', '"$defs"').replaceAll("/definitions/", "/$defs/"));
  const [older, newer] = [UNTIL_07, SINCE_2019].map((drafts) => group.dialects.filter((dialect) => drafts.includes(dialect)));
  const { documents } = group;
  return [
    { ...group, dialects: older ?? [] },
    {
      ...group,
      dialects: newer ?? [],
      schema: renamed(group.schema),
      ...(documents && { documents: Object.fromEntries(Object.entries(documents).map(([uri, document]) => [uri, renamed(document)])) }),
    },
  ];
}
