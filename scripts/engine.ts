// How the engine is set up for a run. Only what the engine of Node 20 knows and was measured on: later ones have other flags and habits.
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const isKnown = process.versions.v8.startsWith("11.");

/** The optimizing compiler is asked for later than usual: in a run of a second it costs more than it gives back. */
export function compileLater(): void {
  if (isKnown) setFlagsFromString("--interrupt-budget=1000000");
}

const sizeOf = (files: { readonly [path: string]: string }): number => Object.values(files).reduce((sum, text) => sum + text.length, 0);

/** Documents of fewer code units make so few objects that room for young ones would only stand empty. */
const SMALL = 1_000_000;

/** Keeps the room for young objects as small as it begins when the documents are small: a run then takes a fifth less memory, and no longer. */
export function staySmall(files: { readonly [path: string]: string }): void {
  if (isKnown && sizeOf(files) < SMALL) setFlagsFromString("--semi-space-growth-factor=1");
}

/** Heaps of such documents are hundreds of megabytes. */
const LARGE = 5_000_000;

/** The heap may grow so much over what is in use. */
const GROWTH = 1.7;

/**
 * A function that lets go of what is no longer needed, for large documents: left to itself, the engine lets the heap grow to several times
 * of what is in use before it looks. It takes a fifth of a second, where there is something to let go of.
 */
export function tidier(files: { readonly [path: string]: string }): () => void {
  if (sizeOf(files) < LARGE) return () => undefined;
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let used = 0;
  return () => {
    if (getHeapStatistics().used_heap_size < used * GROWTH) return;
    collect();
    used = getHeapStatistics().used_heap_size;
  };
}
