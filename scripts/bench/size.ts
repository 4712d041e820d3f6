// `npm run size [starts]`: how many bytes the package brings into an application, and how long it takes to load. Fails above the bytes that are held.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundled } from "./bundled.ts";
import { installedPackage } from "./installed-package.ts";
import { type SizeSubject, sizeSubjects } from "./size-subjects.ts";
import { startTimes } from "./start-times.ts";

const STARTS = Number(process.argv[2] ?? 25);
const scratch = mkdtempSync(join(tmpdir(), "hookwright-size-"));
const say = (line: string): void => console.log(line);
const row = (title: string, figures: readonly string[]): string =>
  `${title.padEnd(64)}${figures.map((figure) => figure.padStart(11)).join("")}`.trimEnd();

/** Prints the sizes; gives the titles of those above what is held. */
async function sizes(subjects: readonly SizeSubject[]): Promise<readonly string[]> {
  say(row("\nminified by esbuild", ["bytes", "gzipped", "goal", "held", "an SDK's"]));
  const above: string[] = [];
  for (const { title, imports, goal, most, sdk } of subjects) {
    const { bytes, gzipped } = await bundled(scratch, imports);
    say(
      row(
        title,
        [bytes, gzipped, goal, most, sdk].map((figure) => figure?.toLocaleString("en") ?? ""),
      ),
    );
    if (most !== undefined && gzipped > most) above.push(title);
  }
  return above;
}

/** Prints how long it takes to load the package. A busy machine is slow at times, so nothing fails here. */
async function starts(subjects: readonly SizeSubject[]): Promise<void> {
  say(row(`\nimport and first verdict, medians of ${STARTS} fresh processes`, ["ms", "goal", "an SDK's"]));
  for (const { title, time, goal, sdk } of await startTimes(scratch, subjects, STARTS))
    say(row(title, [time.toFixed(1), goal?.toFixed(1) ?? "", sdk ?? ""]));
}

try {
  const subjects = sizeSubjects(installedPackage(scratch));
  const above = await sizes(subjects);
  await starts(subjects);
  if (above.length > 0) say(`\nabove what is held: ${above.join("; ")}`);
  process.exitCode = above.length > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
