// The command `generate`: compile, verify beside the old package, exchange.
import type { Contract, Diagnostic } from "./contract.ts";
import { type Outcome, progress } from "./console.ts";
import { isError } from "./diagnostics.ts";
import {
  buildStamp,
  cacheDirectory,
  checkOutput,
  commit,
  discard,
  hashTree,
  isLeftOver,
  memo,
  readTree,
  recover,
  sameTree,
  sha256,
  stage,
} from "./files.ts";
import { readInputs } from "./inputs.ts";
import type { Options } from "./options.ts";
import { changesBetween } from "./changes-between.ts";

const ownFiles = (tree: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
  [...tree].filter(([path, text]) => isLeftOver(path, text));

async function verifyStaged(
  directory: string,
  files: ReadonlyMap<string, string>,
  contracts: readonly Contract[],
): Promise<readonly Diagnostic[]> {
  progress("verifying");
  const { verify } = await import("./verify.ts");
  return verify({ directory, files, contracts });
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
  const { out, schemas } = options;
  recover(out);
  checkOutput(out, [schemas]);
  const { files, refused, name } = readInputs(options);
  const existing = readTree(out);
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

  progress("compiling");
  const { compile } = await import("./compile.ts");
  const output = await compile({ files, name });
  const diagnostics = [...refused, ...output.diagnostics];
  const failed = (found: readonly Diagnostic[]): Outcome => ({
    status: "failed",
    message: `nothing was written${existing === null ? "" : `; ${out} is as it was`}`,
    diagnostics: found,
    files,
    changes: [],
  });
  if (diagnostics.some(isError)) return failed(diagnostics);

  const fresh = new Map(Object.entries(output.files));
  const verified = options.verify ? `verified\n${stamp}\n${hashTree(fresh)}` : "";
  const isVerified = !options.verify || cache.get(verified) !== null;
  const isSame = sameTree(fresh, existing);
  if (!isSame || !isVerified) {
    let staged: string | null = null;
    const interrupted = (signal: string): void => {
      if (staged !== null) discard(staged);
      process.exit(signal === "SIGINT" ? 130 : 143);
    };
    process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
    try {
      staged = stage(out, fresh, [schemas]);
      const faults = isVerified ? [] : await verifyStaged(staged, fresh, output.contract.vendors);
      if (faults.length > 0) return failed([...diagnostics, ...faults]);
      if (!isSame) commit(out, staged);
    } finally {
      if (staged !== null) discard(staged);
      process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    }
    if (!isVerified) cache.set(verified, "");
  }
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
}
