// JSON Schema documents in JSON or YAML.
import type { Contract } from "../contract.ts";
import { stringMember } from "../lib/json.ts";
import { pascalCase } from "../lib/words.ts";
import { type Document, emptyContract, type Reader } from "./reader.ts";
import { schemaDeclarations } from "./schema-declarations.ts";
import { readValue } from "./value-text.ts";

const KEYWORD = /^\s*["']?(\$schema|\$id|\$defs|definitions|properties|allOf|anyOf|oneOf|\$ref|enum|const)["']?\s*:/m;

/** The words of a file's name: `invoice-created.schema.json` → `InvoiceCreated`. */
const fileName = (file: string): string => pascalCase((file.split("/").at(-1) ?? "").replace(/(\.schema)?\.\w+$/, ""));

export const jsonSchema: Reader = {
  format: "json-schema",
  precedence: 40,
  recognises: (text, file) => /\.(json|ya?ml)$/.test(file) && (KEYWORD.test(text) || /["']type["']\s*:\s*["']\w+["']/.test(text)),
  async read({ source, vendor, supplement }: Document): Promise<readonly Contract[]> {
    const { text, diagnostics } = await readValue(source);
    if (text === null) return [emptyContract(vendor, diagnostics)];
    const address = stringMember(text.value, "$id") ?? "#";
    const name = pascalCase(stringMember(text.value, "title") ?? "") || fileName(source.file);
    const found = schemaDeclarations(text.value, { text, pointer: "", address, name, supplied: supplement });
    return [{ ...emptyContract(vendor), declarations: found.declarations, diagnostics: [...diagnostics, ...found.diagnostics] }];
  },
};
