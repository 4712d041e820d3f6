// What sentences and cells of prose pages mean: values, constants, types, and where glued rows are cut.
import { describe, expect, test } from "vitest";
import { cutRow } from "../scripts/readers/glued-row.ts";
import { gluedRoles, tableRoles } from "../scripts/readers/prose-columns.ts";
import { typeCell } from "../scripts/readers/prose-types.ts";
import { statedValues } from "../scripts/readers/prose-values.ts";

describe("values", () => {
  const cases: readonly (readonly [sentence: string, values: readonly string[] | string | null, shown?: readonly string[]])[] = [
    ["Status of it. Possible values: success, failed.", ["success", "failed"]],
    ["Status of it. Possible values: success, failed, empty. See statuses for more details.", ["success", "failed", "empty"]],
    ["Possible values are `a`, `b` and `c`.", ["a", "b", "c"]],
    ["Allowed values: In Progress, Done", ["In Progress", "Done"]],
    ["Valid options: a | b | c", ["a", "b", "c"]],
    ["One of credit or debit.", ["credit", "debit"]],
    ["One of: credit, debit, or transfer", ["credit", "debit", "transfer"]],
    ['One of "a.b", "c.d".', ["a.b", "c.d"]],
    ["Kind, either: billing shipping other", ["billing", "shipping", "other"]],
    ["Kind, either:\nbilling\nshipping\nother", ["billing", "shipping", "other"]],
    ["One of the following values:\n- open - it goes on\n- closed - it has ended", ["open", "closed"]],
    ["Can be either open or closed.", ["open", "closed"]],
    ["Can be `open` or `closed`.", ["open", "closed"]],
    ["Can be open or closed.", null],
    ["Can be open or closed.", ["open", "closed"], ["closed"]],
    ["Can be updated and deleted", null],
    ["`open`, `closed` or `lost`", ["open", "closed", "lost"]],
    ["Possible values: a (the first), b (the second).", ["a", "b"]],
    ["Possible values: null, a, b", ["a", "b"]],
    ["Possible values: a, b, etc.", null],
    ["See possible enum values.", null],
    ["See /data endpoint for all possible enum values.", null],
    ["One of the connections of the company.", null],
    ["Either the company or its owner.", null],
    ["In general, 200 codes mean success, 40X codes are failures, and 50X codes are ours.", null],
    ["Unique event name. Set to push.", "push"],
    ["Always transfer.settled.", "transfer.settled"],
    ["Always set to `invoice.paid`.", "invoice.paid"],
    ['The type. Always "invoice paid".', "invoice paid"],
    ["Is always v2", "v2"],
    ["Will be push.", "push", ["push"]],
    ["Must be alphanumeric.", null, ["a1"]],
    ["Always capitalised.", null, ["Abc"]],
    ["Always transfer.settled.", "transfer.settled", ["other"]],
    ["Kind of it: open, closed or lost.", ["open", "closed", "lost"], ["lost"]],
    ["Kind of it: open, closed or lost.", null],
    ["Kind of it (open, closed or lost).", ["open", "closed", "lost"], ["open"]],
    ["A code, for example: open, closed", null, ["open"]],
    ["Always present.", null],
    ["Always returned, also when empty.", null],
    ["Possible values for this field are open and closed.", ["open", "closed"]],
    ["Allowed values: [open, closed]", ["open", "closed"]],
    ['Enum: "open" "closed"', ["open", "closed"]],
    ["Possible values: 0 = off, 1 = on", ["0", "1"]],
    ["Sort order: `asc` or `desc`.", ["asc", "desc"]],
    ["Identified by: `id` and `name`.", null],
    ["Format: `YYYY` or `MM`", null],
    ["Can be in_transit, delivered or lost.", ["in_transit", "delivered", "lost"]],
    ["For this event, the value is order.paid.", "order.paid"],
    ["This field is set to order.paid for this event.", "order.paid"],
    ["Constant value order.paid.", "order.paid"],
    ["The value is shown.", null],
    ["Will be removed in v2.0.", null],
    ["Set to true when it is open.", null],
    ["Set to `x` when it is open.", null],
  ];
  test.each(cases)("%s", (sentence, expected, shown) => {
    const { constant, values } = statedValues(sentence, shown);
    expect(constant ?? values ?? null).toEqual(expected);
  });
});

describe("types", () => {
  const string = { type: "string" };
  const cases: readonly (readonly [words: string, schema: object | null])[] = [
    ["string", string],
    ["String", string],
    ["decimal", { type: "number" }],
    ["int64", { type: "integer" }],
    ["array", { type: "array" }],
    ["array / object", { type: "array", items: { type: "object" } }],
    ["array of strings", { type: "array", items: string }],
    ["Array<String>", { type: "array", items: string }],
    ["list of objects", { type: "array", items: { type: "object" } }],
    ["string[]", { type: "array", items: string }],
    ["object array", { type: "array", items: { type: "object" } }],
    ["string or null", { type: ["string", "null"] }],
    ["nullable integer", { type: ["integer", "null"] }],
    ["string | integer", { type: ["string", "integer"] }],
    ["string (uuid)", { type: "string", format: "uuid" }],
    ["string (36)", string],
    ["string, required", string],
    ["string required", string],
    ["uuid", { type: "string", format: "uuid" }],
    ['"a" | "b"', { type: "string", enum: ["a", "b"] }],
    ["enum (a, b)", { type: "string", enum: ["a", "b"] }],
    ["string: a, b", { type: "string", enum: ["a", "b"] }],
    ["[string]", { type: "array", items: string }],
    ["[]object", { type: "array", items: { type: "object" } }],
    ["array of JSON objects", { type: "array", items: { type: "object" } }],
    ["map<string, string>", { type: "object" }],
    ["decimal string", string],
    ["ISO 8601 datetime", { type: "string", format: "date-time" }],
    ["Unix timestamp (seconds)", { type: "integer" }],
    ["required string", string],
    ["Address", null],
    ["text of a kind", null],
    ["strings", null],
    ["", null],
  ];
  test.each(cases)("%s", (words, schema) => {
    expect(typeCell(words)?.schema ?? null).toEqual(schema);
  });
});

describe("glued rows", () => {
  const cases: readonly (readonly [
    row: string,
    cut: readonly [name: string, type: string, text: string] | null,
    known?: readonly string[],
  ])[] = [
    ["eventstringUnique event name", ["event", "string", "Unique event name"]],
    ["responseCodeintegerThe code", ["responseCode", "integer", "The code"]],
    ["requestsarray / objectWhat was asked", ["requests", "array / object", "What was asked"]],
    ["idsarray of stringsThe keys", ["ids", "array of strings", "The keys"]],
    ["id stringUnique", ["id", "string", "Unique"]],
    ["id string Unique", ["id", "string", "Unique"]],
    ["idstring", ["id", "string", ""]],
    ["livemodebooleantrue in production.", ["livemode", "boolean", "true in production."]],
    ["printintegerHow many", ["print", "integer", "How many"]],
    ["print integerHow many", ["print", "integer", "How many"]],
    ["pointRefobjectWhere", ["pointRef", "object", "Where"]],
    ["stringentintWhat", ["stringent", "int", "What"]],
    ["validationobjectAn object containing an array", ["validation", "object", "An object containing an array"]],
    ["entityRef.idstringThe key", ["entityRef.id", "string", "The key"]],
    ["errors[].fieldstringThe field", ["errors[].field", "string", "The field"]],
    ["sourceobjectIdsarrayThe keys", ["sourceobjectIds", "array", "The keys"]],
    ["sourceobjectIdsarrayThe keys", ["source", "object", "IdsarrayThe keys"], ["source"]],
    ["textstringlower case text", ["text", "string", "lower case text"], ["text"]],
    ["accountObjectThe object concerned", ["account", "Object", "The object concerned"]],
    ["isTestBooleantrue if enabled.", ["isTest", "Boolean", "true if enabled."]],
    ["customermapThe object concerned", ["customer", "map", "The object concerned"]],
    ["source_objectObjectThe source", ["source_object", "Object", "The source"]],
    ["currencystring enumCan be one of them", ["currency", "string enum", "Can be one of them"]],
    ["createdAtdateWhen", ["createdAt", "date", "When"]],
    ["nameStringThe name", ["name", "String", "The name"]],
    ["A sentence with a string in it", null],
    ["%% nobody reads this %%", null],
  ];
  test.each(cases)("%s", (text, expected, known = []) => {
    const row = cutRow({ text, offset: 0, number: 1 }, (name) => known.includes(name));
    const { name, type, description } = row?.cells ?? {};
    expect(row === null ? null : [name?.text, type?.text, description?.text]).toEqual(expected);
  });
});

test("headers say what their columns hold, glued or apart", () => {
  expect(gluedRoles("ElementTypeDescription")).toEqual(["name", "type", "description"]);
  expect(gluedRoles("Field Data TypeRequiredDescription")).toEqual(["name", "type", "required", "description"]);
  expect(gluedRoles("AttributeDescription")).toEqual(["name", "description"]);
  expect(gluedRoles("Event Object")).toBe(null);
  expect(gluedRoles("Names")).toBe(null);
  expect(tableRoles(["Field", "Type", "Seen in"])).toEqual(["name", "type", "other"]);
  expect(tableRoles(["Rule", "Type", "Description"])).toBe(null);
});
