// Counts of an archive: lines, events, and the rules that refused lines broke.

/** What was counted so far, or in one batch. */
export interface Tally {
  readonly lines: number;
  readonly good: number;
  readonly refused: number;
  /** Lines that hold nothing but white space. */
  readonly blank: number;
  /** Good and refused lines by event: "vendor event". */
  readonly events: ReadonlyMap<string, { readonly good: number; readonly refused: number }>;
  /** How many lines broke each rule: "not-json", or "invalid push enum #/$defs/…". */
  readonly rules: ReadonlyMap<string, number>;
}

export const EMPTY: Tally = { lines: 0, good: 0, refused: 0, blank: 0, events: new Map(), rules: new Map() };

/** Both together. */
export function added(a: Tally, b: Tally): Tally {
  const events = new Map(a.events);
  for (const [name, { good, refused }] of b.events) {
    const before = events.get(name) ?? { good: 0, refused: 0 };
    events.set(name, { good: before.good + good, refused: before.refused + refused });
  }
  const rules = new Map(a.rules);
  for (const [rule, count] of b.rules) rules.set(rule, (rules.get(rule) ?? 0) + count);
  return { lines: a.lines + b.lines, good: a.good + b.good, refused: a.refused + b.refused, blank: a.blank + b.blank, events, rules };
}
