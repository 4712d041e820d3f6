// What a run of the fuzz says at its end: a table a draft, the faults that were met, and the records that nothing explains.
import { FAULTS } from "./faults.mjs";

const percent = (part, whole) => `${whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10} %`;

/** @param {readonly (readonly string[])[]} rows */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  "))
    .join("\n");
}

/** @param {readonly any[]} runs */
export function report(runs) {
  const own = Object.keys(runs[0].tally.own);
  const rivals = Object.keys(runs[0].tally.rivals);
  const row = (title, cell) => [title, ...runs.map((run) => String(cell(run)))];
  const rows = [
    row("draft", ({ draft }) => draft.name),
    row("schemas", ({ tally }) => tally.schemas),
    row("instances", ({ tally }) => tally.instances),
    row("valid", ({ tally }) => percent(tally.valid, tally.instances)),
    ...own.map((name) => row(`${name}: refused to compile`, ({ tally }) => tally.own[name].refused)),
    ...rivals.flatMap((name) => [
      row(`${name}: verdicts compared`, ({ tally }) => tally.rivals[name].compared),
      row(`${name}: schemas refused`, ({ tally }) => tally.rivals[name].refused),
      row(`${name}: explained disagreements`, ({ tally }) => tally.rivals[name].explained),
    ]),
    ...FAULTS.map(({ name }) => row(`fault: ${name}`, ({ tally }) => tally.faults[name])),
    row("unexplained", ({ tally }) => tally.unexplained),
    ...own.map((name) =>
      row(`instances/s, ${name} with compilation`, ({ tally }) => Math.round(tally.instances / (tally.own[name].spent / 1000))),
    ),
    row("instances/s, everybody", ({ tally, seconds }) => Math.round(tally.instances / seconds)),
  ];
  const records = runs.flatMap(({ draft, records: found }) =>
    found.map(({ seed, voice, expected, got, schema, text, times }) =>
      [
        `\ndraft ${draft.name}, seed ${seed}${times > 1 ? ` and ${times - 1} more like it` : ""}: ${voice} says ${got}, the specification ${expected}`,
        `  schema   ${JSON.stringify(schema)}`,
        `  instance ${text}`,
      ].join("\n"),
    ),
  );
  return `${table(rows)}\n${records.join("\n")}\n`;
}
