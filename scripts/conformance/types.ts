// Holds the types of all schemas of the official JSON Schema test suite against its values: `npm run conformance:types`. With `--missed` it also
// lists the invalid values that the types let pass.
import { judgeTypes, type Verdict } from "./judge-types.ts";
import { casesOf, type Draft, DRAFTS, MISSING, remoteDocuments } from "./suite.ts";

/** Which part of the invalid values a draft's types must refuse: what they did when this was written, and a little less. */
const GOALS: { readonly [folder: string]: number } = { draft4: 0.7, draft6: 0.74, draft7: 0.75, "draft2019-09": 0.7, "draft2020-12": 0.7 };

const WIDTHS = [14, 9, 15, 22, 11];

const row = (cells: readonly string[]): string =>
  `${cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0))).join("")}\n`;

/** Prints one line of the table, and what is wrong; says whether the goals are met. */
function judged({ folder }: Draft, { schemas, untyped, instances, milliseconds }: Verdict): boolean {
  const invalid = instances.filter(({ valid }) => !valid);
  const missed = invalid.filter(({ refused }) => !refused);
  const wronged = instances.filter(({ valid, refused }) => valid && refused);
  const part = (invalid.length - missed.length) / invalid.length;
  const share = `${invalid.length - missed.length}/${invalid.length}, ${(100 * part).toFixed(1)} %`;
  process.stdout.write(row([folder, `${schemas}`, `${wronged.length}`, share, `${Math.round(milliseconds)} ms`]));
  for (const { name } of wronged) process.stdout.write(`  valid, and refused by its type: ${name}\n`);
  for (const problem of untyped) process.stdout.write(`  no type: ${problem}\n`);
  if (process.argv.includes("--missed"))
    for (const { name } of missed) process.stdout.write(`  invalid, and accepted by its type: ${name}\n`);
  return wronged.length === 0 && untyped.length === 0 && part >= (GOALS[folder] ?? 0);
}

const documents = remoteDocuments();
process.stdout.write(row(["draft", "schemas", "valid refused", "invalid refused", "time"]));
for (const draft of DRAFTS) {
  const cases = casesOf(draft)?.filter(({ part }) => part === "mandatory");
  if (cases === undefined) {
    process.stdout.write(`${MISSING}\n`);
    process.exitCode = 1;
    break;
  }
  if (!judged(draft, await judgeTypes(cases, draft.dialect, documents))) process.exitCode = 1;
}
