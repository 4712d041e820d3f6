// A package with every way in which events are told apart: names that are written out, names that vary, two envelopes, and one without names.
import type { Contract, Json } from "../../scripts/contract.ts";
import { contractOf } from "./events.ts";

const object = (properties: Json, more: object = {}): Json => ({ type: "object", properties, ...more });
const names = (...examples: readonly string[]): Json => ({ type: "string", ...(examples.length > 0 ? { examples } : {}) });
const tagged = (kind: string, name: string): Json =>
  object({ kind: { const: kind }, [name]: { type: "number" } }, { required: ["kind", name] });

const document: Json = {
  title: "Root",
  type: "object",
  $defs: {
    DataType: { type: "string", enum: ["bills", "invoices", "banking-accounts"] },
    Status: { type: "string", enum: ["Pending", "Linked"] },
    Shape: { oneOf: [tagged("circle", "radius"), tagged("square", "width")] },
    CompanyEvent: object({
      eventType: names("company.created", "company.deleted"),
      payload: object({ id: { type: "string" }, status: { $ref: "#/$defs/Status" } }, { required: ["id"], additionalProperties: false }),
    }),
    WriteEvent: object({ eventType: names("bills.write.successful"), count: { type: "integer" } }),
    AllEvent: object({ eventType: names("all.write.successful"), all: { const: true } }, { required: ["all"] }),
    LegacyEvent: object({
      RuleType: { const: "Data sync completed" },
      Data: object({
        status: { oneOf: [{ $ref: "#/$defs/Status" }, { type: "null" }] },
        shape: { $ref: "#/$defs/Shape" },
        level: { type: "integer", enum: [1, 2] },
        version: { const: "1" },
        byStatus: { type: "object", propertyNames: { $ref: "#/$defs/Status" } },
        closed: object({ a: true }, { unevaluatedProperties: false }),
        not: { not: { enum: ["never"] } },
      }),
    }),
    PlainEvent: object({ balance: { type: "number" } }, { required: ["balance"] }),
  },
};

/** The contract of the package. */
export const eventContract = (): Promise<Contract> =>
  contractOf(document, [
    { names: ["company.created"], declaration: "CompanyEvent" },
    { names: ["company.deleted"], declaration: "CompanyEvent" },
    { names: ["{dataType}.write.successful"], declaration: "WriteEvent" },
    { names: ["{dataType}.write.{outcome}"], declaration: "WriteEvent" },
    { names: ["all.write.successful"], declaration: "AllEvent" },
    { names: ["Data sync completed"], declaration: "LegacyEvent" },
    { names: ["balance"], declaration: "PlainEvent" },
  ]);
