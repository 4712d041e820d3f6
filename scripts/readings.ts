// What was read of a vendor's documents before. One document that changed is read again, and not the hundreds beside it.
import type { Memory } from "./compile.ts";
import type { Contract } from "./contract.ts";
import { isExactJson } from "./lib/is-exact-json.ts";
import { rememberedLines } from "./remembered-lines.ts";

/** A document's format and contracts, and the state of each other file that its reader asked for, by question. */
interface Reading {
  readonly format: string;
  readonly beside: readonly (readonly [question: string, state: string])[];
  readonly contracts: readonly Contract[];
}

export interface Readings {
  /** What a document was read as, by all that its reading depends on by itself; null when it has to be read. */
  readonly recall: (key: string) => Reading | null;
  readonly keep: (key: string, reading: Reading) => void;
  /** Remembers what was recalled and kept, and forgets the rest. */
  readonly save: () => void;
}

/** What is not understood counts as absent. */
export function readingsIn(memory: Memory, vendor: string): Readings {
  const { recall, keep, save } = rememberedLines(memory, `readings\n${vendor}`);
  return {
    recall: (key) => parsed(recall(key)),
    keep: (key, reading) => {
      if (isExactJson(reading)) keep(key, JSON.stringify(reading));
    },
    save,
  };
}

function parsed(text: string | null): Reading | null {
  try {
    const reading: Partial<Reading> | null = text === null ? null : JSON.parse(text);
    const { format, beside, contracts } = reading ?? {};
    return typeof format === "string" && Array.isArray(beside) && Array.isArray(contracts) ? { format, beside, contracts } : null;
  } catch {
    return null;
  }
}
