// `npm run bench:generate [runs]`: what the command costs as a process of its own, how that grows, where the time goes, and other generators on the same documents.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madeSubject, realSubjects, type Subject } from "./documents.ts";
import { type Cost, middle, processCost } from "./process-cost.ts";

const RUNS = Number(process.argv[2] ?? 5);
const COUNTS = [50, 150, 500, 1500, 5000];
const here = fileURLToPath(new URL(".", import.meta.url));
const cli = join(here, "..", "cli.js");
const rivals = "test/bench-generate/rivals";
const scratch = mkdtempSync(join(tmpdir(), "hookwright-bench-"));
const out = join(scratch, "out");
const say = (line: string): void => console.log(line);

interface Case {
  readonly name: string;
  readonly run: () => Cost | null;
}

let caches = 0;
const fresh = (): string => join(scratch, `cache-${(caches += 1)}`);
const generate = (args: readonly string[], cache: string): Cost | null =>
  processCost(cli, ["generate", "--out", out, ...args], { HOOKWRIGHT_CACHE: cache });
/** A run that has nothing to build on. */
const anew = (args: readonly string[]): Cost | null => (rmSync(out, { recursive: true, force: true }), generate(args, fresh()));

/** The costs of cases, run in turn, so that a change in the machine's speed meets all of them. */
function measured(cases: readonly Case[], runs: number): ReadonlyMap<string, Cost | null> {
  const costs = new Map(cases.map(({ name }): [string, (Cost | null)[]] => [name, []]));
  for (let round = 0; round < runs; round += 1) for (const { name, run } of cases) costs.get(name)?.push(run());
  return new Map([...costs].map(([name, all]) => [name, middle(all)]));
}

function table(title: string, costs: ReadonlyMap<string, Cost | null>): void {
  const [first] = costs.values();
  say(`\n${title}\n${"".padEnd(40)}${["wall s", "CPU s", "MiB", "CPU ratio"].map((head) => head.padStart(11)).join("")}`);
  for (const [name, cost] of costs) {
    const figures =
      cost === null
        ? ["fails"]
        : [cost.wall.toFixed(3), cost.cpu.toFixed(3), cost.memory.toFixed(0), (cost.cpu / (first?.cpu ?? Number.NaN)).toFixed(2)];
    say(`${name.padEnd(40)}${figures.map((figure) => figure.padStart(11)).join("")}`);
  }
}

const againstRivals = ({ schemas, json }: Subject): readonly Case[] => [
  { name: "hookwright --no-verify", run: () => anew(["--no-verify", "--schemas", schemas]) },
  ...(existsSync(join(rivals, "..", "node_modules")) ? readdirSync(rivals) : [])
    .filter((file) => file !== "read.mjs")
    .map((file) => ({ name: file.replace(".mjs", ""), run: () => processCost(join(rivals, file), [json, join(scratch, file)]) })),
];

function growth(): void {
  say(`\nhow it grows (--no-verify)\n${["components", "CPU s", "ms each", "MiB"].map((head) => head.padStart(12)).join("")}`);
  const empty = middle([anew(["--no-verify", "--schemas", madeSubject(scratch, 1).schemas])]);
  for (const count of COUNTS) {
    const { schemas } = madeSubject(scratch, count);
    const cost = middle(Array.from({ length: count > 1000 ? 1 : RUNS }, () => anew(["--no-verify", "--schemas", schemas])));
    const each = (((cost?.cpu ?? Number.NaN) - (empty?.cpu ?? 0)) * 1000) / count;
    say(
      [String(count), cost?.cpu.toFixed(3) ?? "fails", each.toFixed(2), cost?.memory.toFixed(0) ?? ""]
        .map((cell) => cell.padStart(12))
        .join(""),
    );
  }
}

say(`medians of ${RUNS} runs, each a fresh process (Node ${process.versions.node})`);
const warm = fresh();
anew([]);
generate([], warm);
const own: readonly Case[] = [
  { name: "generate, with verification", run: () => anew([]) },
  { name: "generate --no-verify", run: () => anew(["--no-verify"]) },
  { name: "generate, nothing changed", run: () => (generate([], warm), generate([], warm)) },
];
table("the schemas of this repository", measured(own, RUNS));
for (const subject of await realSubjects(scratch, say)) {
  const verified = { name: "hookwright, with verification", run: () => anew(["--schemas", subject.schemas]) };
  const cases = againstRivals(subject);
  table(subject.title, measured(subject.isLarge ? cases : [...cases, verified], subject.isLarge ? 1 : RUNS));
}
table("500 made components", measured(againstRivals(madeSubject(scratch, 500)), 1));
growth();
const stages = spawnSync(process.execPath, [join(here, "stages.js"), out], { encoding: "utf8" });
process.stdout.write(`\n${stages.stdout}${stages.stderr}`);
rmSync(scratch, { recursive: true, force: true });
