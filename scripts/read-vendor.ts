// From a vendor's files to the contract of each document, leading documents first.
import type { Memory } from "./compile.ts";
import type { Contract, Declaration, Diagnostic, Json } from "./contract.ts";
import { diagnostic, isError } from "./diagnostics.ts";
import { type DatedDocument, documentVersions } from "./document-versions.ts";
import { sha256 } from "./files.ts";
import { compareUnits } from "./lib/compare-units.ts";
import { located } from "./lib/origin.ts";
import { besideDocument, partOrigin } from "./lib/parts.ts";
import { NO_WEB, type Web, withIdentifiers } from "./lib/web.ts";
import type { Versions } from "./passes/merge-contracts.ts";
import { isSharedAddress } from "./passes/resolve-reference.ts";
import { uniqueDeclarationNames } from "./passes/unique-names.ts";
import { emptyContract } from "./readers/reader.ts";
import { readJsonDocument } from "./readers/json-document.ts";
import { readValue } from "./readers/value-text.ts";
import { formats, readerOf } from "./readers/registry.ts";
import { isSupplement, readDocument } from "./read-document.ts";
import { readingsIn } from "./readings.ts";
import { type DocumentSettings, settingsOf, type VendorSettings } from "./settings.ts";
import type { Tell } from "./vendor-contract.ts";

/** A vendor's documents by path below the schemas folder, settings and corrections left out. */
export type VendorFiles = ReadonlyMap<string, string>;

interface Part {
  readonly contract: Contract;
  readonly precedence: number;
  readonly retrieved: string;
  readonly file: string;
}

/** What a vendor's documents hold, the leading ones first, and which of them are older versions of others. */
interface VendorReading {
  readonly contracts: readonly Contract[];
  readonly versions: Versions;
}

/** What reading takes besides documents. */
interface ReadingAids {
  readonly web?: Web;
  /** What earlier runs read. */
  readonly memory?: Memory | undefined;
  readonly tell?: Tell;
}

/** Reads every document; what no reader recognises is a finding. */
export async function readVendor(
  vendor: string,
  files: VendorFiles,
  settings: VendorSettings,
  { web = NO_WEB, memory, tell = () => undefined }: ReadingAids = {},
): Promise<VendorReading> {
  const parts: Part[] = [];
  const dated: DatedDocument[] = [];
  const stores = await storesOf(files, settings, web);
  const opened = new Set<string>();
  const readings = memory === undefined || files.size < 2 ? null : readingsIn(memory, vendor);
  const around = { vendor, files, stores, web, readings, opened, tell };
  for (const [file, text] of files) {
    if (stores.has(file)) continue;
    const known = settingsOf(file, settings);
    if (known?.format === "ignore") continue;
    const diagnostics = [...changed(file, text, known)];
    const read = await readDocument(file, text, known, around);
    if (read === null) {
      // A JSON file that is not JSON cannot be recognised; that is what to say of it.
      const broken = file.endsWith(".json") ? readJsonDocument(located(file, text)).diagnostics.filter(isError) : [];
      parts.push({
        contract: emptyContract(vendor, [...diagnostics, ...(broken.length > 0 ? broken : [unrecognised(file)])]),
        precedence: 0,
        retrieved: "",
        file,
      });
      continue;
    }
    const { reader, contracts } = read;
    const { url = null, retrieved = null, fetched = false } = known ?? {};
    // What was fetched because others refer to it is no version of anything.
    if (!fetched) dated.push({ file, format: reader.format, text, url, retrieved });
    contracts.forEach((contract, index) => {
      // A document's further parts say the same more loosely: its own table comes after all schemas.
      const whole = isSupplement(file) ? 50 : (known?.precedence ?? reader.precedence - (fetched ? 1 : 0));
      const precedence = index === 0 ? whole : 5;
      parts.push({
        contract: index === 0 ? { ...contract, diagnostics: [...diagnostics, ...contract.diagnostics] } : contract,
        precedence,
        retrieved: known?.retrieved ?? "",
        file,
      });
    });
  }
  readings?.save();
  if (stores.size > 0) {
    const { referencedParts } = await import("./readers/referenced-parts.ts");
    const declarations = parts.flatMap((part) => part.contract.declarations);
    const contract = await referencedParts(vendor, declarations, stores, withIdentifiers(web, declarations));
    const used = new Set(contract.declarations.flatMap(({ origins }) => origins.map((origin) => origin.file)));
    const unused = [...stores.keys()].filter((file) => !used.has(file) && !opened.has(file)).map((file) => unrecognised(file));
    parts.push({
      contract: uniqueDeclarationNames({ ...contract, diagnostics: [...contract.diagnostics, ...unused] }),
      precedence: 40,
      retrieved: "",
      file: [...stores.keys()][0] ?? "",
    });
  }
  const ordered = withoutOvertaken(parts).toSorted(
    (a, b) => b.precedence - a.precedence || compareUnits(b.retrieved, a.retrieved) || compareUnits(a.file, b.file),
  );
  return { contracts: ordered.map(({ contract }) => contract), versions: documentVersions(dated) };
}

/** A supplement answers what documents leave open, and does not speak where they do. */
function withoutOvertaken(parts: readonly Part[]): readonly Part[] {
  const supplied = parts.flatMap(({ contract }) => contract.declarations.filter((one) => one.supplied));
  if (supplied.length === 0) return parts;
  const wanted = new Set(supplied.flatMap(({ addresses }) => addresses.filter(isSharedAddress)));
  const held = new Map<string, Declaration>();
  for (const { contract } of parts)
    for (const declaration of contract.declarations)
      if (!declaration.supplied) for (const address of declaration.addresses) if (wanted.has(address)) held.set(address, declaration);
  if (held.size === 0) return parts;
  const holder = ({ addresses }: Declaration): Declaration | undefined =>
    addresses.map((address) => held.get(address)).find((one) => one !== undefined);
  return parts.map((part) => {
    const overtaken = part.contract.declarations.flatMap((declaration): readonly Diagnostic[] => {
      const leading = declaration.supplied ? holder(declaration) : undefined;
      if (leading === undefined) return [];
      return [
        diagnostic("supplement-overtaken", partOrigin(declaration, ""), { name: declaration.name, leading: partOrigin(leading, "") }),
      ];
    });
    if (overtaken.length === 0) return part;
    const declarations = part.contract.declarations.filter((one) => !one.supplied || holder(one) === undefined);
    return { ...part, contract: { ...part.contract, declarations, diagnostics: [...part.contract.diagnostics, ...overtaken] } };
  });
}

const unrecognised = (file: string): Diagnostic => {
  const facts = { file, formats: formats.join(", "), settings: besideDocument(file, "source.json") };
  return diagnostic("source-unrecognised", { file, line: 1, column: 1, pointer: "" }, facts);
};

/** A reference with a file's path in it, in JSON or YAML. */
const FILE_REFERENCE = /["']?\$ref["']?\s*:\s*["']?[^#"'\s][^"'\s]*(\.(json|ya?ml)\b|:\/\/)/;

/** The files that no reader recognises and that a schema document refers to. */
async function storesOf(files: VendorFiles, settings: VendorSettings, web: Web): Promise<VendorFiles> {
  const fetched = web.bases;
  const roots = [...files].filter(([file, text]) => !fetched.has(file) && /\.(json|ya?ml|txt)$/.test(file) && FILE_REFERENCE.test(text));
  if (fetched.size === 0 && !(await nameStore(roots, files, settings))) return new Map();
  const { referencedFiles } = await import("./readers/referenced-files.ts");
  const names = new Set([...files.keys()].filter((file) => !fetched.has(file)));
  const parse = async (file: string): Promise<Json | null> => (await readValue(located(file, files.get(file) ?? ""))).text?.value ?? null;
  // What was fetched was reached, and nobody has to look again how.
  const found = await Promise.all(roots.map(([file]) => referencedFiles(file, names, web, parse)));
  const reached = new Set([...found.flat(), ...fetched.keys()]);
  const stores = new Map<string, string>();
  for (const [file, text] of files)
    if (reached.has(file) && (await isStore(file, text, settingsOf(file, settings)))) stores.set(file, text);
  return stores;
}

/**
 * Whether documents name a file that is one: what is reached by way of others is reached through such a file first. The library that follows
 * references takes longer to load than most documents to read.
 */
async function nameStore(roots: readonly (readonly [string, string])[], files: VendorFiles, settings: VendorSettings): Promise<boolean> {
  for (const [file, text] of files) {
    const name = file.slice(file.lastIndexOf("/") + 1);
    // A name that can be written in several ways may be meant anywhere, and so may any where something is written otherwise.
    const isNamed = roots.some(([, root]) => !/^[\w.-]+$/.test(name) || root.includes(name) || /%|\\[ux]/.test(root));
    if (isNamed && (await isStore(file, text, settingsOf(file, settings)))) return true;
  }
  return false;
}

/** A file without a format of its own, which holds what others refer to: examples are the last guess. */
async function isStore(file: string, text: string, known: DocumentSettings | undefined): Promise<boolean> {
  const reader = await readerOf(file, text, known?.format ?? null);
  return reader === undefined || (reader.format === "json-example" && known?.format !== reader.format);
}

function changed(file: string, text: string, known: DocumentSettings | undefined): readonly Diagnostic[] {
  if (known === undefined || known.sha256 === null) return [];
  const actual = sha256(text);
  return actual === known.sha256
    ? []
    : [
        diagnostic(known.fetched ? "fetched-changed" : "source-changed", besideDocument(file, "source.json"), {
          file,
          actual,
          pinned: known.sha256,
        }),
      ];
}
