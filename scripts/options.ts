// The command line: which command, and its options.
import { parseArgs } from "node:util";
import { UsageError } from "./files.ts";

export interface Options {
  readonly command: "generate" | "check" | "help";
  readonly schemas: string;
  readonly out: string;
  readonly json: boolean;
  readonly verify: boolean;
}

export const USAGE = `hookwright <command> [options]

commands
  generate           read the schemas folder and write the package; errors leave the old one in place
  check              generate in memory and compare with the package; show what differs

options
  --schemas <dir>    the vendors' documents (schemas)
  --out <dir>        the generated package (generated)
  --json             one JSON object for machines instead of text
  --no-verify        generate: do not compile and compare what was generated
  --help             this text

exit codes
  0 done (warnings allowed)   1 errors, or check found a difference   2 wrong usage
`;

/**
 * Reads the arguments after the program's name.
 * @throws {UsageError} when they are not understood.
 */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const [command, ...rest] = positionals;
  const options = { schemas: values.schemas, out: values.out, json: values.json, verify: !values["no-verify"] };
  if (values.help || command === "help") return { command: "help", ...options };
  if (command !== "generate" && command !== "check")
    throw new UsageError(
      command === undefined
        ? "Name a command: generate or check."
        : `There is no command ${JSON.stringify(command)}; there are generate and check.`,
    );
  if (rest.length > 0) throw new UsageError(`${command} takes options only, and not ${JSON.stringify(rest[0])}.`);
  if (values.schemas === "" || values.out === "") throw new UsageError("--schemas and --out take the path of a folder.");
  return { command, ...options };
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      schemas: { type: "string", default: "schemas" },
      out: { type: "string", default: "generated" },
      json: { type: "boolean", default: false },
      "no-verify": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
