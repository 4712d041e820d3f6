// TypeScript's native tsc as a function. The only file that knows how it is found and what it prints.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One error of tsc; `file` is as tsc names it, and "" when the error is about none. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Runs tsc with the arguments given in the folder `cwd`.
 * @throws {Error} with tsc's own words when it cannot be started, or ends without a complaint and without success.
 */
export const tsc = (given: readonly string[], cwd: string): Promise<readonly Complaint[]> =>
  new Promise((resolve, reject) => {
    const [command, ...first] = commandLine();
    execFile(
      command,
      [...first, ...given, "--pretty", "false"],
      { cwd, env: { ...MEMORY, ...process.env }, maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true },
      (error, output, errors) => {
        const complaints = complaintsOf(output);
        // An exit code other than zero says only that there are errors.
        if (error === null || (typeof error.code === "number" && complaints.length > 0)) resolve(complaints);
        else reject(new Error(errors === "" ? error.message : errors));
      },
    );
  });

/** The native compiler's memory is tidied up only when there is much of it: most packages are compiled before that would pay. */
const MEMORY = { GOGC: "off", GOMEMLIMIT: "1GiB" };

/** `src/vendor/types.ts(3,5): error TS2304: Cannot find name 'strin'.`, further lines of a message indented. */
const ERROR = /^(?:(.+)\((\d+),(\d+)\): )?error (TS\d+: .*(?:\r?\n .*)*)/gm;

const complaintsOf = (output: string): readonly Complaint[] =>
  [...output.matchAll(ERROR)].map(([, file = "", line = "0", column = "0", message = ""]) => ({
    file,
    line: Number(line),
    column: Number(column),
    message,
  }));

/** The native compiler itself where it is installed, which saves starting Node a second time; otherwise its launcher. */
function commandLine(): readonly [string, ...string[]] {
  const home = createRequire(import.meta.url).resolve("typescript/package.json");
  try {
    const native = createRequire(home).resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
    return [join(dirname(native), "lib", process.platform === "win32" ? "tsc.exe" : "tsc")];
  } catch {
    return [process.execPath, join(dirname(home), "bin", "tsc")];
  }
}
