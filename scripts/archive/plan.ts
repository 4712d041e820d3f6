// What is needed to judge a line of an archive: how events are told, and the declarations that they reach. Plain data, so that workers can be sent it.
import type { Mode } from "./options.ts";
import { eventTable, isTold } from "../artifacts/event-table.ts";
import type { Contract, Declaration } from "../contract.ts";
import { templatePattern, writtenOut } from "../lib/event-template.ts";
import { declarationsBehind } from "../validators/made-functions.ts";

/** One name of an event, and how a value is told to be it. */
export interface PlannedEvent {
  readonly declaration: string;
  readonly name: string;
  /** A regular expression for the names that a template stands for, or null when the name is written out. */
  readonly pattern: string | null;
  /** The members that lead to the name, or the members that only this event has. */
  readonly told: { readonly by: "name" | "members"; readonly keys: readonly string[] };
}

/** How a vendor's lines are judged. */
export interface VendorPlan {
  readonly vendor: string;
  /** Names that are written out come first, then templates, the longer ones before the shorter. */
  readonly events: readonly PlannedEvent[];
  /** The declaration of the only event, when nothing tells it: every line is taken for it. */
  readonly lone: string | null;
  /** The declarations of events, and all that they refer to. */
  readonly declarations: readonly Declaration[];
}

export interface Plan {
  readonly vendors: readonly VendorPlan[];
  /** The declaration that every line is, when lines are no events. */
  readonly type: { readonly vendor: string; readonly declaration: string } | null;
  readonly mode: Mode;
}

/** The part of a contract that events, or one declaration, need. */
export function vendorPlan(contract: Contract, type: string | null): VendorPlan {
  const { vendor, declarations } = contract;
  const rows = type === null ? eventTable(contract) : [];
  const events = rows.filter(isTold).map(({ name, template, holes, event, told }): PlannedEvent => ({
    declaration: event.declaration,
    name,
    pattern: template === null ? null : templatePattern(template, (hole) => holes.find((one) => one.name === hole)?.list?.values ?? []),
    told,
  }));
  const asked = new Set(type === null ? contract.events.map(({ declaration }) => declaration) : [type]);
  const named = declarations.filter(({ name }) => asked.has(name));
  const behind = declarationsBehind(
    named.map(({ schema }) => schema),
    declarations,
  );
  return {
    vendor,
    events: events.toSorted((a, b) => writtenOut(b.name) - writtenOut(a.name)),
    lone: events.length === 0 && contract.events.length === 1 ? (contract.events[0]?.declaration ?? null) : null,
    // Where its parts stand in a document is nothing that a line is judged by.
    declarations: [...new Set([...named, ...behind])].map((one) => ({ ...one, parts: {} })),
  };
}
