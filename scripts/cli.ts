#!/usr/bin/env node
// The program `hookwright`.
import { finish, progress } from "./console.ts";
import { compileLater } from "./engine.ts";
import { UsageError } from "./files.ts";
import { type Options, readOptions, type SendOptions, USAGE } from "./options.ts";

async function run(options: Options | SendOptions): Promise<void> {
  if (options.command === "help") process.stdout.write(USAGE);
  else if (options.command === "generate") finish(await (await import("./generate.ts")).generate(options), options);
  else if (options.command === "send") finish(await (await import("./send.ts")).send(options), options);
  else finish(await (await import("./check.ts")).check(options), options);
}

/** Archives have options of their own. */
async function runValidate(args: readonly string[]): Promise<void> {
  const [{ VALIDATE_USAGE, validateOptions }, { validate }] = await Promise.all([import("./archive/options.ts"), import("./validate.ts")]);
  const options = validateOptions(args);
  if (options.help) process.stdout.write(VALIDATE_USAGE);
  else process.exitCode = await validate(options);
}

try {
  const [command, ...args] = process.argv.slice(2);
  if (command === "validate") await runValidate(args);
  else {
    compileLater();
    await run(readOptions(process.argv.slice(2)));
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  progress(null);
  process.stderr.write(`hookwright: ${error.message}\nhookwright --help says how it is used.\n`);
  process.exitCode = 2;
}
