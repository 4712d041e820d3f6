// What was read of a vendor's documents before. One document that changed is read again, and not the hundreds beside it.
import type { Memory } from "./compile.ts";
import type { Contract } from "./contract.ts";
import { isExactJson } from "./lib/is-exact-json.ts";

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

/**
 * One text a vendor, a line a document: the key, a blank, the reading in JSON. A file for each would cost more than the pages do. A line that is
 * not understood counts as absent.
 */
export function readingsIn(memory: Memory, vendor: string): Readings {
  const name = `readings\n${vendor}`;
  const known = new Map((memory.get(name) ?? "").split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line]));
  const kept = new Map<string, string>();
  let isNew = false;
  return {
    recall: (key) => {
      const line = known.get(key);
      const reading = line === undefined ? null : parsed(line.slice(key.length + 1));
      if (line !== undefined && reading !== null) kept.set(key, line);
      return reading;
    },
    keep: (key, reading) => {
      if (!isExactJson(reading)) return;
      kept.set(key, `${key} ${JSON.stringify(reading)}`);
      isNew = true;
    },
    save: () => {
      if (isNew) memory.set(name, [...kept.values()].join("\n"));
    },
  };
}

function parsed(text: string): Reading | null {
  try {
    const reading: Partial<Reading> | null = JSON.parse(text);
    const { format, beside, contracts } = reading ?? {};
    return typeof format === "string" && Array.isArray(beside) && Array.isArray(contracts) ? { format, beside, contracts } : null;
  } catch {
    return null;
  }
}
