// Where the program of an archive's worker threads stands in the build.
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

export const archiveWorker = (): string => join(packageRoot(), "dist/scripts/archive/worker.js");
