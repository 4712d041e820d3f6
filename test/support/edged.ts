// For each keyword whose file states edges, the values of the keyword that they are tried with.
import type { Json } from "../../scripts/contract.ts";

export const EDGED: { readonly [keyword: string]: readonly Json[] } = {
  type: ["null", "boolean", "object", "array", "number", "integer", "string", ["string", "null"], ["integer", "number", "boolean"]],
  enum: [["a"], ["a", "b", ""], [1, "1", true, null], [0], [-2.5, "__proto__"]],
  const: ["a", "", 0, 1, -2.5, true, false, null],
  minimum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  maximum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  exclusiveMinimum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  exclusiveMaximum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  minLength: [0, 1, 2, 27, 100],
  maxLength: [0, 1, 2, 27, 100],
  format: ["date", "date-time", "uri", "uuid", "no-such-format"],
  minItems: [0, 1, 10],
  maxItems: [0, 1, 10],
  minProperties: [0, 1, 10],
  maxProperties: [0, 1, 10],
  required: [[], ["a"], ["a", "b"], ["__proto__", "constructor"], ["a", "a"]],
};
