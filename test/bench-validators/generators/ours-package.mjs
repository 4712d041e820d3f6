// The functions of the committed package. Its documents say less about formats (dates are texts) and more about tags (how many, how long).

const TYPES = { codat: "DataTypeWriteWebhook", railz: "PushWebhook" };

export function modules({ vendor }) {
  const type = TYPES[vendor];
  const file = `../../../../generated/src/${vendor}/validators.ts`;
  return {
    is: `export { is${type} as is } from "${file}";\n`,
    issues: `import { validate${type} as judge } from "${file}";
export const issues = (value) => {
  const result = judge(value);
  return result.ok ? undefined : result.issues;
};
`,
  };
}
