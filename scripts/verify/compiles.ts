// Whether the staged package compiles, and its types are those of the second opinion.
import { join } from "node:path";
import type { Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { discard, stage, UsageError } from "../files.ts";
import { wholeFile } from "../lib/parts.ts";
import type { Opinion } from "./second-opinion.ts";
import { tsc, type Complaint } from "./tsc.ts";

/** Our index module of a vendor, as seen from where opinions are compiled. */
export const ourModule = (vendor: string): string => `../src/${vendor}/index.ts`;

/**
 * Compiles the package in `directory`, but for some of its folders, together with the opinions, in one run. Their files stand in a folder beside `src` meanwhile.
 * @throws {UsageError} when tsc cannot be started.
 */
export async function compiles(
  directory: string,
  opinions: readonly Opinion[],
  except: readonly string[] = [],
): Promise<readonly Diagnostic[]> {
  const files = opinions.map(({ vendor, text }) => [`${vendor}.ts`, text] as const);
  const config = {
    extends: "../tsconfig.json",
    compilerOptions: { rootDir: "..", noEmit: true, skipLibCheck: true },
    include: ["../src"],
    exclude: except.map((folder) => `../${folder}`),
    files: files.map(([path]) => path),
  };
  const beside = stage(join(directory, ".verify"), new Map([...files, ["tsconfig.json", JSON.stringify(config)]]));
  try {
    const complaints = await complaintsAbout(beside, directory);
    const isBeside = ({ file }: Complaint): boolean => file.startsWith(".verify");
    const own = complaints.filter((complaint) => !isBeside(complaint));
    // Types that do not compile are not worth comparing.
    return own.length > 0 ? own.map(doesNotCompile) : complaints.map((complaint) => differs(complaint, opinions));
  } finally {
    discard(beside);
  }
}

function doesNotCompile({ file, line, column, message }: Complaint): Diagnostic {
  const origin = file === "" ? wholeFile("tsconfig.json") : { file, line, column, pointer: "" };
  return diagnostic("generated-does-not-compile", origin, { problem: `in the generated ${origin.file}: ${message}` });
}

function differs({ file, line, message }: Complaint, opinions: readonly Opinion[]): Diagnostic {
  const opinion = opinions.find(({ vendor }) => file.endsWith(`/${vendor}.ts`));
  const declaration = opinion?.lines[line - 1];
  const name = declaration?.name ?? `${file} (${message})`;
  return diagnostic("second-opinion-differs", declaration?.origins[0] ?? wholeFile(file), { name });
}

async function complaintsAbout(project: string, cwd: string): Promise<readonly Complaint[]> {
  try {
    return await tsc(["--project", project], cwd);
  } catch (error) {
    throw new UsageError(
      `TypeScript's compiler could not be run, so the generated package was not verified: ${error instanceof Error ? error.message : String(error)}. Install Hookwright's dependencies again, or leave verification out with --no-verify.`,
    );
  }
}
