// What a program costs as a process of its own.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What one process cost: seconds, and MiB of resident memory at most (its children's not counted). */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

const PROBE = join(fileURLToPath(new URL(".", import.meta.url)), "cost-probe.js");

/** Runs a module in a fresh process that tells its own cost at the end; its children's CPU time is counted on Linux. Null when it fails. */
export function processCost(script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Cost | null {
  const start = performance.now();
  const result = spawnSync(process.execPath, ["--import", PROBE, script, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  const wall = (performance.now() - start) / 1000;
  const told = /hookwright-cost (\d+) (\d+)\s*$/.exec(result.stderr);
  return told === null || result.status !== 0 ? null : { wall, cpu: Number(told[1]) / 1e6, memory: Number(told[2]) / 1024 };
}

/** The middle one. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** The medians of several runs, or null when one failed. */
export function middle(costs: readonly (Cost | null)[]): Cost | null {
  const whole = costs.filter((cost) => cost !== null);
  if (whole.length < costs.length || whole.length === 0) return null;
  const of = (figure: keyof Cost): number => median(whole.map((cost) => cost[figure]));
  return { wall: of("wall"), cpu: of("cpu"), memory: of("memory") };
}
