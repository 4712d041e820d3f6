// What a command starts from: the documents, and findings on files that cannot be read.
import { basename, resolve } from "node:path";
import type { Diagnostic } from "./contract.ts";
import { diagnostic } from "./diagnostics.ts";
import { readSchemas, UsageError } from "./files.ts";
import { wholeFile } from "./lib/parts.ts";
import type { Options } from "./options.ts";

export interface Inputs {
  readonly files: { readonly [path: string]: string };
  readonly refused: readonly Diagnostic[];
  /** What a folder without vendors' folders in it is called. */
  readonly name: string;
}

/**
 * Reads the schemas folder.
 * @throws {UsageError} when there is none, or when the output folder lies in it.
 */
export function readInputs({ schemas, out }: Pick<Options, "schemas"> & { readonly out?: string }): Inputs {
  const folder = resolve(schemas);
  if (out !== undefined && resolve(out).startsWith(`${folder}/`))
    throw new UsageError(
      `The output folder ${out} lies in the schemas folder, where the next run would read it as a document. Name one beside it.`,
    );
  const { files, refused } = readSchemas(schemas);
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
  return {
    files,
    refused: refused.map(({ path, reason }) => diagnostic("source-refused", wholeFile(path), { reason })),
    name: name === "" ? "contracts" : name,
  };
}
