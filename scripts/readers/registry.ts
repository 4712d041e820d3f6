// Every source format that Hookwright reads. The first reader that recognises a document has it.
import { openapi } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/** The names of all formats, in the order in which their readers are asked. */
export const formats = ["openapi", "json-schema", "schema-page", "model-page", "prose-page", "json-example"] as const;

/** The reader of the format that is named, or else the first that recognises a document. All but one are loaded for documents that are not OpenAPI. */
export async function readerOf(file: string, text: string, format: string | null): Promise<Reader | undefined> {
  const isIt = (reader: Reader): boolean => (format === null ? reader.recognises(text, file) : reader.format === format);
  return isIt(openapi) ? openapi : (await import("./other-readers.ts")).otherReaders.find(isIt);
}
