// What was counted, for people and for machines.
import { count } from "./meter.ts";
import type { Tally } from "./tally.ts";

/** The counts as lines of text: of all lines, of each event, and of each rule that was broken, the commonest first. */
export function summaryText({ lines, good, refused, blank, events, rules }: Tally): string {
  const head = `${count(lines)} lines: ${count(good)} good, ${count(refused)} refused, ${count(blank)} blank`;
  const byEvent = [...events].map(([name, one]) => [name, one.good + one.refused, one.refused] as const).toSorted((a, b) => b[1] - a[1]);
  const byRule = [...rules].toSorted((a, b) => b[1] - a[1]);
  return [
    head,
    ...(byEvent.length === 0 ? [] : ["events"]),
    ...byEvent.map(([name, all, bad]) => `  ${count(all).padStart(13)}  ${name}${bad === 0 ? "" : ` (${count(bad)} refused)`}`),
    ...(byRule.length === 0 ? [] : ["refused"]),
    ...byRule.map(([rule, number]) => `  ${count(number).padStart(13)}  ${rule}`),
  ].join("\n");
}

/** The counts as one line of JSON. */
export const summaryJson = ({ events, rules, ...counts }: Tally): string =>
  JSON.stringify({ ...counts, events: Object.fromEntries(events), rules: Object.fromEntries(rules) });
