// How long it takes a fresh process to load the package and to judge a first value, over one that loads an empty module.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "./bundled.ts";
import { median } from "./process-cost.ts";
import type { SizeSubject } from "./size-subjects.ts";

export interface StartTime {
  readonly title: string;
  /** Milliseconds. */
  readonly time: number;
  readonly goal?: number;
  readonly sdk?: string;
}

/** A program that tells how long it takes to import a module and to call what it exports. */
const probe = (specifier: string): string => `
const begun = performance.now();
for (const parse of Object.values(await import("${specifier}")))
  try {
    parse("{}");
  } catch {}
console.log(performance.now() - begun);
`;

/** The times of the first subject: bundled, and as it is installed. */
export async function startTimes(application: string, [first]: readonly SizeSubject[], runs: number): Promise<readonly StartTime[]> {
  if (first === undefined) return [];
  await bundled(application, first.imports, "bundled.mjs");
  writeFileSync(join(application, "empty.mjs"), "export {};\n");
  writeFileSync(join(application, "installed.mjs"), first.imports);
  const programs = ["empty", "bundled", "installed"];
  for (const name of programs) writeFileSync(join(application, `start-${name}.mjs`), probe(`./${name}.mjs`));
  const times = new Map(programs.map((name): [string, number[]] => [name, []]));
  // In turn, so that a change in the machine's speed meets all of them.
  for (let run = 0; run < runs; run += 1)
    for (const name of programs) {
      const { stdout } = spawnSync(process.execPath, [join(application, `start-${name}.mjs`)], { encoding: "utf8" });
      times.get(name)?.push(Number(stdout));
    }
  const over = (name: string): number => median(times.get(name) ?? []) - median(times.get("empty") ?? []);
  return [
    { title: `${first.title}, bundled`, time: over("bundled"), goal: 2 },
    { title: `${first.title}, as it is installed`, time: over("installed"), sdk: "91 to 125" },
  ];
}
