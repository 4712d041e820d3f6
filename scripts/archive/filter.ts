// An archive as a stateless filter: good lines go one way, refused ones another, and nothing is lost.
import type { Output } from "../files/open-output.ts";
import { batchesOf, type Limits } from "./batches.ts";
import type { Judged } from "./judge.ts";
import { LONG_LINE_TALLY, longLineRecord } from "./long-line.ts";
import { PAUSE } from "./pauses.ts";
import type { Pool } from "./pool.ts";
import { added, EMPTY, type Tally } from "./tally.ts";

/** One file of an archive, or the standard input. */
export interface Source {
  readonly file: string;
  /** Its bytes, and the pauses in which nothing comes, where somebody may be waiting for answers. */
  readonly chunks: AsyncIterable<Uint8Array | typeof PAUSE>;
}

export interface Filter {
  readonly pool: Pool;
  readonly limits: Limits;
  readonly good: Output;
  readonly refused: Output;
  /** Called after each batch that was written. */
  readonly progress: (tally: Tally) => void;
  /** Whether to end early: what was read is written, the rest is left. */
  readonly stopped: () => boolean;
}

/** Filters sources one after the other; gives the counts of all. */
export async function filterArchive(sources: AsyncIterable<Source>, filter: Filter): Promise<Tally> {
  const { pool, limits, good, refused, progress, stopped } = filter;
  let tally = EMPTY;
  const under: Promise<Judged>[] = [];
  const write = async (judged: Promise<Judged> | undefined): Promise<void> => {
    if (judged === undefined) return;
    const { good: lines, refused: records, tally: counted } = await judged;
    await good.write(lines);
    await refused.write(records);
    tally = added(tally, counted);
    progress(tally);
  };
  const record = longLineRecord(limits.line);
  for await (const { file, chunks } of sources) {
    for await (const part of batchesOf(file, chunks, limits)) {
      if (part === PAUSE) {
        while (under.length > 0) await write(under.shift());
      } else if ("bytes" in part) {
        const judged = pool.judge(part);
        // Awaited later; until then a failure must not count as one that nobody handles.
        judged.catch(() => {});
        under.push(judged);
        while (under.length >= pool.width()) await write(under.shift());
      } else {
        while (under.length > 0) await write(under.shift());
        await refused.write(record(part));
        if (!part.more) tally = added(tally, LONG_LINE_TALLY);
      }
      if (stopped()) break;
    }
    if (stopped()) break;
  }
  while (under.length > 0) await write(under.shift());
  return tally;
}
