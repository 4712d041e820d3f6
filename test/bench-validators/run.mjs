// npm run bench:validate: our validators against hand-written code and other libraries. The options are in README.md.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { COMPETITORS, HAND } from "./competitors.mjs";

if (!existsSync(new URL("node_modules/esbuild", import.meta.url))) {
  console.error("The libraries to measure against are missing. Install them with:\n  npm ci --prefix test/bench-validators");
  process.exit(1);
}

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    procs: { type: "string" },
    size: { type: "boolean", default: false },
    cold: { type: "boolean", default: false },
    gate: { type: "boolean", default: false },
  },
});

const known = COMPETITORS.map(({ id }) => id);
const wanted = options.only?.split(",") ?? known;
const unknown = wanted.filter((id) => !known.includes(id));
const procs = Number(options.procs ?? (options.quick ? 1 : 3));
if (unknown.length > 0 || !Number.isInteger(procs) || procs < 1) {
  console.error(unknown.length > 0 ? `--only knows ${known.join(", ")}, and not ${unknown.join(", ")}` : "--procs takes a whole number");
  process.exit(1);
}

const say = (...lines) => console.log(lines.join("\n"));
const { buildCompetitor, buildEmpty, cleanBuild } = await import("./build.mjs");

/** Builds who is wanted; the ceiling always takes part. */
async function built() {
  cleanBuild();
  await buildEmpty();
  const ready = [];
  for (const competitor of COMPETITORS.filter(({ id }) => id === HAND || wanted.includes(id))) {
    const reason = await buildCompetitor(competitor);
    if (reason === undefined) ready.push(competitor);
    else say(`${competitor.name} is left out: ${reason}`);
  }
  return ready;
}

const competitors = await built();
const { wrongIn } = await import("./compare.mjs");
const wrong = await wrongIn(competitors);
if (wrong.length > 0) {
  say("Wrong answers, so nothing is timed:", ...wrong);
  process.exit(1);
}
say(`${competitors.length} competitors give the same verdicts on every event`);

const everything = !options.size && !options.cold;
const { coldLines, goalLines, noteLines, sizeLines, speedLines } = await import("./report.mjs");
/** @type {{ runs: import("./speed.mjs").Run[], size?: object, cold?: object }} */
const figures = { runs: [] };
if (everything) {
  const { speedRuns } = await import("./speed.mjs");
  figures.runs = speedRuns(competitors, { procs, quick: options.quick }, say);
  say(...speedLines(figures.runs, competitors));
}
if (everything || options.size) {
  const { sizes } = await import("./size.mjs");
  figures.size = sizes(competitors);
  say(...sizeLines(figures.size, competitors));
}
if (everything || options.cold) {
  const { coldStarts } = await import("./cold.mjs");
  figures.cold = coldStarts(competitors, options.quick ? 5 : 15);
  say(...coldLines(figures.cold, competitors));
}

say(...noteLines(competitors));

const { goalsOf } = await import("./goals.mjs");
const rivals = competitors.filter(({ id, ours }) => !ours && id !== HAND);
const ours = competitors.filter((competitor) => competitor.ours);
const judged = ours.map(({ id, name }) => ({ name, goals: goalsOf(id, figures, rivals) }));
for (const { name, goals } of judged) say(...goalLines(name, goals));

// The gate looks at what our compiler makes of the rivals' schemas; at the committed package only while there is nothing else, since its documents ask for other things.
if (options.gate) {
  const missed = judged[0]?.goals.filter(({ tolerable }) => !tolerable) ?? [];
  say("", missed.length === 0 ? "gate: open" : `gate: closed, ${missed.length} goals of ${judged[0].name} are missed beyond the noise`);
  if (missed.length > 0) process.exitCode = 1;
}
