// Loaded before a program: at its end it tells the CPU time (microseconds, with that of finished children where /proc says it) and the peak memory (KiB).
import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second here. */
const TICK = 10_000;

function childrenCpu(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return 0;
  }
}

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(`hookwright-cost ${Math.round(userCPUTime + systemCPUTime + childrenCpu())} ${maxRSS}\n`);
});
