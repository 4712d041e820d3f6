// The test of this example: `npm run test:receivers` at the top of the repository.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { root: import.meta.dirname, include: ["*.test.ts"] } });
