// Libraries whose schemas are written in their own language, in libraries/.

export function modules({ id, vendor, mode }) {
  const from = (name) => `import { ${vendor} as schema, ${mode} as formats, ${name} } from "../../libraries/${id}.mjs";\n`;
  return {
    is: `${from("isOf")}export const is = isOf(schema(formats));\n`,
    issues: `${from("issuesOf")}export const issues = issuesOf(schema(formats));\n`,
  };
}
