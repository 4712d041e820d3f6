// Where the time of one run goes: the stages, one after the other in one process, with the loading of their modules.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

async function timed<T>(stage: string, work: () => Promise<T> | T): Promise<T> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `  ${stage.padEnd(34)}${(performance.now() - start).toFixed(0).padStart(7)}${((user + system) / 1000).toFixed(0).padStart(10)}`,
  );
  return result;
}

console.log(`where it goes                           wall ms    CPU ms`);
const { readSchemas, stage } = await timed("load the disk functions", () => import("../files.ts"));
const { files } = await timed("read the documents", () => readSchemas("schemas"));
const { compile } = await timed("load the pipeline", () => import("../compile.ts"));
const output = await timed("compile, first time", () => compile({ files }));
await timed("compile, second time", () => compile({ files }));
const tree = new Map(Object.entries(output.files));
const scratch = mkdtempSync(join(tmpdir(), "hookwright-stages-"));
const directory = await timed("write the staged tree", () => stage(join(scratch, "out"), tree));
const { verify } = await timed("load the verification", () => import("../verify.ts"));
await timed("verify", () => verify({ directory, files: tree, contracts: output.contract.vendors }));
rmSync(scratch, { recursive: true, force: true });
