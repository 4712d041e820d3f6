// Starts fresh processes for the speed, one after another, the modes in turn.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MODES } from "./lib/schemas.mjs";

const CHILD = fileURLToPath(new URL("speed-child.mjs", import.meta.url));
/**
 * On a busy machine V8's helper threads starve and nothing gets warm, so that compiler and collector run on the main thread. The young generation has
 * the size that it grows to in a server, and is emptied between contenders: left to itself, it would grow with the garbage that the others make.
 */
const FLAGS = [
  "--no-concurrent-recompilation",
  "--single-threaded-gc",
  "--min-semi-space-size=16",
  "--max-semi-space-size=16",
  "--expose-gc",
  "--disable-warning=ExperimentalWarning",
];

/** @typedef {{ mode: "asserted" | "annotated", results: Record<string, Record<string, number>> }} Run */

/**
 * @param {readonly import("./competitors.mjs").Competitor[]} competitors
 * @param {{ procs: number, quick: boolean }} options
 * @param {(line: string) => void} say
 * @returns {Run[]} one a process and mode; a workload's results are nanoseconds an event by competitor
 */
export function speedRuns(competitors, { procs, quick }, say) {
  const runs = [];
  for (let seed = 1; seed <= procs; seed++) {
    for (const mode of seed % 2 === 1 ? MODES : MODES.toReversed()) {
      const ids = competitors.filter(({ modes = MODES }) => modes.includes(mode)).map(({ id }) => id);
      const start = Date.now();
      const child = spawnSync(process.execPath, [...FLAGS, CHILD, mode, String(seed), quick ? "quick" : "full", ids.join(",")], {
        encoding: "utf8",
      });
      if (child.status !== 0) throw new Error(`formats ${mode}: ${child.stderr.slice(-2000)}`);
      runs.push(JSON.parse(child.stdout));
      say(`process ${seed} of ${procs}, formats ${mode}: ${Math.round((Date.now() - start) / 1000)} s`);
    }
  }
  return runs;
}
