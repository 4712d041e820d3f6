// The command `check`: compile in memory and compare with the package on disk.
import { changesBetween } from "./changes-between.ts";
import { type Outcome, progress } from "./console.ts";
import { isError } from "./diagnostics.ts";
import { fingerprintOf, type Fingerprints, readTree, recover } from "./files.ts";
import { readInputs } from "./inputs.ts";
import type { Options } from "./options.ts";

/**
 * Compares; writes nothing.
 * @throws {UsageError} when a folder cannot be read.
 */
export async function check(options: Options): Promise<Outcome> {
  const { out } = options;
  recover(out);
  const { files, refused, name } = readInputs(options);
  progress("compiling");
  const { compile } = await import("./compile.ts");
  const output = await compile({ files, name });
  const diagnostics = [...refused, ...output.diagnostics];
  if (diagnostics.some(isError))
    return { status: "failed", message: "the documents have errors, so there is nothing to compare", diagnostics, files, changes: [] };
  const existing = readTree(out) ?? new Map<string, string>();
  const fresh = new Map(Object.entries(output.files));
  const changes = changesBetween(fingerprintsOf(existing), fingerprintsOf(fresh));
  if (changes.length === 0) return { status: "unchanged", message: `${out} is up to date`, diagnostics: [], files, changes };
  const { createTwoFilesPatch } = await import("diff");
  const details = changes.map(({ path, change }) => {
    const [before, after] = [change === "added" ? "/dev/null" : `${out}/${path}`, change === "removed" ? "/dev/null" : `${out}/${path}`];
    return createTwoFilesPatch(before, after, existing.get(path) ?? "", fresh.get(path) ?? "", "on disk", "from the documents", {
      context: 2,
    });
  });
  return {
    status: "different",
    message: `${out} is not what the documents give: ${changes.length === 1 ? "1 file differs" : `${changes.length} files differ`}; run generate and review the diff`,
    details,
    diagnostics: [],
    files,
    changes,
  };
}

const fingerprintsOf = (tree: ReadonlyMap<string, string>): Fingerprints =>
  new Map([...tree].map(([path, text]) => [path, fingerprintOf(path, text)]));
