// Writes every competitor's modules to build/generated/ and bundles them to build/: one bundle a mode for the speed, small ones for size and cold start.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { MODES, VENDORS } from "./lib/schemas.mjs";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** The bundle with all four functions of a competitor: codatIs, codatIssues, railzIs, railzIssues. */
export const speedBundle = (id, mode) => `${FOLDER}build/speed/${id}.${mode}.mjs`;

/** The minified bundle with `judge`, of the Codat event with formats asserted (or of nothing, for id "empty"). */
export const smallBundle = (id, kind) => `${FOLDER}build/small/${id}.${kind}.mjs`;

/** @param {string} entry the text of a module in build/generated/ */
async function bundle(entry, outfile, minify) {
  await build({
    stdin: { contents: entry, resolveDir: `${FOLDER}build/generated` },
    outfile,
    minify,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    conditions: ["import", "module"],
    legalComments: "none",
    logLevel: "error",
  });
}

/** Nothing but a function: what import and call cost at least. */
export async function buildEmpty() {
  await bundle("export const judge = (value) => typeof value === 'object';", smallBundle("empty", "is"), true);
}

/**
 * Builds one competitor.
 * @param {import("./competitors.mjs").Competitor} competitor
 * @returns {Promise<string | undefined>} why it is left out, if so
 */
export async function buildCompetitor({ id, maker, modes = MODES }) {
  const { modules, missing = () => undefined } = await import(`./generators/${maker}.mjs`);
  const reason = missing();
  if (reason !== undefined) return reason;
  for (const mode of modes) {
    const entry = [];
    for (const vendor of VENDORS) {
      const texts = await modules({ id, vendor, mode });
      for (const kind of ["is", "issues"]) {
        const file = `${id}.${vendor}.${mode}.${kind}.mjs`;
        writeFileSync(`${FOLDER}build/generated/${file}`, texts[kind]);
        entry.push(`export { ${kind} as ${vendor}${kind === "is" ? "Is" : "Issues"} } from "./${file}";`);
        if (vendor === "codat" && mode === "asserted")
          await bundle(`export { ${kind} as judge } from "./${file}";`, smallBundle(id, kind), true);
      }
    }
    await bundle(entry.join("\n"), speedBundle(id, mode), false);
  }
  return undefined;
}

/** Empties build/. */
export function cleanBuild() {
  rmSync(`${FOLDER}build`, { recursive: true, force: true });
  mkdirSync(`${FOLDER}build/generated`, { recursive: true });
}
