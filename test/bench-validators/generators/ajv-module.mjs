// Ajv's standalone modules under the names that the bench calls.
import standalone from "ajv/dist/standalone/index.js";

/** @returns {{ is: string, issues: string }} the text for each of the two, from one compiled schema */
export function moduleOf(ajv, schema) {
  const text = standalone.default(ajv, ajv.compile(schema));
  const name = /export default (\w+);/.exec(text)?.[1];
  return {
    is: `${text}\nexport { ${name} as is };\n`,
    issues: `${text}\nexport const issues = (value) => (${name}(value) ? undefined : ${name}.errors);\n`,
  };
}
