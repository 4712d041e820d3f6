// Whether the staged package compiles, and its types are those of the second opinion. The only file that knows TypeScript's tsc.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { discard, stage, UsageError } from "../files.ts";
import { wholeFile } from "../lib/parts.ts";
import type { Opinion } from "./second-opinion.ts";

/** Our index module of a vendor, as seen from where opinions are compiled. */
export const ourModule = (vendor: string): string => `../src/${vendor}/index.ts`;

/**
 * Compiles the package in `directory` together with the opinions, in one run. Their files stand in a folder beside `src` meanwhile.
 * @throws {UsageError} when tsc cannot be started.
 */
export async function compiles(directory: string, opinions: readonly Opinion[]): Promise<readonly Diagnostic[]> {
  const files = opinions.map(({ vendor, text }) => [`${vendor}.ts`, text] as const);
  const config = {
    extends: "../tsconfig.json",
    compilerOptions: { rootDir: "..", noEmit: true, skipLibCheck: true },
    include: ["../src"],
    files: files.map(([path]) => path),
  };
  const beside = stage(join(directory, ".verify"), new Map([...files, ["tsconfig.json", JSON.stringify(config)]]));
  try {
    const complaints = complaintsOf(await runTsc(["--project", beside, "--pretty", "false"], directory));
    const isBeside = ({ file }: Complaint): boolean => file.startsWith(".verify");
    const own = complaints.filter((complaint) => !isBeside(complaint));
    // Types that do not compile are not worth comparing.
    return own.length > 0 ? own.map(doesNotCompile) : complaints.map((complaint) => differs(complaint, opinions));
  } finally {
    discard(beside);
  }
}

/** One error of tsc; `file` is relative to the package, and "" when it is about none. */
interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `src/vendor/types.ts(3,5): error TS2304: Cannot find name 'strin'.`, further lines of a message indented. */
const ERROR = /^(?:(.+)\((\d+),(\d+)\): )?error (TS\d+: .*(?:\r?\n .*)*)/gm;

const complaintsOf = (output: string): readonly Complaint[] =>
  [...output.matchAll(ERROR)].map(([, file = "", line = "0", column = "0", message = ""]) => ({
    file,
    line: Number(line),
    column: Number(column),
    message,
  }));

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

/** What tsc prints. An exit code other than zero says only that there are errors. */
const runTsc = (given: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const [command, ...first] = tsc();
    execFile(command, [...first, ...given], { cwd, maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true }, (error, output, errors) => {
      if (error === null || (typeof error.code === "number" && complaintsOf(output).length > 0)) resolve(output);
      else
        reject(
          new UsageError(
            `TypeScript's compiler could not be run, so the generated package was not verified: ${errors === "" ? error.message : errors}. Install Hookwright's dependencies again, or leave verification out with --no-verify.`,
          ),
        );
    });
  });

/** The native compiler itself where it is installed, which saves starting Node a second time; otherwise its launcher. */
function tsc(): readonly [string, ...string[]] {
  const home = createRequire(import.meta.url).resolve("typescript/package.json");
  try {
    const native = createRequire(home).resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
    return [join(dirname(native), "lib", process.platform === "win32" ? "tsc.exe" : "tsc")];
  } catch {
    return [process.execPath, join(dirname(home), "bin", "tsc")];
  }
}
