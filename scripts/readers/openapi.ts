// OpenAPI 3.0 and 3.1 documents in YAML or JSON: everything that describes data, and the webhooks.
import type { Contract, Declaration, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isObject, stringMember } from "../lib/json.ts";
import { pointedAt } from "../lib/pointer.ts";
import { NO_WEB } from "../lib/web.ts";
import { openReferences } from "./open-references.ts";
import { walkDocument } from "./openapi-document.ts";
import type { SchemaPlace, Source } from "./openapi-walk.ts";
import { type Document, emptyContract, type Reader, type ValueText, writtenIn } from "./reader.ts";
import { type Mount, schemaDeclarations } from "./schema-declarations.ts";
import { readValue } from "./value-text.ts";

/** The version, which may stand anywhere at the top. */
const IN_JSON = /"openapi"\s*:\s*"3\./;
const IN_YAML = /^\s*["']?openapi["']?\s*:\s*["']?3\./m;

export const openapi: Reader = {
  format: "openapi",
  precedence: 40,
  recognises: (text, file) => /\.(ya?ml|json)$/.test(file) && (/^\s*\{/.test(text) ? IN_JSON : IN_YAML).test(text),
  async read(document: Document): Promise<readonly Contract[]> {
    const { text, diagnostics } = await readValue(document.source);
    if (text === null) return [emptyContract(document.vendor, diagnostics)];
    const own: Source = { file: document.source.file, text, ours: true };
    const { others = () => Promise.resolve(null), has = () => false, web = NO_WEB } = document;
    const walk = await walkDocument(own, { open: others, has, web });
    // In YAML without quotes `3.0` is the number 3.
    const stated = text.written?.get("/openapi") ?? stringMember(text.value, "openapi");
    const version = stated?.startsWith("3.0") === true ? "3.0" : "3.1";
    const declare = ({ spot, name, address = `#${spot.pointer}` }: SchemaPlace): ReturnType<typeof schemaDeclarations> => {
      const mount: Mount = {
        text: spot.source.text,
        pointer: spot.pointer,
        address,
        name,
        supplied: document.supplement,
      };
      return schemaDeclarations(spot.value, { ...mount, openapi: version });
    };
    const schemas = [...walk.schemas.values()].map(declare);
    const open = openReferences(
      own,
      schemas.flatMap(({ declarations }) => declarations),
      declare,
    );
    const found = [...schemas, ...open];
    const declarations: readonly Declaration[] = found.flatMap((part) => part.declarations);
    return [
      {
        vendor: document.vendor,
        declarations,
        events: walk.events,
        examples: walk.examples,
        ...writtenIn(own.file, text),
        diagnostics: [...diagnostics, ...misshapen(text), ...walk.diagnostics, ...found.flatMap((part) => part.diagnostics)],
      },
    ];
  },
};

/** A document whose schemas cannot be found is worth nothing. */
function misshapen(text: ValueText): readonly Diagnostic[] {
  return ["/components", "/components/schemas"].flatMap((pointer) => {
    const value = pointedAt(text.value, pointer);
    const origin = text.origin(pointer);
    if (value === undefined || isObject(value) || origin === undefined) return [];
    // Generators of documents leave keys without values, and others place their schemas inline.
    if (value === null) return [diagnostic("openapi-misshapen", origin, { expected: "an object" }, text.length(pointer))];
    return [diagnostic("keyword-value", origin, { keyword: pointer.split("/").at(-1) ?? "", expected: "an object" }, text.length(pointer))];
  });
}
