// An OpenAPI document of any size, made after the pattern of real ones: components that share others, lists of values, formats, examples.
import type { Json, JsonObject } from "../contract.ts";
import { fromEntries } from "../lib/json.ts";

/** Types that most components refer to, as they do in real documents. */
const SHARED: JsonObject = {
  Id: { type: "string", format: "uuid", description: "Unique identifier.", examples: ["ba29118f-5406-4e59-b05c-ba307ca38d01"] },
  Status: { type: "string", enum: ["Pending", "Failed", "Success"], description: "How far it is." },
  Currency: {
    type: "string",
    enum: ["AUD", "BRL", "CAD", "CHF", "CZK", "DKK", "EUR", "GBP", "JPY", "NOK", "NZD", "USD"],
    description: "An ISO 4217 code.",
  },
  Money: {
    type: "object",
    required: ["amount"],
    description: "An amount of money.",
    properties: { amount: { type: "number", examples: [12.5] }, currency: { $ref: "#/components/schemas/Currency" } },
  },
  Metadata: { type: "object", properties: { isDeleted: { type: "boolean" }, modified: { type: "string", format: "date-time" } } },
};

const component = (index: number, count: number): JsonObject => ({
  type: "object",
  title: `Entity ${index}`,
  description: `A record of kind ${index} in the books of a company.`,
  required: ["id", "kind"],
  properties: {
    id: { $ref: "#/components/schemas/Id" },
    kind: { type: "string", enum: ["invoice", "bill", "payment"], description: "What it records." },
    status: { $ref: "#/components/schemas/Status" },
    total: { $ref: "#/components/schemas/Money" },
    reference: { type: ["string", "null"], maxLength: 200, description: "A text that people gave it." },
    createdOn: { type: "string", format: "date-time", examples: ["2024-02-29T12:00:00Z"] },
    lines: {
      type: "array",
      items: {
        type: "object",
        properties: {
          sku: { type: "string", pattern: "^[A-Z0-9]{1,12}$" },
          count: { type: "integer", minimum: 0 },
          price: { $ref: "#/components/schemas/Money" },
        },
      },
    },
    tags: { type: "object", additionalProperties: { type: "string" } },
    metadata: { $ref: "#/components/schemas/Metadata" },
    next: { $ref: `#/components/schemas/Entity${(index * 7 + 1) % count}` },
  },
});

/** A document with so many components besides those that all share. */
export function largeDocument(count: number): JsonObject & { readonly components: { readonly schemas: JsonObject } } {
  const entities = Array.from({ length: count }, (_, index): readonly [string, Json] => [`Entity${index}`, component(index, count)]);
  return {
    openapi: "3.1.0",
    info: { title: "Books", version: "1.0.0" },
    components: { schemas: { ...SHARED, ...fromEntries(entities) } },
  };
}
