// From a vendor's files to the contract of each document, leading documents first.
import type { Contract, Diagnostic, Json } from "./contract.ts";
import { diagnostic, isError } from "./diagnostics.ts";
import { sha256 } from "./files.ts";
import { compareUnits } from "./lib/compare-units.ts";
import { located } from "./lib/origin.ts";
import { besideDocument } from "./lib/parts.ts";
import { uniqueDeclarationNames } from "./passes/unique-names.ts";
import { type Document, emptyContract, type Reader } from "./readers/reader.ts";
import { referencedParts } from "./readers/referenced-parts.ts";
import { readJsonDocument } from "./readers/json-document.ts";
import { readValue } from "./readers/value-text.ts";
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
  const stores = await storesOf(files, settings);
  const opened = new Set<string>();
  const others: Document["others"] = async (file) => {
    const text = files.get(file);
    const read = text === undefined ? null : (await readValue(located(file, text))).text;
    opened.add(file);
    return read === null ? null : { file, text: read, ours: stores.has(file) };
  };
  for (const [file, text] of files) {
    if (stores.has(file)) continue;
    const known = settingsOf(file, settings);
    if (known?.format === "ignore") continue;
    const reader = readerOf(file, text, known);
    const diagnostics = [...changed(file, text, known)];
    const source = located(file, text);
    if (reader === undefined) {
      // A JSON file that is not JSON cannot be recognised; that is what to say of it.
      const broken = file.endsWith(".json") ? readJsonDocument(source).diagnostics.filter(isError) : [];
      parts.push({
        contract: emptyContract(vendor, [...diagnostics, ...(broken.length > 0 ? broken : [unrecognised(file)])]),
        precedence: 0,
        retrieved: "",
        file,
      });
      continue;
    }
    const supplement = /(^|\/)supplement\.[^/]*$/.test(file);
    const contracts = await reader.read({ vendor, source, supplement, others });
    contracts.forEach((contract, index) => {
      const named = uniqueDeclarationNames(contract);
      // A document's further parts say the same more loosely: its own table comes after all schemas.
      const precedence = index === 0 ? (supplement ? 50 : (known?.precedence ?? reader.precedence)) : 5;
      parts.push({
        contract: index === 0 ? { ...named, diagnostics: [...diagnostics, ...named.diagnostics] } : named,
        precedence,
        retrieved: known?.retrieved ?? "",
        file,
      });
    });
  }
  if (stores.size > 0) {
    const contract = await referencedParts(
      vendor,
      parts.flatMap((part) => part.contract.declarations),
      stores,
    );
    const used = new Set(contract.declarations.flatMap(({ origins }) => origins.map((origin) => origin.file)));
    const unused = [...stores.keys()].filter((file) => !used.has(file) && !opened.has(file)).map((file) => unrecognised(file));
    parts.push({
      contract: uniqueDeclarationNames({ ...contract, diagnostics: [...contract.diagnostics, ...unused] }),
      precedence: 40,
      retrieved: "",
      file: [...stores.keys()][0] ?? "",
    });
  }
  const ordered = parts.toSorted(
    (a, b) => b.precedence - a.precedence || compareUnits(b.retrieved, a.retrieved) || compareUnits(a.file, b.file),
  );
  return ordered.map(({ contract }) => contract);
}

const unrecognised = (file: string): Diagnostic => {
  const facts = { file, formats: readers.map(({ format }) => format).join(", "), settings: besideDocument(file, "source.json") };
  return diagnostic("source-unrecognised", { file, line: 1, column: 1, pointer: "" }, facts);
};

/** A reference with a file's path in it, in JSON or YAML. */
const FILE_REFERENCE = /["']?\$ref["']?\s*:\s*["']?[^#"'\s][^"'\s]*\.(json|ya?ml)\b/;

/** The files that no reader recognises and that a schema document refers to. */
async function storesOf(files: VendorFiles, settings: VendorSettings): Promise<VendorFiles> {
  const roots = [...files].filter(([file, text]) => /\.(json|ya?ml|txt)$/.test(file) && FILE_REFERENCE.test(text));
  if (roots.length === 0) return new Map();
  const { referencedFiles } = await import("./readers/referenced-files.ts");
  const names = new Set(files.keys());
  const parse = async (file: string): Promise<Json | null> => (await readValue(located(file, files.get(file) ?? ""))).text?.value ?? null;
  const reached = new Set((await Promise.all(roots.map(([file]) => referencedFiles(file, names, parse)))).flat());
  return new Map([...files].filter(([file, text]) => reached.has(file) && readerOf(file, text, settingsOf(file, settings)) === undefined));
}

/** source.json names documents by their path below the vendor's folder. */
const settingsOf = (file: string, { documents }: VendorSettings): DocumentSettings | undefined =>
  documents.get(file.slice(file.indexOf("/") + 1));

const readerOf = (file: string, text: string, known: DocumentSettings | undefined): Reader | undefined =>
  typeof known?.format === "string"
    ? readers.find(({ format }) => format === known.format)
    : readers.find((reader) => reader.recognises(text, file));

function changed(file: string, text: string, known: DocumentSettings | undefined): readonly Diagnostic[] {
  if (known === undefined || known.sha256 === null) return [];
  const actual = sha256(text);
  return actual === known.sha256
    ? []
    : [diagnostic("source-changed", besideDocument(file, "source.json"), { file, actual, pinned: known.sha256 })];
}
