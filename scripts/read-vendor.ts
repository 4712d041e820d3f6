// From a vendor's files to the contract of each document, leading documents first.
import { createHash } from "node:crypto";
import type { Contract, Diagnostic } from "./contract.ts";
import { diagnostic } from "./diagnostics.ts";
import { located, originAt } from "./lib/origin.ts";
import { wholeFile } from "./lib/parts.ts";
import { uniqueDeclarationNames } from "./passes/unique-names.ts";
import { emptyContract, type Reader } from "./readers/reader.ts";
import { readers } from "./readers/registry.ts";
import type { DocumentSettings, VendorSettings } from "./settings.ts";

/** A vendor's documents by path below the schemas folder, settings and corrections left out. */
export type VendorFiles = ReadonlyMap<string, string>;

interface Part {
  readonly contract: Contract;
  readonly precedence: number;
  readonly retrieved: string;
  readonly file: string;
}

/** Reads every document; what no reader recognises is a finding. */
export async function readVendor(vendor: string, files: VendorFiles, settings: VendorSettings): Promise<readonly Contract[]> {
  const parts: Part[] = [];
  for (const [file, text] of files) {
    const known = settings.documents.get(file.slice(file.indexOf("/") + 1)) ?? settings.documents.get(file);
    if (known?.format === "ignore") continue;
    const reader = readerOf(file, text, known);
    const diagnostics = [...changed(file, text, known, vendor)];
    const source = located(file, text);
    if (reader === undefined) {
      const facts = { file, formats: readers.map(({ format }) => format).join(", "), settings: wholeFile(`${vendor}/source.json`) };
      parts.push({ contract: emptyContract(vendor, [...diagnostics, diagnostic("source-unrecognised", originAt(source, 0, ""), facts)]), precedence: 0, retrieved: "", file });
      continue;
    }
    const supplement = /(^|\/)supplement\.[^/]*$/.test(file);
    const contracts = await reader.read({ vendor, source, supplement });
    contracts.forEach((contract, index) => {
      const named = uniqueDeclarationNames(contract);
      // A document's further parts say the same more loosely: its own table comes after all schemas.
      const precedence = index === 0 ? (supplement ? 50 : (known?.precedence ?? reader.precedence)) : 5;
      parts.push({ contract: index === 0 ? { ...named, diagnostics: [...diagnostics, ...named.diagnostics] } : named, precedence, retrieved: known?.retrieved ?? "", file });
    });
  }
  const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const ordered = parts.toSorted((a, b) => b.precedence - a.precedence || compareTexts(b.retrieved, a.retrieved) || compareTexts(a.file, b.file));
  return ordered.map(({ contract }) => contract);
}

const readerOf = (file: string, text: string, known: DocumentSettings | undefined): Reader | undefined =>
  typeof known?.format === "string" ? readers.find(({ format }) => format === known.format) : readers.find((reader) => reader.recognises(text, file));

function changed(file: string, text: string, known: DocumentSettings | undefined, vendor: string): readonly Diagnostic[] {
  if (known === undefined || known.sha256 === null) return [];
  const actual = createHash("sha256").update(text).digest("hex");
  return actual === known.sha256 ? [] : [diagnostic("source-changed", wholeFile(`${vendor}/source.json`), { file, actual, pinned: known.sha256 })];
}
