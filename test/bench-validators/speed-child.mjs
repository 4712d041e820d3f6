// One fresh process, one mode: times every workload, contenders interleaved in random order, and prints JSON. Arguments: mode, seed, quick or full, ids.
import { COMPETITORS } from "./competitors.mjs";
import { loaded } from "./lib/loaded.mjs";
import { randomFrom, shuffled } from "./lib/random.mjs";
import { quantile } from "./lib/statistics.mjs";
import { workloads } from "./lib/workloads.mjs";

const [wanted, seed, effort, ids] = process.argv.slice(2);
const mode = wanted === "asserted" ? "asserted" : "annotated";
const ROUNDS = effort === "quick" ? 5 : 15;
const SAMPLES = 3;
const WARM_UP_NS = effort === "quick" ? 15e6 : 40e6;
const SAMPLE_NS = 1e6;

const now = () => Number(process.hrtime.bigint());
const random = randomFrom(Number(seed));

function timed(kernel, rounds) {
  const start = now();
  const count = kernel(rounds);
  return { count, ns: now() - start };
}

function warm({ id, kernel, events }) {
  const expected = kernel(1);
  const start = now();
  while (now() - start < WARM_UP_NS) kernel(1);
  const best = Math.min(...[1, 2, 3].map(() => timed(kernel, 1).ns));
  return { id, kernel, events, expected, rounds: Math.max(1, Math.round(SAMPLE_NS / best)), slow: best > 4 * SAMPLE_NS, samples: [] };
}

/** @returns {Record<string, number>} nanoseconds an event; other processes only ever add time, so it is the 10th percentile */
function measured(workload, contenders) {
  const entries = contenders.map(warm);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { id, kernel, events, expected, rounds, slow, samples } of shuffled(entries, random)) {
      globalThis.gc?.({ type: "minor" }); // Nobody works among the garbage of whoever came before.
      for (let i = 0; i < (slow ? 1 : SAMPLES); i++) {
        const { count, ns } = timed(kernel, rounds);
        if (count !== expected * rounds) throw new Error(`${workload}, ${id}: counted ${count} and not ${expected * rounds}`);
        samples.push(ns / rounds / events);
      }
    }
  }
  return Object.fromEntries(entries.map(({ id, samples }) => [id, quantile(samples, 0.1)]));
}

const entrants = [];
for (const competitor of COMPETITORS) {
  if (ids.split(",").includes(competitor.id)) entrants.push({ competitor, judges: await loaded(competitor, mode) });
}
const results = {};
for (const { id, contenders } of workloads(entrants)) results[id] = measured(id, contenders);
console.log(JSON.stringify({ mode, results }));
