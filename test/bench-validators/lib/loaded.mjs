// A competitor's functions, from its bundle.
import { speedBundle } from "../build.mjs";

/**
 * @param {import("../competitors.mjs").Competitor} competitor
 * @param {"asserted" | "annotated"} mode
 * @returns {Promise<Record<"codat" | "railz", { is: (value: unknown) => boolean, issues: (value: unknown) => readonly object[] | undefined }>>}
 */
export async function loaded({ id }, mode) {
  const bundle = await import(speedBundle(id, mode));
  return {
    codat: { is: bundle.codatIs, issues: bundle.codatIssues },
    railz: { is: bundle.railzIs, issues: bundle.railzIssues },
  };
}
