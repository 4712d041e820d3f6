// The figures as tables.
import { HAND } from "./competitors.mjs";
import { ratios } from "./goals.mjs";
import { median } from "./lib/statistics.mjs";
import { MODES, VENDORS } from "./lib/schemas.mjs";
import { COLUMNS, PARSE } from "./lib/workloads.mjs";

/** One for each vendor, and one for both. */
const TABLES = [
  ...VENDORS.map((vendor) => ({ title: vendor, workloads: COLUMNS.map(({ id, title }) => ({ id: `${vendor}.${id}`, title })) })),
  { title: "both", workloads: [{ id: "mixed", title: "1,000 mixed events" }] },
];

const ns = (value) => (value >= 1000 ? String(Math.round(value)) : value.toFixed(value >= 100 ? 0 : 1));

/** Columns as wide as what is in them: the first to the left, the others to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return rows.map((row) => row.map(cell).join("  ").trimEnd());
}

const figures = (runs, workload, id) => runs.map(({ results }) => results[workload]?.[id]).filter((value) => value !== undefined);

function cellOf(runs, workload, id, reference) {
  const found = figures(runs, workload, id);
  if (found.length === 0) return "";
  const ratio = ratios(runs, workload, id, reference);
  return ratio.length === 0 ? ns(median(found)) : `${ns(median(found))} ${median(ratio).toFixed(2)}`;
}

/** How far the processes are apart: the largest ratio over the smallest, median over the rows. */
function spread(runs, workload, ids) {
  const apart = ids.flatMap((id) => {
    const found = ratios(runs, workload, id, HAND);
    return found.length === 0 ? [] : [Math.max(...found) / Math.min(...found)];
  });
  return apart.length === 0 ? "" : `${((median(apart) - 1) * 100).toFixed(0)} %`;
}

function speedTable(runs, title, workloads, competitors) {
  const shown = competitors.filter(({ id }) => workloads.some(({ id: workload }) => figures(runs, workload, id).length > 0));
  const row = ({ id, name }) => [name, ...workloads.map((workload) => cellOf(runs, workload.id, id, HAND))];
  const rows = [[title, ...workloads.map((workload) => workload.title)], ...shown.map(row)];
  const parse = workloads.map((workload) => cellOf(runs, workload.id, PARSE, HAND));
  if (parse.some((text) => text !== "")) rows.push([PARSE, ...parse]);
  const others = shown.map(({ id }) => id).filter((id) => id !== HAND);
  if (runs.length > 1) rows.push(["spread", ...workloads.map((workload) => spread(runs, workload.id, others))]);
  return table(rows);
}

/** How many times as long as one of ours each rival takes. */
function rivalTable(runs, title, workloads, ours, rivals) {
  const shown = rivals.filter(({ id }) => workloads.some(({ id: workload }) => figures(runs, workload, id).length > 0));
  const cell = (workload, id) => {
    const found = ratios(runs, workload, id, ours.id);
    return found.length === 0 ? "" : median(found).toFixed(2);
  };
  const row = ({ id, name }) => [name, ...workloads.map((workload) => cell(workload.id, id))];
  return table([[`${title}, times ${ours.name}`, ...workloads.map((workload) => workload.title)], ...shown.map(row)]);
}

/**
 * @param {readonly import("./speed.mjs").Run[]} all
 * @param {readonly import("./competitors.mjs").Competitor[]} competitors
 * @returns {string[]} lines
 */
export function speedLines(all, competitors) {
  const lines = [];
  const ours = competitors.filter((competitor) => competitor.ours);
  const rivals = competitors.filter((competitor) => !competitor.ours && competitor.id !== HAND);
  for (const mode of MODES) {
    const runs = all.filter((run) => run.mode === mode);
    if (runs.length === 0) continue;
    lines.push("", `== Formats ${mode}: ns an event, times hand-written ==`);
    for (const { title, workloads } of TABLES) {
      lines.push("", ...speedTable(runs, title, workloads, competitors));
      const measured = ours.filter(({ modes = MODES }) => modes.includes(mode));
      for (const one of measured) lines.push("", ...rivalTable(runs, title, workloads, one, rivals));
    }
  }
  return lines;
}

/** @returns {string[]} what to know about single rows */
export const noteLines = (competitors) => [
  "",
  ...competitors.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`])),
];

/** @returns {string[]} lines: bytes minified and gzipped, of the verdict and of the list of issues */
export function sizeLines(size, competitors) {
  const bytes = ({ minified, gzip }) => [minified.toLocaleString("en"), gzip.toLocaleString("en")];
  const rows = competitors.map(({ id, name }) => [name, ...bytes(size[id].is), ...bytes(size[id].issues)]);
  const head = ["Codat, formats asserted", "is, minified", "gzip", "issues, minified", "gzip"];
  return ["", "== Size in bytes ==", "", ...table([head, ...rows])];
}

/** @returns {string[]} lines: milliseconds over an empty module */
export function coldLines(cold, competitors) {
  const rows = competitors.map(({ id, name }) => [name, cold[id].is.toFixed(2), cold[id].issues.toFixed(2)]);
  return [
    "",
    "== Import and first verdict, ms over an empty module ==",
    "",
    ...table([["Codat, formats asserted", "is", "issues"], ...rows]),
  ];
}

/** @returns {string[]} lines: each goal beside its figure */
export function goalLines(name, goals) {
  const verdict = ({ met, tolerable }) => (met ? "met" : tolerable ? "missed, within the noise" : "MISSED");
  const rows = goals.map((goal) => [
    goal.what,
    goal.figure.toFixed(goal.unit === "bytes" ? 0 : 2),
    String(goal.most),
    goal.unit,
    verdict(goal),
  ]);
  const met = goals.filter((goal) => goal.met).length;
  return ["", `== Goals, ${name}: ${met} of ${goals.length} met ==`, "", ...table([["", "figure", "at most", "", ""], ...rows])];
}
