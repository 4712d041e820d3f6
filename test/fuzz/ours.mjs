// Our compiler as a voice: the generated module is imported as it would be used, and its two functions must tell the same.
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const BUILT = fileURLToPath(new URL("../../dist/scripts/compile-validator.js", import.meta.url));

/** Thrown when the compiler gives problems instead of a module. */
export class Refusal extends Error {}
/** Thrown when isValue and validateValue part. */
export class Discord extends Error {}

/**
 * @param {string} [built] another build of the compiler
 * @returns {Promise<import("./voices.mjs").Voice | undefined>} nothing when the compiler was not built
 */
export async function ours(built = BUILT) {
  if (!existsSync(built)) return undefined;
  const { compileValidator } = await import(pathToFileURL(built).href);
  return async (schema, draft) => {
    const result = compileValidator(JSON.parse(JSON.stringify(schema)), { dialect: draft.dialect, formats: "annotate" });
    if (!result.ok) throw new Refusal(JSON.stringify(result.problems).slice(0, 600));
    const { isValue, validateValue } = await import(`data:text/javascript,${encodeURIComponent(result.module)}`);
    return (value) => {
      const valid = isValue(value);
      const found = validateValue(value);
      if (found.ok !== valid) throw new Discord(`isValue says ${valid}, validateValue says ${found.ok}`);
      if (found.ok ? found.value !== value && !Number.isNaN(value) : found.issues.length === 0)
        throw new Discord(found.ok ? "validateValue gives another value" : "validateValue refuses without an issue");
      return valid;
    };
  };
}
