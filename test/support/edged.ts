// For each keyword whose file states edges, the values of the keyword that they are tried with.
import type { Json } from "../../scripts/contract.ts";

export const EDGED: { readonly [keyword: string]: readonly Json[] } = {
  type: ["null", "boolean", "object", "array", "number", "integer", "string", ["string", "null"], ["integer", "number", "boolean"]],
  enum: [
    ["a"],
    ["a", "b", ""],
    [1, "1", true, null],
    [0],
    [-2.5, "__proto__"],
    [[1, { a: 2 }], {}],
    ["abcdefghijklm".split(""), ..."abcdefghijklm"],
  ],
  const: ["a", "", 0, 1, -2.5, true, false, null, [], {}, { a: [1, null] }, { ["__proto__"]: 1 }],
  minimum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  maximum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  exclusiveMinimum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  exclusiveMaximum: [0, 1, -1, 0.1, 3, 1e21, 2 ** 53],
  multipleOf: [1, 0.01, 2.5, 1e-8],
  minLength: [0, 1, 2, 27, 100],
  maxLength: [0, 1, 2, 27, 100],
  format: (
    "date date-time time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid uri-template json-pointer " +
    "relative-json-pointer regex no-such-format"
  ).split(" "),
  minItems: [0, 1, 10],
  maxItems: [0, 1, 10],
  uniqueItems: [true, false],
  minProperties: [0, 1, 10],
  maxProperties: [0, 1, 10],
  required: [[], ["a"], ["a", "b"], ["__proto__", "constructor"], ["a", "a"]],
};
