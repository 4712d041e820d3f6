// What every rival is started with: the path of an OpenAPI document in JSON, and a folder to write to.
import { mkdirSync, readFileSync } from "node:fs";

export const [, , input, out] = process.argv;
mkdirSync(out, { recursive: true });

/** The document's schemas as the `$defs` of one JSON Schema; the rest stays, since references lead there too. */
export function asDefinitions() {
  const document = JSON.parse(readFileSync(input, "utf8").replaceAll('"#/components/schemas/', '"#/$defs/'));
  return { ...document, type: "object", $defs: document.components.schemas };
}
