// A whole document in JSON or YAML as a value with places.
import type { Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { readJsonAt } from "./json-document.ts";
import { restIsBlank } from "./json-text.ts";
import type { ValueText } from "./reader.ts";

export type ValueRead = { readonly text: ValueText; readonly diagnostics: readonly Diagnostic[] } | { readonly text: null; readonly diagnostics: readonly Diagnostic[] };

/** Reads a document: as JSON when it begins like JSON, as YAML otherwise. */
export async function readValue(source: Located): Promise<ValueRead> {
  if (!/^\uFEFF?\s*[[{]/.test(source.text)) {
    const { readYaml } = await import("./yaml-value.ts");
    return readYaml(source);
  }
  const read = readJsonAt(source, 0, "");
  if ("problem" in read) return { text: null, diagnostics: [diagnostic("json-syntax", read.origin, { problem: read.problem }, read.length)] };
  if (!restIsBlank(source.text, read.end))
    return { text: null, diagnostics: [diagnostic("json-syntax", originAt(source, read.end, ""), { problem: "something follows the end of the JSON value" })] };
  return { text: read.text, diagnostics: read.repairs };
}
