// Reads one document among the others of its vendor, or recalls what was read of it.
import type { Contract } from "./contract.ts";
import { sha256 } from "./files.ts";
import { located } from "./lib/origin.ts";
import type { Web } from "./lib/web.ts";
import { uniqueDeclarationNames } from "./passes/unique-names.ts";
import type { Document, Reader } from "./readers/reader.ts";
import { readerOf } from "./readers/registry.ts";
import { readValue } from "./readers/value-text.ts";
import type { Readings } from "./readings.ts";
import type { DocumentSettings } from "./settings.ts";
import type { Tell } from "./vendor-contract.ts";

/** What a document is read among. */
export interface Around {
  readonly vendor: string;
  readonly files: ReadonlyMap<string, string>;
  /** Files that no reader recognises. */
  readonly stores: ReadonlyMap<string, string>;
  readonly web: Web;
  /** What earlier runs read; null when nothing is remembered. */
  readonly readings: Readings | null;
  /** Gathers the files that readers open besides. */
  readonly opened: Set<string>;
  readonly tell: Tell;
}

interface Read {
  readonly reader: Reader;
  /** Each with names of its own. */
  readonly contracts: readonly Contract[];
}

/** Whether a file's declarations only answer references. */
export const isSupplement = (file: string): boolean => /(^|\/)supplement\.[^/]*$/.test(file);

/** Null when no reader recognises the document. What a reader asks of other files is part of what its reading depends on. */
export async function readDocument(file: string, text: string, known: DocumentSettings | undefined, around: Around): Promise<Read | null> {
  const { vendor, web, readings, opened, tell } = around;
  const of = known?.of ?? null;
  const key =
    readings === null || text.length > LONGEST
      ? null
      : sha256(`${JSON.stringify([vendor, file, known?.format ?? null, of, [...web.files], [...web.bases]])}\n${text}`);
  const recalled = key === null ? null : (readings?.recall(key) ?? null);
  const reader = await readerOf(file, text, recalled?.format ?? known?.format ?? null);
  if (reader === undefined) return null;
  if (recalled?.beside.every(([question, state]) => stateOf(question, around) === state) === true) {
    for (const [question] of recalled.beside) if (question.startsWith(OPENS)) opened.add(question.slice(OPENS.length));
    return { reader, contracts: recalled.contracts };
  }
  tell(`reading ${file}`);
  const asked = new Set<string>();
  const others: Document["others"] = async (other) => {
    asked.add(OPENS + other);
    opened.add(other);
    const content = around.files.get(other);
    const read = content === undefined ? null : (await readValue(located(other, content))).text;
    return read === null ? null : { file: other, text: read, ours: around.stores.has(other) };
  };
  const has = (other: string): boolean => {
    asked.add(HAS + other);
    return around.files.has(other);
  };
  const read = await reader.read({ vendor, source: located(file, text), supplement: isSupplement(file), of, others, has, web });
  const contracts = read.map(uniqueDeclarationNames);
  const beside = [...asked].map((question) => [question, stateOf(question, around)] as const);
  if (key !== null) readings?.keep(key, { format: reader.format, beside, contracts });
  return { reader, contracts };
}

/** A longer document is read anew: its contract in JSON is three times as long, and would be written with every change of the others. */
const LONGEST = 1_500_000;

const OPENS = "opens ";
const HAS = "has ";

/** The state of another file, as far as a reader asks. */
function stateOf(question: string, { files, stores }: Around): string {
  if (question.startsWith(HAS)) return String(files.has(question.slice(HAS.length)));
  const file = question.slice(OPENS.length);
  const text = files.get(file);
  return text === undefined ? "none" : `${stores.has(file)} ${sha256(text)}`;
}
