// Many small things that are remembered together: one text, a line each.
import type { Memory } from "./compile.ts";

/** What earlier runs left under a name, by key; and what this one leaves. */
export interface RememberedLines {
  /** Null when it is not known. */
  readonly recall: (key: string) => string | null;
  /** A key is a word; neither it nor the text may hold a line feed. What has no key is not kept. */
  readonly keep: (key: string, text: string) => void;
  /** Remembers what was recalled and kept, and forgets the rest. */
  readonly save: () => void;
}

/** A file for each would cost more than making most of them anew. */
export function rememberedLines(memory: Memory, name: string): RememberedLines {
  const lines = (memory.get(name) ?? "").split("\n").filter((line) => line.includes(" "));
  const known = new Map(lines.map((line) => [line.slice(0, line.indexOf(" ")), line]));
  const kept = new Map<string, string>();
  let isNew = false;
  return {
    recall: (key) => {
      const line = key === "" ? undefined : known.get(key);
      if (line === undefined) return null;
      kept.set(key, line);
      return line.slice(key.length + 1);
    },
    keep: (key, text) => {
      if (key === "") return;
      kept.set(key, `${key} ${text}`);
      isNew = true;
    },
    save: () => {
      if (isNew) memory.set(name, [...kept.values()].join("\n"));
    },
  };
}
