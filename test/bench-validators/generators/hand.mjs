// The hand-written validators, with their formats or with none.
import { readFileSync } from "node:fs";

export function modules({ vendor, mode }) {
  const source = readFileSync(new URL(`../hand/${vendor}.mjs`, import.meta.url), "utf8")
    .replace("./formats.mjs", mode === "asserted" ? "../../hand/formats.mjs" : "../../hand/no-formats.mjs")
    .replace("./issue.mjs", "../../hand/issue.mjs");
  return { is: source, issues: source };
}
