// JSON Schema documents in JSON or YAML.
import type { Contract, Json } from "../contract.ts";
import { dialectNamed } from "../dialects/dialect.ts";
import { languageOf } from "../dialects/language.ts";
import { entries, stringMember } from "../lib/json.ts";
import { pascalCase } from "../lib/words.ts";
import { readJson } from "./json-text.ts";
import { type Document, emptyContract, type Reader, writtenIn } from "./reader.ts";
import { schemaDeclarations } from "./schema-declarations.ts";
import { readValue } from "./value-text.ts";

/** Keywords that only a schema has at its top. */
const TELLING: ReadonlySet<string> = new Set([
  "$schema",
  "$id",
  "$defs",
  "definitions",
  "properties",
  "allOf",
  "anyOf",
  "oneOf",
  "$ref",
  "enum",
  "const",
  "type",
  "items",
]);

/** The names at the top of a JSON or YAML document. */
function topNames(text: string): readonly string[] {
  if (!/^\uFEFF?\s*\{/.test(text)) return [...text.matchAll(/^["']?([$\w-]+)["']?\s*:/gm)].map(([, name = ""]) => name);
  const read = readJson(text);
  return read.ok
    ? entries(read.text.value).map(([name]) => name)
    : [...text.matchAll(/"([$\w-]+)"\s*:/g)].slice(0, 1).map(([, name = ""]) => name);
}

/** The words of a file's name: `invoice-created.schema.json` → `InvoiceCreated`. */
const fileName = (file: string): string => pascalCase((file.split("/").at(-1) ?? "").replace(/(\.schema)?\.\w+$/, ""));

/** `id` or `$id`, by the dialect of a document. */
const identifierKeyword = (document: Json): string => languageOf(dialectNamed(stringMember(document, "$schema") ?? "") ?? "2020-12").id;

export const jsonSchema: Reader = {
  format: "json-schema",
  precedence: 40,
  recognises: (text, file) => /\.(json|ya?ml)$/.test(file) && topNames(text).some((name) => TELLING.has(name)),
  async read({ source, vendor, supplement }: Document): Promise<readonly Contract[]> {
    const { text, diagnostics } = await readValue(source);
    if (text === null) return [emptyContract(vendor, diagnostics)];
    const address = stringMember(text.value, identifierKeyword(text.value)) ?? "#";
    const name = pascalCase(stringMember(text.value, "title") ?? "") || fileName(source.file);
    const found = schemaDeclarations(text.value, { text, pointer: "", address, name, supplied: supplement });
    return [
      {
        ...emptyContract(vendor),
        ...writtenIn(source.file, text),
        declarations: found.declarations,
        diagnostics: [...diagnostics, ...found.diagnostics],
      },
    ];
  },
};
