// The first half of our compiler as a voice: a linked schema, read by the plain interpreter of linked declarations in test/support.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { Refusal } from "./ours.mjs";

const path = (relative) => JSON.stringify(fileURLToPath(new URL(relative, import.meta.url)));
const ENTRY = `export { linkSchema } from ${path("../../scripts/linking/link-schema.ts")};
export { passesPlainly } from ${path("../support/plain-reading.ts")};
`;

/** @returns {Promise<import("./voices.mjs").Voice>} */
export async function linked() {
  const folder = mkdtempSync(join(tmpdir(), "hookwright-fuzz-"));
  try {
    writeFileSync(join(folder, "entry.ts"), ENTRY);
    const bundle = await rolldown({ input: join(folder, "entry.ts"), platform: "node", logLevel: "silent" });
    await bundle.write({ file: join(folder, "linked.mjs"), format: "esm" });
    const { linkSchema, passesPlainly } = await import(pathToFileURL(join(folder, "linked.mjs")).href);
    return async (schema, draft) => {
      const { declarations, problems } = linkSchema(JSON.parse(JSON.stringify(schema)), {
        name: "Value",
        dialect: draft.dialect,
        documents: new Map(),
        formats: "annotate",
      });
      if (problems.length > 0) throw new Refusal(JSON.stringify(problems).slice(0, 600));
      return (value) => passesPlainly(declarations, value);
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
