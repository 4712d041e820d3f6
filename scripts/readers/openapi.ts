// OpenAPI 3.0 and 3.1 documents in YAML or JSON: the schemas of `components`.
import type { Contract, Diagnostic, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isObject, member } from "../lib/json.ts";
import { pointedAt, pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import { type Document, emptyContract, type Reader, type ValueText } from "./reader.ts";
import { type Mount, schemaDeclarations } from "./schema-declarations.ts";
import { readValue } from "./value-text.ts";

export const openapi: Reader = {
  format: "openapi",
  precedence: 40,
  recognises: (text, file) => /\.(ya?ml|json)$/.test(file) && /^\s*(\{\s*)?["']?openapi["']?\s*:\s*["']?3\./m.test(text),
  async read(document: Document): Promise<readonly Contract[]> {
    const { text, diagnostics } = await readValue(document.source);
    if (text === null) return [emptyContract(document.vendor, diagnostics)];
    const found = schemaPlaces(text.value).map(([pointer, name, schema]) => {
      const mount: Mount = { text, pointer, address: `#${pointer}`, name, supplied: document.supplement };
      return schemaDeclarations(schema, mount);
    });
    return [
      {
        ...emptyContract(document.vendor),
        declarations: found.flatMap(({ declarations }) => declarations),
        diagnostics: [...diagnostics, ...unread(text), ...found.flatMap((part) => part.diagnostics)],
      },
    ];
  },
};

/** The schemas of a document: pointer, name, schema. */
function schemaPlaces(root: Json): readonly (readonly [string, string, Json])[] {
  const components = member(root, "components");
  const schemas = entries(member(components, "schemas")).map(
    ([key, schema]) => [pointerBelow("/components/schemas", key), pascalCase(key), schema] as const,
  );
  const parameters = entries(member(components, "parameters")).flatMap(([key, parameter]) => {
    const schema = member(parameter, "schema");
    return schema === undefined ? [] : [[pointerBelow("/components/parameters", key, "schema"), pascalCase(key), schema] as const];
  });
  return [...schemas, ...parameters];
}

const READ: ReadonlySet<string> = new Set([
  "openapi",
  "info",
  "components",
  "tags",
  "servers",
  "security",
  "externalDocs",
  "jsonSchemaDialect",
]);
const READ_COMPONENTS: ReadonlySet<string> = new Set(["schemas", "parameters", "securitySchemes"]);

/** A finding for each part of the document that this reader passes over, or that is not what it must be. */
function unread(text: ValueText): readonly Diagnostic[] {
  const over = [
    ...entries(text.value).flatMap(([key]) => (READ.has(key) || key.startsWith("x-") ? [] : [pointerBelow("", key)])),
    ...entries(member(text.value, "components")).flatMap(([key]) => (READ_COMPONENTS.has(key) ? [] : [pointerBelow("/components", key)])),
  ];
  const misshapen = ["/components", "/components/schemas", "/components/parameters"].filter((pointer) => {
    const value = pointedAt(text.value, pointer);
    return value !== undefined && !isObject(value);
  });
  const wrong = misshapen.flatMap((pointer) => {
    const origin = text.origin(pointer);
    return origin === undefined
      ? []
      : [diagnostic("keyword-value", origin, { keyword: pointer.split("/").at(-1) ?? "", expected: "an object" }, text.length(pointer))];
  });
  const passed = over.flatMap((pointer) => {
    const origin = text.origin(pointer);
    return origin === undefined ? [] : [diagnostic("line-unaccounted", origin, { format: "OpenAPI" }, text.length(pointer))];
  });
  return [...wrong, ...passed];
}
