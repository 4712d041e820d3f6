// The modules that ata-validator's own build step writes. It is no dependency, because platform packages that it names are not all published.
import { existsSync } from "node:fs";
import { schemaOf } from "../lib/schemas.mjs";

const PACKAGE = new URL("../node_modules/ata-validator", import.meta.url);

/** Why there is nothing to measure, if so. */
export const missing = () =>
  existsSync(PACKAGE) ? undefined : "npm install --no-save --prefix test/bench-validators ata-validator@1.27.1 adds it";

export async function modules({ vendor, mode }) {
  const { default: build } = await import("ata-validator/build");
  const text = build.toStandaloneModule(schemaOf(vendor, mode), { format: "esm" });
  return {
    is: `${text}\nexport { isValid as is };\n`,
    issues: `${text}
export const issues = (value) => {
  const result = validate(value);
  return result.valid ? undefined : result.errors;
};
`,
  };
}
