// typia, which turns TypeScript types into code while the compiler runs: TypeScript 5.9 with ts-patch, installed apart in typia/.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../typia/", import.meta.url));
const TYPES = { codat: "DataTypeWriteWebhook", railz: "PushEvent" };
const FORMATS = {
  asserted: `string & tags.Format<"uuid">, string & tags.Format<"date-time">, string & tags.Format<"uri">`,
  annotated: "string, string, string",
};

/** Why there is nothing to measure, if so. */
export const missing = () =>
  existsSync(`${FOLDER}node_modules/.bin/tspc`) ? undefined : "npm ci --prefix test/bench-validators/typia adds it";

function source(vendor, mode, made) {
  const tags = mode === "asserted" ? ", { type tags }" : "";
  return `import typia${tags} from "typia";
import type { ${TYPES[vendor]} } from "../../events.mts";
export const made = typia.${made}<${TYPES[vendor]}<${FORMATS[mode]}>>();
`;
}

function build() {
  rmSync(`${FOLDER}build`, { recursive: true, force: true });
  mkdirSync(`${FOLDER}build/src`, { recursive: true });
  for (const vendor of Object.keys(TYPES)) {
    for (const mode of Object.keys(FORMATS)) {
      writeFileSync(`${FOLDER}build/src/${vendor}.${mode}.is.ts`, source(vendor, mode, "createIs"));
      writeFileSync(`${FOLDER}build/src/${vendor}.${mode}.issues.ts`, source(vendor, mode, "createValidate"));
    }
  }
  execFileSync("node_modules/.bin/tspc", [], { cwd: FOLDER, stdio: "pipe" });
}

let built = false;

export function modules({ vendor, mode }) {
  if (!built) build();
  built = true;
  const file = (kind) => `../../typia/build/out/build/src/${vendor}.${mode}.${kind}.js`;
  return {
    is: `export { made as is } from "${file("is")}";\n`,
    issues: `import { made as judge } from "${file("issues")}";
export const issues = (value) => {
  const result = judge(value);
  return result.success ? undefined : result.errors;
};
`,
  };
}
