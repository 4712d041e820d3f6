// Many documents compiled at once, one vendor each: those that throw are found, those with errors are set apart.
import { compile, type Contract, type Diagnostic } from "../../scripts/compile.ts";
import { isError } from "../../scripts/diagnostics.ts";

/** One vendor's documents, by path below its folder. */
export interface Case {
  readonly vendor: string;
  readonly files: { readonly [path: string]: string };
}

export interface Batch {
  /** What compile() threw, by vendor. */
  readonly thrown: ReadonlyMap<string, string>;
  /** All errors, by vendor. */
  readonly errors: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The package of all other vendors. */
  readonly files: { readonly [path: string]: string };
  readonly contracts: ReadonlyMap<string, Contract>;
}

/** Compiles all cases together. */
export async function batch(cases: readonly Case[]): Promise<Batch> {
  const thrown = new Map<string, string>();
  try {
    return { thrown, ...(await together(cases)) };
  } catch {
    await findThrown(cases, thrown);
  }
  return { thrown, ...(await together(cases.filter(({ vendor }) => !thrown.has(vendor)))) };
}

/** Compiles cases none of which throws: errors hide what rendering would do, so those that have some are set apart first. */
async function together(standing: readonly Case[]): Promise<Omit<Batch, "thrown">> {
  const errors = new Map<string, Diagnostic[]>();
  for (const found of (await compile({ files: inFolders(standing) })).diagnostics.filter(isError)) {
    const vendor = found.origin.file.split("/")[0] ?? "";
    errors.set(vendor, [...(errors.get(vendor) ?? []), found]);
  }
  const { files, contract } = await compile({ files: inFolders(standing.filter(({ vendor }) => !errors.has(vendor))) });
  return { errors, files, contracts: new Map(contract.vendors.map((one) => [one.vendor, one])) };
}

export const inFolders = (cases: readonly Case[]): { readonly [path: string]: string } =>
  Object.fromEntries(cases.flatMap(({ vendor, files }) => Object.entries(files).map(([path, text]) => [`${vendor}/${path}`, text])));

/** Halves the cases until those that throw by themselves are left. Errors hide what rendering throws, so they are set apart first. */
async function findThrown(cases: readonly Case[], thrown: Map<string, string>): Promise<void> {
  try {
    const { diagnostics } = await compile({ files: inFolders(cases) });
    const wrong = new Set(diagnostics.filter(isError).map(({ origin }) => origin.file.split("/")[0]));
    if (wrong.size > 0 && wrong.size < cases.length)
      await findThrown(
        cases.filter(({ vendor }) => !wrong.has(vendor)),
        thrown,
      );
  } catch (error) {
    const [only] = cases;
    if (only === undefined) return;
    if (cases.length === 1) return void thrown.set(only.vendor, String(error).slice(0, 300));
    const middle = cases.length >> 1;
    await findThrown(cases.slice(0, middle), thrown);
    await findThrown(cases.slice(middle), thrown);
  }
}
