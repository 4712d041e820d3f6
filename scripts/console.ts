// What a command says while it runs and when it ends: text or JSON on standard output, progress on a terminal's standard error.
import { styleText } from "node:util";
import type { Diagnostic } from "./contract.ts";
import type { Options } from "./options.ts";
import { diagnosticJson, printDiagnostic, type Style, sumUp } from "./report.ts";

/** The end of a command. */
export interface Outcome {
  readonly status: "written" | "unchanged" | "sent" | "failed" | "different";
  /** One line for people. */
  readonly message: string;
  /** More lines for people, such as a diff. */
  readonly details?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** The documents, for frames. */
  readonly files: { readonly [path: string]: string };
  /** Generated files that are new, changed or gone, by path. */
  readonly changes: readonly { readonly path: string; readonly change: "added" | "changed" | "removed" }[];
}

const colored = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
const style: Style = (format, text) => (colored ? styleText(format, text) : text);

/** Says what is being done now; on a terminal only, and gone when it is done. */
export function progress(step: string | null, dots = "…"): void {
  if (process.stderr.isTTY) process.stderr.write(step === null ? "\r\u001b[K" : `\r\u001b[K${step}${dots}`);
}

/** Documents of fewer bytes are done before anybody asks. */
const LONG = 2_000_000;

/** How long a run without a terminal may be silent, in milliseconds. */
const PATIENCE = 3000;

/** Says what is being done with documents of so many bytes: on a terminal always, elsewhere a line every few seconds when they are long. */
export function progressOn(bytes: number): (step: string) => void {
  let last = performance.now();
  return (step) => {
    if (process.stderr.isTTY) return progress(step);
    if (bytes < LONG || performance.now() - last < PATIENCE) return undefined;
    last = performance.now();
    process.stderr.write(`${step}…\n`);
  };
}

/** Prints the end of a command and sets the exit code. */
export function finish(outcome: Outcome, { json, schemas }: Pick<Options, "json" | "schemas">): void {
  progress(null);
  const { status, message, details = [], diagnostics, files, changes } = outcome;
  if (json) {
    const findings = diagnostics.map((found) => diagnosticJson(found, schemas));
    process.stdout.write(`${JSON.stringify({ status, message, changes, findings }, null, 2)}\n`);
  } else {
    const printed = diagnostics.map((found) => `${printDiagnostic(found, { folder: schemas, files, style })}\n`);
    const lines = [...printed, ...details, ...(diagnostics.length === 0 ? [] : [sumUp(diagnostics)]), message];
    process.stdout.write(`${lines.join("\n")}\n`);
  }
  process.exitCode = status === "failed" || status === "different" ? 1 : 0;
}
