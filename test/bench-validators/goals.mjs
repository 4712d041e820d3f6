// The goals for our own code, and whether the figures of a run meet them.
import { HAND } from "./competitors.mjs";
import { median } from "./lib/statistics.mjs";
import { MODES, VENDORS } from "./lib/schemas.mjs";
import { COLUMNS, PARSE } from "./lib/workloads.mjs";

/** How far a figure may be off on a noisy machine before the gate closes; sizes are exact. */
const MARGIN = { speed: 1.25, cold: 2, size: 1 };

/** Times hand-written; a text's verdict: times JSON.parse alone. */
const MOST = {
  asserted: { valid: 1.1, oneWrong: 1.1, listValid: 1.2, listOne: 1.2, listFive: 1.2, text: 1.35 },
  annotated: { valid: 1.1, oneWrong: 1.1, listValid: 1.1, listOne: 1.1, listFive: 1.1 },
};
const MOST_BYTES = { is: 1200, issues: 2000 };
const MOST_COLD_MS = 0.6;

/**
 * Ratios are taken inside each process, since a process has its own luck with memory and code.
 * @param {readonly import("./speed.mjs").Run[]} runs of one mode
 * @returns {number[]}
 */
export const ratios = (runs, workload, id, reference) =>
  runs.map(({ results }) => results[workload]?.[id] / results[workload]?.[reference]).filter((ratio) => !Number.isNaN(ratio));

/** @typedef {{ what: string, figure: number, most: number, unit: string, met: boolean, tolerable: boolean }} Goal */

/** @returns {Goal} `tolerable` says whether it is met, but perhaps for the noise */
const goal = (what, figure, most, unit, margin) => ({ what, figure, most, unit, met: figure <= most, tolerable: figure <= most * margin });

function speedGoals(id, runs, mode) {
  const goals = [];
  for (const vendor of VENDORS) {
    for (const [column, most] of Object.entries(MOST[mode])) {
      const workload = `${vendor}.${column}`;
      const reference = column === "text" ? PARSE : HAND;
      const found = ratios(runs, workload, id, reference);
      const title = COLUMNS.find((one) => one.id === column)?.title;
      if (found.length > 0) goals.push(goal(`${vendor}, ${title}, ${mode}`, median(found), most, `× ${reference}`, MARGIN.speed));
    }
  }
  return goals;
}

/** Never behind a rival: one goal a workload, against whoever is fastest there. */
function rivalGoals(id, runs, mode, rivals) {
  return Object.keys(runs[0]?.results ?? {}).flatMap((workload) => {
    const fastest = rivals
      .map((rival) => ({ rival, found: ratios(runs, workload, id, rival.id) }))
      .filter(({ found }) => found.length > 0)
      .map(({ rival, found }) => ({ rival, ratio: median(found) }))
      .sort((a, b) => b.ratio - a.ratio)[0];
    return fastest === undefined
      ? []
      : [goal(`${workload}, ${mode}, fastest rival`, fastest.ratio, 1, `× ${fastest.rival.name}`, MARGIN.speed)];
  });
}

/**
 * The goals for one competitor.
 * @param {string} id
 * @param {{ runs: readonly import("./speed.mjs").Run[], size?: object, cold?: object }} figures
 * @param {readonly import("./competitors.mjs").Competitor[]} rivals
 * @returns {Goal[]}
 */
export function goalsOf(id, { runs, size, cold }, rivals) {
  const goals = [];
  for (const mode of MODES) {
    const mine = runs.filter((run) => run.mode === mode);
    goals.push(...speedGoals(id, mine, mode), ...rivalGoals(id, mine, mode, rivals));
  }
  for (const kind of ["is", "issues"]) {
    const title = kind === "is" ? "isX" : "validateX";
    if (size) goals.push(goal(`${title}, gzip`, size[id][kind].gzip, MOST_BYTES[kind], "bytes", MARGIN.size));
    if (cold) goals.push(goal(`${title}, cold`, cold[id][kind], MOST_COLD_MS, "ms", MARGIN.cold));
  }
  return goals;
}
