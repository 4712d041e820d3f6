// Modules that our compiler makes from the schemas that the rivals get.
import { existsSync } from "node:fs";
import { schemaOf } from "../lib/schemas.mjs";

const COMPILER = new URL("../../../dist/scripts/compile-validator.js", import.meta.url);

/** Why there is nothing to measure, if so. */
export const missing = () => (existsSync(COMPILER) ? undefined : "dist/scripts/compile-validator.js is not built");

export async function modules({ vendor, mode }) {
  const { compileValidator } = await import(COMPILER.href);
  const made = compileValidator(schemaOf(vendor, mode), { formats: mode === "asserted" ? "assert" : "annotate" });
  if (!made.ok) throw new Error(`compileValidator refuses the schema of ${vendor}: ${JSON.stringify(made)}`);
  return {
    is: `${made.module}\nexport { isValue as is };\n`,
    issues: `${made.module}
export const issues = (value) => {
  const result = validateValue(value);
  return result.ok ? undefined : result.issues;
};
`,
  };
}
