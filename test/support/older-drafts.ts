// Values for the documents of the case older-drafts: what passes and what does not, by the keywords that later drafts changed.
import type { Json } from "../../scripts/compile.ts";

/** A document of the case, the declaration that it makes, a value that passes, and changes to it with their verdicts. */
export interface OlderDraft {
  readonly file: string;
  readonly declaration: string;
  readonly base: { readonly [key: string]: Json };
  readonly changes: readonly (readonly [change: { readonly [key: string]: Json }, passes: boolean])[];
}

const deep = (levels: number): Json => (levels === 0 ? { name: "leaf" } : { name: "branch", children: [deep(levels - 1)] });

export const olderDrafts: readonly OlderDraft[] = [
  {
    file: "contact.schema.json",
    declaration: "Contact",
    base: { score: 0.5 },
    changes: [
      [{}, true],
      [{ score: 0 }, false],
      [{ score: 1 }, true],
      [{ score: 1.1 }, false],
      [{ point: [1, "a"] }, true],
      [{ point: ["a", 1] }, false],
      [{ point: [1, "a", 2] }, false],
      [{ open: [true, 1, 2] }, true],
      [{ open: [true, "x"] }, false],
      [{ list: ["a", "b"] }, true],
      [{ list: [1] }, false],
      [{ first: 1 }, true],
      [{ first: "1" }, false],
      [{ phone: "12" }, true],
      [{ phone: "x" }, false],
      [{ address: { street: "s" }, phone: "1" }, true],
      [{ address: { street: "s" } }, false],
      [{ address: { street: 1 }, phone: "1" }, false],
      [{ mode: "lax" }, true],
      [{ iban: "i", bic: "b" }, true],
      [{ iban: "i" }, false],
      [{ uuid: "no uuid" }, true],
      [{ created: "2024-02-29T00:00:00Z" }, true],
      [{ created: "yesterday" }, false],
    ],
  },
  {
    file: "shipment.schema.json",
    declaration: "Shipment",
    base: { weight: 1, carrier: "ship" },
    changes: [
      [{}, true],
      [{ weight: 0 }, false],
      [{ carrier: "plane" }, false],
      [{ codes: ["a", 1] }, true],
      [{ codes: [1, 1] }, false],
      [{ codes: ["a"] }, false],
      [{ labels: { short: 1 } }, true],
      [{ labels: { longer: 1 } }, false],
      [{ parcels: [{ size: 1, inner: [{ size: 2 }] }] }, true],
      [{ parcels: [{ size: 1, inner: [{}] }] }, false],
      [{ from: "ab" }, true],
      [{ from: "a" }, false],
      [{ to: "town" }, true],
      [{ to: "a long town" }, false],
    ],
  },
  {
    file: "payment.schema.json",
    declaration: "Payment",
    base: { method: "bank", amount: { value: 1 } },
    changes: [
      [{}, true],
      [{ method: "card" }, false],
      [{ method: "card", card: "c" }, true],
      [{ card: "c" }, false],
      [{ amount: { value: 0 } }, false],
      [{ amount: { value: 1, other: 1 } }, false],
      [{ receipt: "e30=", note: "n" }, true],
      [{ receipt: "e30=" }, false],
      [{ receipt: "bm8=", note: "n" }, false],
      [{ receipt: "?", note: "n" }, false],
      [{ steps: [] }, false],
      [{ note: "n" }, true],
      [{ time: "12:00:00Z" }, true],
      [{ time: "noon" }, false],
      [{ extra: ["a"] }, true],
      [{ extra: [1] }, false],
    ],
  },
  {
    file: "tree.schema.json",
    declaration: "Tree",
    base: { name: "root" },
    changes: [
      [{}, true],
      [{ children: [deep(10)] }, true],
      [{ children: [{ name: "a", children: [{ name: 1 }] }] }, false],
      [{ children: [{ name: "a", unknown: 1 }] }, false],
      [{ pair: [1, "a"] }, true],
      [{ pair: [0, "a"] }, false],
      [{ pair: [1, 1] }, false],
      [{ pair: [1, "a", 2] }, false],
      [{ tags: ["a", "b", true] }, true],
      [{ tags: ["a"] }, false],
      [{ tags: ["a", "b", "c", "d"] }, false],
      [{ tags: ["a", "b", 1] }, false],
      [{ when: "P1D", size: 1, unit: "kg" }, true],
      [{ when: "P1D" }, false],
      [{ when: "1D", size: 1, unit: "kg" }, false],
      [{ size: 1 }, false],
      [{ size: 1, unit: "" }, false],
      [{ leafOrNot: 10 }, true],
      [{ leafOrNot: 9 }, false],
      [{ leafOrNot: 10.5 }, false],
      [{ unknown: 1 }, false],
    ],
  },
];
