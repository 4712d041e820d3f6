// TypeBox 1, which compiles the JSON Schemas as they are, at run time.
import { schemaOf } from "../lib/schemas.mjs";

export function modules({ vendor, mode }) {
  const compiled = `import Schema from "typebox/schema";\nconst compiled = Schema.Compile(${JSON.stringify(schemaOf(vendor, mode))});\n`;
  return {
    is: `${compiled}export const is = (value) => compiled.Check(value);\n`,
    issues: `${compiled}export const issues = (value) => (compiled.Check(value) ? undefined : compiled.Errors(value)[1]);\n`,
  };
}
