// What a reader is: one source format, from text to the contract it holds.
import type { Contract, Diagnostic, Origin, Json } from "../contract.ts";
import type { Located } from "../lib/origin.ts";
import type { formats } from "./registry.ts";
import type { Web } from "../lib/web.ts";

/** A document with what source.json says of it. */
export interface Document {
  readonly vendor: string;
  readonly source: Located;
  /** Whether its declarations only answer references (a file named `supplement.*`). */
  readonly supplement: boolean;
  /** Another file of the vendor's, for documents of several files; `ours` when no reader recognises it. Null when there is none. */
  readonly others?: (file: string) => Promise<{ readonly file: string; readonly text: ValueText; readonly ours: boolean } | null>;
  /** Whether the vendor has a file, in whatever format. */
  readonly has?: (file: string) => boolean;
  /** What source.json says of URLs. */
  readonly web?: Web;
  /** The type that its examples are examples of, when source.json names one. */
  readonly of?: string | null;
}

/** One source format. */
export interface Reader {
  /** Its name in source.json. */
  readonly format: (typeof formats)[number];
  /** The greater leads where documents disagree (0 to 100). */
  readonly precedence: number;
  /** Whether a document looks like this format; the first reader that says yes has it. */
  recognises(text: string, file: string): boolean;
  /** Reads a document. Never throws: what it cannot read is a diagnostic. A list holds parts of falling precedence. */
  read(document: Document): readonly Contract[] | Promise<readonly Contract[]>;
}

/** A JSON or YAML value with the places of its parts. */
export interface ValueText {
  readonly value: Json;
  /** The place of a member's key, or of an item or the root; undefined when the pointer names nothing. */
  readonly origin: (pointer: string) => Origin | undefined;
  /** How many code units to underline at that place. */
  readonly length: (pointer: string) => number;
  /** The same as `origin` for a member of an object of the value itself, without a search: `pointer` is the member's. */
  readonly memberOrigin?: (holder: Json, key: string, pointer: string) => Origin | undefined;
  /** How values that are no texts are written, by pointer, where that is not how JSON writes them. */
  readonly written?: ReadonlyMap<string, string>;
}

/** The same for a contract, by place. */
export const writtenIn = (file: string, { written }: ValueText): Pick<Contract, "written"> =>
  written === undefined || written.size === 0
    ? {}
    : { written: Object.fromEntries([...written].map(([pointer, text]) => [`${file}#${pointer}`, text])) };

/** A contract that holds nothing: the neutral part of a merge. */
export const emptyContract = (vendor: string, diagnostics: readonly Diagnostic[] = []): Contract => ({
  vendor,
  declarations: [],
  events: [],
  examples: [],
  diagnostics,
});
