// A whole document in JSON or YAML as a value with places.
import type { Located } from "../lib/origin.ts";
import { readJsonDocument, type ValueRead } from "./json-document.ts";

/** Reads a document: as JSON when it begins like JSON, as YAML otherwise. */
export async function readValue(source: Located): Promise<ValueRead> {
  if (/^\uFEFF?\s*[[{]/.test(source.text)) return readJsonDocument(source);
  const { readYaml } = await import("./yaml-value.ts");
  return readYaml(source);
}
