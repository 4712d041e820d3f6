// The command line: which command, and its options.
import { parseArgs } from "node:util";
import { UsageError } from "./files.ts";
import { understood } from "./understood.ts";

export interface Options {
  readonly command: "generate" | "check" | "help";
  readonly schemas: string;
  readonly out: string;
  readonly json: boolean;
  readonly verify: boolean;
  /** What may be fetched: what is missing, or besides what was fetched before; null when nothing may. */
  readonly fetch: "missing" | "all" | null;
  /** Whether hosts in private networks may be asked. */
  readonly allowPrivate: boolean;
}

export interface SendOptions {
  readonly command: "send";
  readonly schemas: string;
  readonly json: boolean;
  /** An event's name, or a declaration's. */
  readonly event: string;
  readonly to: string;
  /** Empty when none is given. */
  readonly secrets: readonly string[];
  /** `path=value`, in the order given. */
  readonly set: readonly string[];
  /** Paths. */
  readonly unset: readonly string[];
  /** A vendor's folder; null when it is not given. */
  readonly vendor: string | null;
}

export const USAGE = `hookwright <command> [options]

commands
  generate           read the schemas folder and write the package; errors leave the old one in place
  check              generate in memory and compare with the package; show what differs
  send <event>       send a documented example of an event or type to a receiver, signed as the vendor would
  validate           filter an archive of events; hookwright validate --help says how

options
  --schemas <dir>    the vendors' documents (schemas)
  --out <dir>        the generated package (generated)
  --json             one JSON object for machines instead of text
  --no-verify        generate: do not compile and compare what was generated
  --fetch            generate: fetch the documents that references lead to over http and https, once; save and pin them
  --refetch          the same, and fetch again what was fetched before; what has changed is taken and reported
  --allow-private    fetch from this machine and private networks too
  --help             this text

options of send
  --to <url>         the receiver; nothing is sent anywhere else, and redirects are not followed
  --secret <text>    the signing secret; else that of HOOKWRIGHT_SECRET, which no shell remembers. Several make several signatures
  --set <path>=<v>   give a field another value: JSON, or a text. The path is payload.status, or the JSON Pointer /payload/status
  --unset <path>     leave a field out
  --vendor <dir>     the vendor's folder, when several have such an event

exit codes
  0 done (warnings allowed), or the receiver answered 2xx
  1 errors, or check found a difference, or the receiver answered anything else or not at all
  2 wrong usage
`;

/**
 * Reads the arguments after the program's name.
 * @throws {UsageError} when they are not understood.
 */
export function readOptions(args: readonly string[]): Options | SendOptions {
  const { values, positionals } = understood(() => parse(args));
  const [command, ...rest] = positionals;
  const options = {
    schemas: values.schemas,
    out: values.out,
    json: values.json,
    verify: !values["no-verify"],
    fetch: values.refetch === true ? "all" : values.fetch === true ? "missing" : null,
    allowPrivate: values["allow-private"] === true,
  } as const;
  if (values.help || command === "help") return { command: "help", ...options };
  for (const [owner, names] of Object.entries(OWN)) {
    const foreign = command === owner ? undefined : names.find((name) => values[name] !== undefined);
    if (foreign !== undefined && COMMANDS.has(command ?? ""))
      throw new UsageError(`--${foreign} is an option of ${owner}, and not of ${command}.`);
  }
  if (command === "send") return sendOptions(values, rest);
  if (command !== "generate" && command !== "check")
    throw new UsageError(
      command === undefined
        ? "Name a command: generate, check, send or validate."
        : `There is no command ${JSON.stringify(command)}; there are generate, check, send and validate.`,
    );
  if (options.allowPrivate && options.fetch === null) throw new UsageError("--allow-private says what --fetch may do, and stands with it.");
  if (rest.length > 0) throw new UsageError(`${command} takes options only, and not ${JSON.stringify(rest[0])}.`);
  if (values.schemas === "" || values.out === "") throw new UsageError("--schemas and --out take the path of a folder.");
  return { command, ...options };
}

function sendOptions(
  { schemas, json, vendor, to, secret, set, unset }: Parsed["values"],
  [event, ...rest]: readonly string[],
): SendOptions {
  if (event === undefined) throw new UsageError("Name the event to send: send <event> --to <url>.");
  if (rest.length > 0) throw new UsageError(`send takes one event, and not ${JSON.stringify(rest[0])} besides.`);
  if (to === undefined || !URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol) || new URL(to).username !== "")
    throw new UsageError("--to takes the URL of a receiver, such as http://localhost:3000/hook.");
  const fromEnvironment = process.env["HOOKWRIGHT_SECRET"];
  const secrets = secret ?? (fromEnvironment === undefined || fromEnvironment === "" ? [] : [fromEnvironment]);
  return { command: "send", schemas, json, event, to, secrets, set: set ?? [], unset: unset ?? [], vendor: vendor ?? null };
}

type Parsed = ReturnType<typeof parse>;

const COMMANDS: ReadonlySet<string> = new Set(["generate", "check", "send"]);

/** Options that only one command has. */
const OWN = {
  generate: ["fetch", "refetch", "allow-private"],
  send: ["to", "secret", "set", "unset", "vendor"],
} as const;

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      schemas: { type: "string", default: "schemas" },
      out: { type: "string", default: "generated" },
      json: { type: "boolean", default: false },
      "no-verify": { type: "boolean", default: false },
      fetch: { type: "boolean" },
      refetch: { type: "boolean" },
      "allow-private": { type: "boolean" },
      help: { type: "boolean", short: "h", default: false },
      to: { type: "string" },
      secret: { type: "string", multiple: true },
      set: { type: "string", multiple: true },
      unset: { type: "string", multiple: true },
      vendor: { type: "string" },
    },
  });
