#!/usr/bin/env node
// The program `hookwright`.
import { setFlagsFromString } from "node:v8";
import { finish, progress } from "./console.ts";
import { UsageError } from "./files.ts";
import { type Options, readOptions, type SendOptions, USAGE } from "./options.ts";

async function run(options: Options | SendOptions): Promise<void> {
  if (options.command === "help") process.stdout.write(USAGE);
  else if (options.command === "generate") finish(await (await import("./generate.ts")).generate(options), options);
  else if (options.command === "send") finish(await (await import("./send.ts")).send(options), options);
  else finish(await (await import("./check.ts")).check(options), options);
}

// The engine's optimizing compiler is asked for later than usual: in a run of a second it costs more than it gives back.
setFlagsFromString("--interrupt-budget=1000000");

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  progress(null);
  process.stderr.write(`hookwright: ${error.message}\nhookwright --help says how it is used.\n`);
  process.exitCode = 2;
}
