// The command line of `hookwright validate`.
import { parseArgs } from "node:util";
import { UsageError } from "../files.ts";
import { understood } from "../understood.ts";

/** How strictly lines are judged: as the schemas say, or as receivers should, who take fields, values and events that the vendor adds. */
export type Mode = "strict" | "tolerant";

export interface ValidateOptions {
  /** Files, or "-" for the standard input. */
  readonly inputs: readonly string[];
  readonly schemas: string;
  /** The only vendor to ask, or null for all. */
  readonly vendor: string | null;
  /** The declaration that each line is, when lines are no events. */
  readonly type: string | null;
  /** Where good lines go: a new file, or "-" for the standard output. */
  readonly good: string;
  /** Where the records of refused lines go: a new file, or "stderr". */
  readonly refused: string;
  readonly mode: Mode;
  /** How many threads; null for as many as pay. */
  readonly workers: number | null;
  readonly noFail: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
}

export const VALIDATE_USAGE = `hookwright validate [options] [file …]

Filters archives of events: NDJSON, one JSON value a line, plain or compressed with gzip; the standard input when no file is named. Good lines
are written as they are and in their order, refused ones as one JSON object a line: file, line, reason, event, message, issues, raw.

options
  --schemas <dir>     the vendors' documents (schemas)
  --vendor <name>     ask this vendor's documents only
  --as <type>         each line is a value of this type, and no event
  --good <file>       where good lines go; - is the standard output (-)
  --refused <file>    where refused lines go; - is the standard error, /dev/stdout the good lines' way (-)
  --tolerant          new fields where the schema forbids them, new values of lists and new events are good
  --workers <n>       how many threads; 0 is none (as many as pay)
  --no-fail           end with 0 even when lines were refused
  --json              the counts as one JSON object on the last line of the standard error
  --quiet             neither progress nor counts

exit codes
  0 all lines are good   1 some were refused   2 wrong usage, or an archive that cannot be read
`;

/**
 * Reads the arguments after \`validate\`.
 * @throws {UsageError} when they are not understood.
 */
export function validateOptions(args: readonly string[]): ValidateOptions {
  const { values, positionals } = understood(() => parse(args));
  const workers = values.workers === undefined ? null : Number(values.workers);
  if (workers !== null && !(Number.isInteger(workers) && workers >= 0 && workers <= 256))
    throw new UsageError("--workers takes a number of threads, from 0 to 256.");
  const inputs = positionals.length === 0 ? ["-"] : positionals;
  if (inputs.filter((file) => file === "-").length > 1) throw new UsageError("The standard input can be read only once.");
  for (const [option, value] of Object.entries(values)) if (value === "") throw new UsageError(`--${option} takes a value.`);
  return {
    inputs,
    schemas: values.schemas,
    vendor: values.vendor ?? null,
    type: values["as"] ?? null,
    good: values.good === OUT ? "-" : values.good,
    refused: values.refused === "-" || values.refused === ERR ? "stderr" : values.refused === OUT ? "-" : values.refused,
    mode: values.tolerant ? "tolerant" : "strict",
    workers,
    noFail: values["no-fail"],
    json: values.json,
    quiet: values.quiet,
    help: values.help,
  };
}

/** The process's own streams by name, whatever they lead to: a file, a pipe or a socket. */
const [OUT, ERR] = ["/dev/stdout", "/dev/stderr"];

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      schemas: { type: "string", default: "schemas" },
      vendor: { type: "string" },
      as: { type: "string" },
      good: { type: "string", default: "-" },
      refused: { type: "string", default: "-" },
      tolerant: { type: "boolean", default: false },
      workers: { type: "string" },
      "no-fail": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      quiet: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
