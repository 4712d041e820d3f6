// The command `generate`: compile, verify beside the old package, exchange.
import type { Contract, Diagnostic } from "./contract.ts";
import type { Memory } from "./compile.ts";
import { type Outcome, progressOn } from "./console.ts";
import { isError } from "./diagnostics.ts";
import { staySmall, tidier } from "./engine.ts";
import {
  buildStamp,
  cacheDirectory,
  checkOutput,
  commit,
  discard,
  type Fingerprints,
  fingerprintTree,
  hashTree,
  memo,
  ownFiles,
  readTree,
  recover,
  sameFingerprints,
  sha256,
  type Staging,
  staging,
} from "./files.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import type { Options } from "./options.ts";
import { changesBetween } from "./changes-between.ts";

/** What this build remembers: another one may make something else of the same documents. */
const stamped = ({ get, set }: Memory, stamp: string): Memory => ({
  get: (key) => get(`${stamp}\n${key}`),
  set: (key, text) => set(`${stamp}\n${key}`, text),
});

/** What a vendor's verification depends on: its modules, and those that they import. */
function verificationKeys(stamp: string, files: Fingerprints, contracts: readonly Contract[]): ReadonlyMap<string, string> {
  const folders = contracts.map(({ vendor }) => `src/${vendor}/`);
  const folderOf = (path: string): string | undefined => folders.find((folder) => path.startsWith(folder));
  const byFolder = new Map<string | undefined, [string, string][]>();
  for (const [path, { hash }] of files) {
    const folder = folderOf(path);
    if (folder === undefined && !path.startsWith("src/") && path !== "tsconfig.json") continue;
    const others = byFolder.get(folder);
    if (others === undefined) byFolder.set(folder, [[path, hash]]);
    else others.push([path, hash]);
  }
  const shared = hashTree(byFolder.get(undefined) ?? []);
  return new Map(
    contracts.map(({ vendor }) => [vendor, ["verified", stamp, vendor, shared, hashTree(byFolder.get(`src/${vendor}/`) ?? [])].join("\n")]),
  );
}

function recall(text: string | null): Remembered | null {
  if (text === null) return null;
  const known: Remembered = JSON.parse(text);
  return known;
}

/** What is remembered of a run that ended well. */
interface Remembered {
  readonly tree: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes the package. When something is wrong, nothing is written and the old package stays.
 * What was verified once is not verified again: an unchanged run loads neither the pipeline nor the tools.
 * @throws {UsageError} when a folder cannot be read or written.
 */
export async function generate(options: Options): Promise<Outcome> {
  recover(options.out);
  checkOutput(options.out, [options.schemas]);
  const inputs = readInputs(options);
  if (options.fetch === null) return generateFrom(inputs, options);
  const { fetchInputs } = await import("./fetch-inputs.ts");
  return fetchInputs(inputs, options, options.fetch === "all", (all) => generateFrom(all, options));
}

async function generateFrom({ files, refused, name }: Inputs, options: Options): Promise<Outcome> {
  const { out, schemas } = options;
  staySmall(files);
  const existing = fingerprintTree(out);
  const cache = memo(cacheDirectory(process.cwd()));
  const stamp = buildStamp();
  const key = sha256(["generate", String(options.verify), name, stamp, hashTree(Object.entries(files))].join("\n"));
  const known = refused.length === 0 ? recall(cache.get(key)) : null;
  const unchanged = (diagnostics: readonly Diagnostic[]): Outcome => ({
    status: "unchanged",
    message: `${out} is up to date`,
    diagnostics,
    files,
    changes: [],
  });
  if (known !== null && existing !== null && known.tree === hashTree(ownFiles(existing))) return unchanged(known.diagnostics);

  const bytes = Object.values(files).reduce((sum, text) => sum + text.length, 0);
  const tell = progressOn(bytes);
  tell(`compiling ${(bytes / 1e6).toFixed(1)} MB`);
  const { compiled } = await import("./compile.ts");
  const output = await compiled({ files, name, tell, memory: stamped(cache, stamp) });
  const diagnostics = [...refused, ...output.diagnostics];
  const failed = (found: readonly Diagnostic[]): Outcome => ({
    status: "failed",
    message: `nothing was written${existing === null ? "" : `; ${out} is as it was`}`,
    diagnostics: found,
    files,
    changes: [],
  });
  if (diagnostics.some(isError)) return failed(diagnostics);

  const contracts = output.contract.vendors;
  let staged: Staging | null = null;
  const interrupted = (signal: string): void => {
    if (staged !== null) discard(staged.directory);
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    // Printed, written and forgotten: texts of a large package would fill the memory.
    staged = staging(out, [schemas]);
    const tidy = tidier(files);
    tidy();
    for (const [path, text] of output.files) {
      staged.put(path, text);
      tidy();
    }
    const { directory, written: fresh } = staged;
    const keys = options.verify ? verificationKeys(stamp, fresh, contracts) : new Map<string, string>();
    const verified = new Set([...keys].filter(([, of]) => cache.get(of) !== null).map(([vendor]) => vendor));
    if (verified.size < keys.size) {
      tell("verifying");
      const { verify } = await import("./verify.ts");
      const faults = await verify({ directory, files: readTree(directory) ?? new Map<string, string>(), contracts, verified });
      if (faults.length > 0) return failed([...diagnostics, ...faults]);
    }
    const isSame = sameFingerprints(fresh, existing);
    if (!isSame) commit(out, directory);
    for (const of of keys.values()) cache.set(of, "");
    // What is generated in the folder now is what was written: it need not be read again.
    cache.set(key, JSON.stringify({ tree: hashTree(ownFiles(fresh)), diagnostics } satisfies Remembered));
    if (isSame) return unchanged(diagnostics);
    const changes = changesBetween(existing ?? new Map(), fresh);
    return {
      status: "written",
      message: `wrote ${out}: ${fresh.size} files, ${changes.length} of them new, changed or gone`,
      diagnostics,
      files,
      changes,
    };
  } finally {
    if (staged !== null) discard(staged.directory);
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  }
}
