// How the tests run: from the repository's root, and with a last line that says how many passed.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", fileURLToPath(new URL("support/count-reporter.ts", import.meta.url))],
  },
});
