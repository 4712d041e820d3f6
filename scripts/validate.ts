// The command `validate`: a filter over archives of events.
import { filterArchive, type Source } from "./archive/filter.ts";
import { judgeOf } from "./archive/judge.ts";
import { progressLine } from "./archive/meter.ts";
import type { ValidateOptions } from "./archive/options.ts";
import { withPauses } from "./archive/pauses.ts";
import { type Plan, vendorPlan } from "./archive/plan.ts";
import { poolOf } from "./archive/pool.ts";
import { summaryJson, summaryText } from "./archive/summary.ts";
import { EMPTY, type Tally } from "./archive/tally.ts";
import { progress } from "./console.ts";
import { isError } from "./diagnostics.ts";
import { openArchive, openOutput, ReaderGone, UsageError } from "./files.ts";
import { readInputs } from "./inputs.ts";
import { sumUp } from "./report.ts";

const LIMITS = { batch: 2 ** 20, line: 2 ** 26 };

/** Exit codes as shells have them: 128 and the number of the signal that ended the program. */
const [INTERRUPTED, READER_GONE] = [130, 141];

/** How often the line of progress changes, in milliseconds. */
const TICK = 200;

/**
 * Filters archives; gives the exit code.
 * @throws {UsageError} when the schemas, an archive or an output cannot be used; when an archive is damaged, after all that can be read of it.
 */
export async function validate(options: ValidateOptions): Promise<number> {
  const plan = await planOf(options);
  const archives = options.inputs.map((file) => ({ file, ...openArchive(file) }));
  const [good, refused] = [await openOutput(options.good), await openOutput(options.refused)];
  const pool = poolOf(plan, options.workers, judgeOf(plan));
  const size = archives.some((one) => one.size === null) ? null : archives.reduce((sum, one) => sum + (one.size ?? 0), 0);
  const started = performance.now();
  let shown = started;
  let stopped = false;
  const stop = (): void => void (stopped = true);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  async function* sources(): AsyncGenerator<Source> {
    // Behind a pipe there may be somebody who sends a line and waits.
    for (const { file, chunks, size: known } of archives) yield { file, chunks: known === null ? withPauses(chunks) : chunks };
  }
  const tick = (tally: Tally): void => {
    const now = performance.now();
    if (options.quiet || now - shown < TICK) return;
    shown = now;
    const read = archives.reduce((sum, archive) => sum + archive.read(), 0);
    progress(progressLine({ tally, read, size, seconds: (now - started) / 1000 }), "");
  };
  let tally = EMPTY;
  let isRead = true;
  try {
    tally = await filterArchive(sources(), { pool, limits: LIMITS, good, refused, progress: tick, stopped: () => stopped });
    await good.close();
    await refused.close();
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error;
    isRead = false;
  } finally {
    await pool.close();
    for (const archive of archives) archive.close();
    progress(null);
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
  if (!isRead) return READER_GONE;
  if (!options.quiet) process.stderr.write(`${options.json ? summaryJson(tally) : summaryText(tally)}\n`);
  const faults = archives.flatMap((archive) => archive.fault() ?? []);
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  if (stopped) return INTERRUPTED;
  return tally.refused > 0 && !options.noFail ? 1 : 0;
}

async function planOf({ schemas, vendor, type, mode }: ValidateOptions): Promise<Plan> {
  const { files, name } = readInputs({ schemas });
  const { compile } = await import("./compile.ts");
  const { contract, diagnostics } = await compile({ files, name });
  if (diagnostics.some(isError))
    throw new UsageError(`The documents in ${schemas} have errors (${sumUp(diagnostics)}); hookwright check shows them.`);
  const asked = contract.vendors.filter((one) => vendor === null || one.vendor === vendor);
  if (asked.length === 0)
    throw new UsageError(
      `There is no vendor ${vendor ?? ""} in ${schemas}; there are ${contract.vendors.map((one) => one.vendor).join(", ")}.`,
    );
  if (type === null) {
    if (asked.every(({ events }) => events.length === 0))
      throw new UsageError("The documents hold no event; say with --as what each line is.");
    return { vendors: asked.map((one) => vendorPlan(one, null)), type: null, mode };
  }
  const holding = asked.filter(({ declarations }) => declarations.some((declaration) => declaration.name === type));
  const [only] = holding;
  if (only === undefined || holding.length > 1)
    throw new UsageError(
      only === undefined
        ? `No document declares the type ${type}.`
        : `${type} is a type of several vendors (${holding.map((one) => one.vendor).join(", ")}); say which with --vendor.`,
    );
  return { vendors: [vendorPlan(only, type)], type: { vendor: only.vendor, declaration: type }, mode };
}
