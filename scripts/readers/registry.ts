// Every source format that Hookwright reads. The first reader that recognises a document has it.
import { jsonSchema } from "./json-schema.ts";
import { openapi } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/** The names of all formats, in the order in which their readers are asked. */
export const formats = ["openapi", "json-schema", "schema-page", "model-page", "prose-page", "json-example"] as const;

const schemaReaders: readonly Reader[] = [openapi, jsonSchema];

/** The reader of the format that is named, or else the first that recognises a document. Those of texts are loaded for texts. */
export async function readerOf(file: string, text: string, format: string | null): Promise<Reader | undefined> {
  const isIt = (reader: Reader): boolean => (format === null ? reader.recognises(text, file) : reader.format === format);
  return schemaReaders.find(isIt) ?? (await import("./text-readers.ts")).textReaders.find(isIt);
}
