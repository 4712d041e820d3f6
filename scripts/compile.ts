// The pipeline: text in, text out. The same bytes in give the same bytes out, wherever and whenever it runs.
import type { Contract, Diagnostic } from "./contract.ts";
import { diagnostic, isError } from "./diagnostics.ts";
import { hashTree, readPrecompiled, readTemplates } from "./files.ts";
import { compareUnits } from "./lib/compare-units.ts";
import { wholeFile } from "./lib/parts.ts";
import { packageFiles, type PrintedFile, type PrintedVendor, printer, type Printer, vendorModules } from "./package-files.ts";
import { sortDiagnostics } from "./passes/sort-contract.ts";
import { packageSettings } from "./settings.ts";
import { type Tell, vendorContract } from "./vendor-contract.ts";
import { byVendor } from "./by-vendor.ts";

export type { Contract, Declaration, Diagnostic, EventType, Example, Json, Origin, Schema } from "./contract.ts";

export interface Input {
  /** The vendors' files by path below the schemas folder, with `/`: `vendor/page.txt`. A vendor is a folder. */
  readonly files: { readonly [path: string]: string };
  /** What files outside of any vendor's folder, and the package, are called when source.json does not say. */
  readonly name?: string;
  /** What earlier runs read and made. Where there are several vendors, one whose files are the same is neither compiled nor printed again. */
  readonly memory?: Memory;
  /** Is told what is done next. */
  readonly tell?: Tell;
}

/** Texts by key; it may forget at any time. */
export interface Memory {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => void;
}

export interface Output {
  /** The package's files by path. Empty when a diagnostic is an error. */
  readonly files: { readonly [path: string]: string };
  /** What was read, one contract a vendor. */
  readonly contract: { readonly vendors: readonly Contract[] };
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is compiled, and the files that are printed of it, each when it is asked for. */
export interface Compiled extends Omit<Output, "files"> {
  readonly files: Iterable<PrintedFile>;
}

/** Compiles vendors' documents to a contract package. Never throws on what a document says: that is a diagnostic. */
export async function compile(input: Input): Promise<Output> {
  const { files, contract, diagnostics } = await compiled(input);
  return {
    files: Object.fromEntries([...files].toSorted(([a], [b]) => compareUnits(a, b))),
    contract: { vendors: contract.vendors.map(written) },
    diagnostics,
  };
}

/** A contract whose places are all worked out, so that it is plain data to whoever gets it: it can be cloned and sent to a thread. */
function written(contract: Contract): Contract {
  return { ...contract, declarations: contract.declarations.map((one) => ({ ...one, parts: { ...one.parts } })) };
}

/** The same without a text of any file before it is asked for, once: those of a large package need not be held together. */
export async function compiled({ files, name = "contracts", memory, tell = () => undefined }: Input): Promise<Compiled> {
  const { settings, diagnostics } = packageSettings(name, files["source.json"]);
  const folders = byVendor(files, name);
  const lower = [...folders.keys()].map((vendor) => vendor.toLowerCase());
  const misnamed = [...folders.keys()].filter(
    (vendor, at) => !FOLDER.test(vendor) || RESERVED.test(vendor) || lower.indexOf(vendor.toLowerCase()) < at,
  );
  const print = await printer(await readPrecompiled(), tell);
  const vendors = await Promise.all(
    [...folders].map(([vendor, own]) =>
      // A vendor alone is either unchanged, which is seen before, or to be compiled anew.
      remembered(folders.size > 1 ? memory : undefined, ["vendor", vendor, hashTree(own)], () =>
        printedVendor(vendor, own, print, tell, memory),
      ),
    ),
  );
  const contracts = vendors.map(({ contract }) => contract);
  const found = [
    ...diagnostics,
    ...misnamed.map((vendor) => diagnostic("vendor-folder", wholeFile(vendor), { vendor })),
    ...contracts.flatMap((contract) => contract.diagnostics),
  ];
  const all = sortDiagnostics(found);
  const output = { contract: { vendors: contracts }, diagnostics: all };
  return all.some(isError) ? { files: [], ...output } : { files: packageFiles({ settings, vendors }, readTemplates(), print), ...output };
}

/** A vendor's contract, and its modules when nothing is wrong with it. */
async function printedVendor(
  vendor: string,
  own: ReadonlyMap<string, string>,
  print: Printer,
  tell: Tell,
  memory: Memory | undefined,
): Promise<PrintedVendor> {
  const made = await vendorContract(vendor, own, tell, memory);
  return { ...made, modules: made.contract.diagnostics.some(isError) ? [] : vendorModules(made, print) };
}

/** What is made of some texts, or was before. What has errors is not remembered: it is about to change. */
async function remembered(
  memory: Memory | undefined,
  parts: readonly string[],
  make: () => Promise<PrintedVendor>,
): Promise<PrintedVendor> {
  if (memory === undefined) return make();
  const key = parts.join("\n");
  const text = memory.get(key);
  if (text !== null) {
    const known: PrintedVendor = JSON.parse(text);
    return known;
  }
  const made = await make();
  const whole = { ...made, modules: [...made.modules] };
  if (whole.modules.length > 0) memory.set(key, JSON.stringify(whole));
  return whole;
}

/** What can be a folder of the package and a part of an import path. */
const FOLDER = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;

/** What stands in the package already, and what some systems cannot have as a folder. */
const RESERVED = /^(formats|samples|package\.json|contract\.json|.*\.ts|con|prn|aux|nul|com\d|lpt\d)$/i;
