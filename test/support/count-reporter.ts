// The last line of a test run: "N passed, N failed".
import type { Reporter, TestModule } from "vitest/node";

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
    const count = (state: string): number => states.filter((one) => one === state).length;
    const skipped = count("skipped");
    const line = `${count("passed")} passed, ${count("failed") + broken + errors.length} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
    process.on("exit", () => process.stdout.write(`${line}\n`));
  }
}
