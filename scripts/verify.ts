// The station between rendering and writing: three checks of a staged package, each by a tool of its own.
import type { Contract, Diagnostic } from "./contract.ts";
import { readTemplates } from "./files.ts";

interface Staged {
  /** A folder with the complete package, writable and temporary. */
  readonly directory: string;
  /** The package's texts by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly contracts: readonly Contract[];
}

/**
 * Verifies a staged package: it compiles, a second printer has the same types, and its sources say only what the contracts hold.
 * Nothing found means verified. The tools are loaded here and nowhere before.
 */
export async function verify({ directory, files, contracts }: Staged): Promise<readonly Diagnostic[]> {
  const [{ secondOpinion }, { compiles, ourModule }] = await Promise.all([
    import("./verify/second-opinion.ts"),
    import("./verify/compiles.ts"),
  ]);
  const opinions = await Promise.all(contracts.map((contract) => secondOpinion(contract, ourModule(contract.vendor))));
  // tsc is a process of its own: the reading goes on meanwhile.
  const [compiled, unexpected] = await Promise.all([
    compiles(directory, opinions),
    import("./verify/read-back.ts").then(({ readBack }) => readBack({ files, contracts, templates: readTemplates() })),
  ]);
  return [...compiled, ...unexpected];
}
