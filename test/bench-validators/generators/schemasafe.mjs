// The modules that @exodus/schemasafe writes. Its issues have no messages, only places.
import { validator } from "@exodus/schemasafe";
import { schemaOf } from "../lib/schemas.mjs";

export function modules({ vendor, mode }) {
  const schema = schemaOf(vendor, mode);
  const text = (all) => validator(schema, { includeErrors: all, allErrors: all }).toModule();
  return {
    is: `export const is = ${text(false)};\n`,
    issues: `const judge = ${text(true)};\nexport const issues = (value) => (judge(value) ? undefined : judge.errors);\n`,
  };
}
