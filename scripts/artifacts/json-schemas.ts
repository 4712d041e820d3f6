// json-schemas.ts: each declaration as a JSON Schema 2020-12 schema, with references into `$defs`.
import type { Declaration, JsonObject, Schema } from "../contract.ts";
import { code, identifier } from "../lib/code.ts";
import { stringMember } from "../lib/json.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";
import { layoutJson, moduleKey, spreadSchema } from "./json-layout.ts";

export const jsonSchemas: VendorArtifact = {
  template: "src/vendor/json-schemas.ts",
  view: (vendor) => ({
    header: headerOf(vendor),
    schemas: bundledSchemas(vendor.contract.declarations).map(([name, schema]) => ({
      name: identifier(name),
      schema: layoutJson(schema, spreadSchema, moduleKey, code`  `),
    })),
  }),
};

/** Each declaration's schema by name, as the module holds it. */
export const bundledSchemas = (declarations: readonly Declaration[]): readonly (readonly [string, JsonObject])[] =>
  declarations.map(({ name, schema }) => [name, asObject(withDefs(schema))]);

/** References as they stand in a bundled schema. */
const withDefs = (schema: Schema): Schema =>
  mapSchema(schema, (inner) => {
    const reference = stringMember(inner, "$ref");
    return reference === undefined ? inner : { ...inner, $ref: `#/$defs/${reference}` };
  });

/** `true` and `false` as objects: the package's schemas are all objects. */
const asObject = (schema: Schema): Exclude<Schema, boolean> => (schema === true ? {} : schema === false ? { not: {} } : schema);
