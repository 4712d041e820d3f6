// `npm run bench:generate`: what the command costs as a process of its own, where the time goes, and json-schema-to-typescript on the same schemas.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RUNS = Number(process.argv[2] ?? 9);
const here = fileURLToPath(new URL(".", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "hookwright-bench-"));

/** What one process cost: seconds, and MiB of resident memory at most (its children's not counted). */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** Runs a module in a fresh process that tells its own cost at the end; its children's CPU time is counted on Linux. */
function cost(script: string, args: readonly string[], cache: string): Cost {
  const start = performance.now();
  const result = spawnSync(process.execPath, ["--import", join(here, "cost-probe.js"), script, ...args], {
    encoding: "utf8",
    env: { ...process.env, HOOKWRIGHT_CACHE: cache },
  });
  const wall = (performance.now() - start) / 1000;
  const told = /hookwright-cost (\d+) (\d+)\s*$/.exec(result.stderr);
  if (told === null || result.status !== 0) throw new Error(`${script} failed: ${result.stderr}`);
  return { wall, cpu: Number(told[1]) / 1e6, memory: Number(told[2]) / 1024 };
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

interface Case {
  readonly name: string;
  readonly run: (round: number) => Cost;
}

const cli = join(here, "..", "cli.js");
const fresh = (round: number): string => join(scratch, `fresh-${round}`);
const warm = join(scratch, "warm");
const rival = join(scratch, "rival.mjs");

writeFileSync(join(scratch, "schemas.json"), readFileSync("generated/contract.json"));
writeFileSync(
  rival,
  `import { readFileSync } from "node:fs";
import { compile } from ${JSON.stringify(import.meta.resolve("json-schema-to-typescript"))};
const { vendors } = JSON.parse(readFileSync(${JSON.stringify(join(scratch, "schemas.json"))}, "utf8"));
for (const [vendor, { declarations }] of Object.entries(vendors)) {
  const $defs = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(declarations).map(([name, { schema }]) => [name, schema]))).replace(/"\\$ref":"/g, '"$ref":"#/$defs/'));
  await compile({ $defs, type: "object" }, vendor, { unreachableDefinitions: true });
}
`,
);

const generate = (args: readonly string[], cache: string): Cost => cost(cli, ["generate", "--out", join(scratch, "out"), ...args], cache);
const cases: readonly Case[] = [
  {
    name: "generate, with verification",
    run: (round) => (rmSync(join(scratch, "out"), { recursive: true, force: true }), generate([], fresh(round))),
  },
  {
    name: "generate --no-verify",
    run: (round) => (rmSync(join(scratch, "out"), { recursive: true, force: true }), generate(["--no-verify"], fresh(round + RUNS))),
  },
  { name: "generate, nothing changed", run: () => generate([], warm) },
  { name: "json-schema-to-typescript alone", run: (round) => cost(rival, [], fresh(round)) },
];

generate([], warm);
const costs = new Map(cases.map(({ name }): [string, Cost[]] => [name, []]));
// Interleaved, so that a change in the machine's speed meets all of them.
for (let round = 0; round < RUNS; round += 1) for (const { name, run } of cases) costs.get(name)?.push(run(round));

const rivalCpu = median((costs.get("json-schema-to-typescript alone") ?? []).map(({ cpu }) => cpu));
console.log(`medians of ${RUNS} runs, each a fresh process (Node ${process.versions.node})`);
console.log(`${"".padEnd(36)}${["wall s", "CPU s", "MiB", "CPU / j-s-t-t", "wall min-max"].map((head) => head.padStart(15)).join("")}`);
for (const [name, all] of costs) {
  const [wall, cpu, memory] = [all.map((one) => one.wall), all.map((one) => one.cpu), all.map((one) => one.memory)];
  const cells = [
    median(wall).toFixed(3),
    median(cpu).toFixed(3),
    median(memory).toFixed(0),
    (median(cpu) / rivalCpu).toFixed(2),
    `${Math.min(...wall).toFixed(2)}-${Math.max(...wall).toFixed(2)}`,
  ];
  console.log(`${name.padEnd(36)}${cells.map((cell) => cell.padStart(15)).join("")}`);
}

const stages = spawnSync(process.execPath, [join(here, "stages.js"), join(scratch, "out")], { encoding: "utf8" });
process.stdout.write(stages.stdout + stages.stderr);
rmSync(scratch, { recursive: true, force: true });
