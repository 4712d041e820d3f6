// What this build of Hookwright is: a stamp that changes when its code or its templates do.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./hash.ts";
import { packageRoot } from "./package-root.ts";

/** Sizes and times of all files are enough: a memo that is thrown away too often costs a second, and nothing else. */
export function buildStamp(): string {
  const files = ["dist/scripts", "templates"]
    .map((name) => join(packageRoot(), name))
    .flatMap((directory) =>
      readdirSync(directory, { recursive: true, encoding: "utf8" })
        .toSorted()
        .map((path) => {
          const { size, mtimeMs } = statSync(join(directory, path));
          return `${path} ${size} ${mtimeMs}`;
        }),
    );
  return sha256([process.version, ...files].join("\n"));
}
