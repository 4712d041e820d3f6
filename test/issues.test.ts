// What validateValue says: places, keywords, locations and sentences, and which form of a union explains itself.
import { expect, test } from "vitest";
import type { Dialect } from "../scripts/compile-validator.ts";
import { compileValidator } from "../scripts/compile-validator.ts";
import type { Json } from "../scripts/contract.ts";

interface Said {
  readonly given: Json;
  readonly schema: Json;
  readonly dialect?: Dialect;
  /** "pointer keyword @location: message" */
  readonly expected: readonly string[];
}

const tag = (kind: string, name: string): Json => ({
  type: "object",
  required: ["kind", name],
  properties: { kind: { const: kind }, [name]: { type: "number" } },
});
const shapes: Json = { properties: { shape: { oneOf: [tag("circle", "radius"), tag("square", "width"), { type: "string" }] } } };
const tree: Json = { type: "object", properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#" } } } };

const table: readonly Said[] = [
  {
    schema: { properties: { payload: { properties: { status: { enum: ["Pending", "Failed"] } } } } },
    given: { payload: { status: "?" } },
    expected: ["/payload/status enum @#/properties/payload/properties/status/enum: payload.status must be one of Pending, Failed"],
  },
  {
    schema: shapes,
    given: { shape: { kind: "square", width: "1" } },
    expected: ["/shape/width type @#/properties/shape/oneOf/1/properties/width/type: shape.width must be a number"],
  },
  {
    schema: shapes,
    given: { shape: { kind: "line" } },
    expected: ["/shape/kind const @#/properties/shape/oneOf/0/properties/kind/const: shape.kind must be circle or be square"],
  },
  {
    schema: shapes,
    given: { shape: 5 },
    expected: ["/shape oneOf @#/properties/shape/oneOf: shape must match exactly one of the allowed forms"],
  },
  {
    schema: { anyOf: [{ type: "string" }, { type: "number" }] },
    given: null,
    expected: [" anyOf @#/anyOf: the value must be a string or a number"],
  },
  {
    schema: { anyOf: [{ type: "string", minLength: 3 }, { type: "number" }] },
    given: "a",
    expected: [" minLength @#/anyOf/0/minLength: the value must have at least 3 characters"],
  },
  {
    schema: { oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] },
    given: 6,
    expected: [" oneOf @#/oneOf: the value must match exactly one of the allowed forms"],
  },
  {
    schema: { if: { required: ["a"] }, then: { required: ["b"] } },
    given: { a: 1 },
    expected: ["/b required @#/then/required: b must be present"],
  },
  { schema: { not: { type: "string" } }, given: "a", expected: [" not @#/not: the value must not be a string"] },
  {
    schema: { dependentRequired: { a: ["b"] } },
    given: { a: 1 },
    expected: ["/b dependentRequired @#/dependentRequired: b must be present, because a is"],
  },
  {
    schema: { properties: { a: true }, additionalProperties: false },
    given: { "b c": 1, "~/": 2 },
    expected: [
      '/b c additionalProperties @#/additionalProperties: ["b c"] must not be there: no other properties are allowed',
      '/~0~1 additionalProperties @#/additionalProperties: ["~/"] must not be there: no other properties are allowed',
    ],
  },
  {
    schema: { propertyNames: { $ref: "#/$defs/short" }, $defs: { short: { maxLength: 3 } } },
    given: { long_: 1 },
    expected: ["/long_ maxLength @#/$defs/short/maxLength: long_ must be named otherwise: its name must have at most 3 characters"],
  },
  {
    schema: tree,
    given: { children: [{ name: "a" }, { children: [{ name: 1 }] }] },
    expected: ["/children/1/children/0/name type @#/properties/name/type: children[1].children[0].name must be a string"],
  },
  {
    schema: { $id: "https://example.com/list", items: { $ref: "item" }, $defs: { item: { $id: "item", type: "integer" } } },
    given: [1, "2"],
    expected: ["/1 type @https://example.com/item#/type: [1] must be an integer"],
  },
  // Locations are those of the document, whatever its dialect is rewritten to.
  {
    dialect: "draft-07",
    schema: { items: [{ type: "string" }], additionalItems: { type: "number" } },
    given: [1, "y"],
    expected: ["/0 type @#/items/0/type: [0] must be a string", "/1 type @#/additionalItems/type: [1] must be a number"],
  },
];

test.each(table)("of $given", async ({ given, schema, dialect, expected }) => {
  const made = compileValidator(schema, dialect === undefined ? {} : { dialect });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const { validateValue } = await import(`data:text/javascript,${encodeURIComponent(made.module)}`);
  const { issues } = validateValue(given);
  expect(
    issues.map((one: Record<string, unknown>) => `${one["pointer"]} ${one["keyword"]} @${one["location"]}: ${one["message"]}`),
  ).toEqual(expected);
  for (const { message, expected: words } of issues) expect(message.endsWith(` must ${words}`)).toBe(true);
});

test("an issue that speaks for several forms says so, and one of a form's own does not", async () => {
  const made = compileValidator({ oneOf: [tag("circle", "radius"), tag("square", "width"), { type: "string", enum: ["none"] }] });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const { validateValue } = await import(`data:text/javascript,${encodeURIComponent(made.module)}`);
  const said = (given: Json): object =>
    validateValue(given).issues.map(({ keyword, forms }: Record<string, unknown>) => ({ keyword, forms }));
  expect(said({ kind: "line" })).toEqual([{ keyword: "const", forms: 2 }]);
  expect(said({ kind: "circle", radius: "1" })).toEqual([{ keyword: "type", forms: undefined }]);
  // A text is none of the texts, rather than no object.
  expect(said("some")).toEqual([{ keyword: "enum", forms: undefined }]);
});

test.each([
  ["draft-07", true],
  ["draft7", true],
  ["2019-09", true],
  ["draft2020-12", true],
  ["http://json-schema.org/draft-04/schema#", true],
  ["draft-05", false],
  ["", false],
])("a dialect called %j is known: %j", (dialect, expected) => {
  const made = compileValidator(true, JSON.parse(JSON.stringify({ dialect })));
  expect(made.ok ? true : made.problems.map(({ code, location }) => [code, location])).toEqual(expected || [["dialect-unknown", "#"]]);
});
