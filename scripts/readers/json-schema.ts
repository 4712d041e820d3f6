// JSON Schema documents in JSON or YAML.
import type { Contract, Json } from "../contract.ts";
import { dialectNamed } from "../dialects/dialect.ts";
import { languageOf } from "../dialects/language.ts";
import { diagnostic } from "../diagnostics.ts";
import { member, stringMember } from "../lib/json.ts";
import { pascalCase } from "../lib/words.ts";
import { readJson } from "./json-text.ts";
import { isTellingName, looksLikeSchema } from "./looks-like-schema.ts";
import { type Document, emptyContract, type Reader, type ValueText, writtenIn } from "./reader.ts";
import { wholeDeclarations } from "./whole-declarations.ts";
import { readValue } from "./value-text.ts";

/** Whether a document is a schema: a JSON text by what its members hold, any other by their names. */
function isSchemaText(text: string): boolean {
  if (!/^\uFEFF?\s*\{/.test(text)) return [...text.matchAll(/^["']?([$\w-]+)["']?\s*:/gm)].some(([, name = ""]) => isTellingName(name));
  const read = readJson(text);
  if (read.ok) return looksLikeSchema(read.text.value);
  const [first] = text.matchAll(/"([$\w-]+)"\s*:/g);
  return isTellingName(first?.[1] ?? "");
}

/** The words of a file's name: `invoice-created.schema.json` → `InvoiceCreated`. */
const fileName = (file: string): string => pascalCase((file.split("/").at(-1) ?? "").replace(/(\.schema)?\.\w+$/, ""));

/** `id` or `$id`, by the dialect of a document. */
const identifierKeyword = (document: Json): string => languageOf(dialectNamed(stringMember(document, "$schema") ?? "") ?? "2020-12").id;

export const jsonSchema: Reader = {
  format: "json-schema",
  precedence: 40,
  recognises: (text, file) => /\.(json|ya?ml)$/.test(file) && isSchemaText(text),
  async read(document: Document): Promise<readonly Contract[]> {
    const { source, vendor, supplement } = document;
    const { text, diagnostics } = await readValue(source);
    if (text === null) return [emptyContract(vendor, diagnostics)];
    if (stringMember(text.value, "swagger") !== undefined) return [{ ...definitionsOf(text, document), ...writtenIn(source.file, text) }];
    const address = stringMember(text.value, identifierKeyword(text.value)) ?? "#";
    const name = pascalCase(stringMember(text.value, "title") ?? "") || fileName(source.file);
    const found = wholeDeclarations(text.value, { text, pointer: "", address, name, supplied: supplement });
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

/** Of a Swagger 2.0 document its definitions, in the schema language that OpenAPI 3.0 took over from it. */
function definitionsOf(text: ValueText, { vendor, source, supplement }: Document): Contract {
  const definitions = member(text.value, "definitions") ?? {};
  const mount = { pointer: "", address: "#", name: fileName(source.file), supplied: supplement, openapi: "3.0" } as const;
  const found = wholeDeclarations({ definitions }, { ...mount, text: { ...text, value: { definitions } } });
  const origin = text.origin("/swagger") ?? { file: source.file, line: 1, column: 1, pointer: "" };
  const old = diagnostic("swagger-2", origin, {}, text.length("/swagger"));
  return { ...emptyContract(vendor), declarations: found.declarations, diagnostics: [old, ...found.diagnostics] };
}
