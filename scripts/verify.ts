// The station between rendering and writing: three checks of a staged package, each by a tool of its own.
import type { Contract, Diagnostic } from "./contract.ts";
import { readTemplates } from "./files.ts";

interface Staged {
  /** A folder with the complete package, writable and temporary. */
  readonly directory: string;
  /** The package's texts by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly contracts: readonly Contract[];
  /** Vendors whose modules were verified before, as they are. */
  readonly verified?: ReadonlySet<string>;
}

/**
 * Verifies a staged package: it compiles, a second printer has the same types, and its sources say only what the contracts hold.
 * Nothing found means verified. The tools are loaded here and nowhere before.
 */
export async function verify({ directory, files, contracts: all, verified = new Set() }: Staged): Promise<readonly Diagnostic[]> {
  const contracts = all.filter(({ vendor }) => !verified.has(vendor));
  const unread = [...verified].map((vendor) => `src/${vendor}/`);
  const read = new Map([...files].filter(([path]) => !unread.some((folder) => path.startsWith(folder))));
  const [{ secondOpinion }, { compiles, ourModule }] = await Promise.all([
    import("./verify/second-opinion.ts"),
    import("./verify/compiles.ts"),
  ]);
  const opinions = await Promise.all(contracts.map((contract) => secondOpinion(contract, ourModule(contract.vendor))));
  // tsc is a process of its own: the reading goes on meanwhile.
  const [compiled, unexpected] = await Promise.all([
    compiles(directory, opinions, unread),
    import("./verify/read-back.ts").then(({ readBack }) => readBack({ files: read, contracts, templates: readTemplates() })),
  ]);
  return [...compiled, ...unexpected];
}
