// How many bytes a competitor adds to a bundle: esbuild's minified output for the Codat event with formats, as it is and compressed.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { smallBundle } from "./build.mjs";

/** @typedef {{ minified: number, gzip: number }} Size */

/** @returns {Size} */
function sizeOf(file) {
  const bytes = readFileSync(file);
  return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

/**
 * @param {readonly import("./competitors.mjs").Competitor[]} competitors
 * @returns {Record<string, { is: Size, issues: Size }>} of the verdict alone and of the list of issues alone
 */
export const sizes = (competitors) =>
  Object.fromEntries(competitors.map(({ id }) => [id, { is: sizeOf(smallBundle(id, "is")), issues: sizeOf(smallBundle(id, "issues")) }]));
