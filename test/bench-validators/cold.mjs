// What the first verdict costs in a fresh process: import and call, over those of an empty module.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { smallBundle } from "./build.mjs";
import { eventsOf } from "./lib/events.mjs";
import { randomFrom, shuffled } from "./lib/random.mjs";
import { quantile } from "./lib/statistics.mjs";

const CHILD = fileURLToPath(new URL("cold-child.mjs", import.meta.url));

const KINDS = /** @type {const} */ (["is", "issues"]);

function millisecondsOf(file, text) {
  const child = spawnSync(process.execPath, [CHILD, file, text], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${file}: ${child.stderr.slice(-2000)}`);
  const measured = JSON.parse(child.stdout);
  return measured.import + measured.first;
}

/**
 * @param {readonly import("./competitors.mjs").Competitor[]} competitors
 * @param {number} runs processes for each of them
 * @returns {Record<string, { is: number, issues: number }>} milliseconds over an empty module; the 20th percentile, since others only add time
 */
export function coldStarts(competitors, runs) {
  const [text] = eventsOf("codat").texts;
  const random = randomFrom(5);
  /** @type {{ id: string, kind: "is" | "issues", times: number[] }[]} */
  const jobs = [{ id: "empty", kind: "is", times: [] }];
  for (const { id } of competitors) for (const kind of KINDS) jobs.push({ id, kind, times: [] });
  for (let run = 0; run < runs; run++) {
    for (const { id, kind, times } of shuffled(jobs, random)) times.push(millisecondsOf(smallBundle(id, kind), text));
  }
  const [empty, ...others] = jobs.map(({ times }) => quantile(times, 0.2));
  return Object.fromEntries(competitors.map(({ id }, i) => [id, { is: others[2 * i] - empty, issues: others[2 * i + 1] - empty }]));
}
