// Schemas with a vendor's text in each place that reaches a validator's code, and schemas that are very deep, wide or repetitive.
import type { Json, JsonObject } from "../../scripts/contract.ts";
import { pointerToken } from "../../scripts/lib/pointer.ts";

/** Texts that end strings, comments, templates and lines. */
const BREAKING = [
  "",
  " ",
  `"'`,
  "`\\",
  "${globalThis.injected = 1}",
  "*/ globalThis.injected = 1; /*",
  "</script><script>",
  "\u2028",
  "\u2029",
  "\n//",
  "\r",
  "\0",
  "\ud800",
  "\udc00",
  "\u202e",
  "😀",
  "日本",
  "a/b~c%25",
  "~1",
  "#",
  "[0]",
  "(?<x>",
  "x".repeat(3000),
];

/** Words of the language, and what every object inherits. */
const LANGUAGE = (
  "undefined null true NaN Infinity arguments await async eval class new this super yield static enum let var const default function return import export " +
  "Object Array String Number Boolean Set Map Math JSON BigInt RegExp Symbol Error globalThis __proto__ constructor prototype toString valueOf hasOwnProperty length then"
).split(" ");

/** What generated code calls its variables, constants and functions. */
const GENERATED = (
  "value found at depth name name_ name2 name2_ index index_ index2 index2_ item item_ item1 item2 member member_ member2 matching matching_ fits1 covers1 other otherMember " +
  "isValue isValueAt validateValue checkValue isObject isArray issue issueAt token accessor firstAccessor nearest oneOf resultOf tooDeep sameValue isOneOf ownMember MOST_LEVELS " +
  "own- issue- is-x x-member valuePattern valuePattern_2 valueNamePattern_2 valueValue_2 valueNames Is Validate Check Same At Issue Issues Value Result T Record"
).split(" ");

/** Names that differ only in what names cannot hold. */
const ALIKE = ["a-b", "a_b", "aB", "a b", "A_B", "ab", "AB", "0", "1", "01", "1a"];

export const HOSTILE_NAMES: readonly string[] = [...new Set([...BREAKING, ...LANGUAGE, ...GENERATED, ...ALIKE])];

/** A schema, and values to hold it against. */
export interface Placed {
  readonly schema: JsonObject;
  readonly values: readonly Json[];
}

const STRING = { type: "string" };
const one = (name: string, value: Json): JsonObject => Object.fromEntries([[name, value]]);
const object = (name: string, value: Json): JsonObject => ({ type: "object", properties: one(name, value), required: [name] });
const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}/]/g, "\\$&");

/** Places for a name. The values are right and wrong ones, each with and without the name. */
export const PLACES: { readonly [title: string]: (name: string) => Placed } = {
  "members of all kinds, side by side with those that are alike": (name) => ({
    schema: {
      type: "object",
      properties: {
        ...one(name, STRING),
        constructor: { type: "number" },
        ...Object.fromEntries(["index", "name", "item", "own-", "a b"].filter((each) => each !== name).map((each) => [each, true])),
      },
      required: [name],
      additionalProperties: false,
    },
    values: [one(name, "x"), one(name, 1), {}, { ...one(name, "x"), more: 1 }, { ...one(name, "x"), index: 1, "own-": 2 }, 1],
  }),
  "members inside members": (name) => ({
    schema: object(name, object(name, object(name, { type: ["string", "null"] }))),
    values: [one(name, one(name, one(name, "x"))), one(name, one(name, one(name, 1))), one(name, one(name, {})), one(name, 1), {}],
  }),
  "lists and maps in each other": (name) => {
    const inner = object(name, STRING);
    const map = { type: "object", additionalProperties: inner };
    const schema = object(name, { type: "array", items: { type: "array", items: { type: "object", additionalProperties: map } } });
    return {
      schema,
      values: [
        one(name, [[one(name, one(name, one(name, "x")))]]),
        one(name, [[], [one("q", one(name, one(name, 1)))]]),
        one(name, [[one(name, one("q", {}))], 1]),
        one(name, [[1]]),
        one(name, 1),
      ],
    };
  },
  "each loop over members that have its variable's name": (name) => ({
    schema: {
      properties: {
        ...one(name, { type: "object", additionalProperties: object(`${name}_`, STRING) }),
        list: { items: object(name, STRING) },
      },
    },
    values: [
      one(name, { q: one(`${name}_`, "x") }),
      one(name, { q: one(`${name}_`, 1) }),
      one(name, { q: {} }),
      { list: [one(name, "x"), one(name, 1), {}] },
    ],
  }),
  "tuples and their parts": (name) => ({
    schema: object(name, {
      type: "array",
      prefixItems: [object(name, STRING), { prefixItems: [object(`${name}Item1`, STRING)] }],
      items: { contains: object(name, { const: 1 }) },
    }),
    values: [
      one(name, [one(name, "x"), [one(`${name}Item1`, "x")]]),
      one(name, [one(name, 1), [{}], [1]]),
      one(name, [1, 2, [one(name, 1)]]),
    ],
  }),
  "what depends on a member": (name) => ({
    schema: {
      properties: { ...one(name, { type: "number" }), other: true },
      dependentRequired: { ...one(name, ["other", "more"]), other: [name] },
      dependentSchemas: one(name, { properties: { other: object(name, STRING) } }),
    },
    values: [
      { ...one(name, 1), other: one(name, "x"), more: 1 },
      one(name, 1),
      { other: 1 },
      { ...one(name, "x"), other: one(name, 1), more: 1 },
      {},
    ],
  }),
  "what nothing else has looked at": (name) => ({
    schema: {
      items: {
        anyOf: [
          { properties: one(name, STRING), required: [name] },
          { properties: { other: { items: object(name, true), unevaluatedItems: false } } },
        ],
        unevaluatedProperties: {
          type: "object",
          anyOf: [{ properties: one(name, true) }, { required: ["other"] }],
          unevaluatedProperties: false,
        },
      },
    },
    values: [
      [one(name, "x")],
      [{ other: [] }],
      [{ ...one(name, "x"), more: one(name, 1) }],
      [{ ...one(name, "x"), more: { x: 1 } }],
      [{ other: [{}] }],
    ],
  }),
  "values and their keys": (name) => ({
    schema: { properties: { a: { const: name }, b: { enum: [name, 1, one(name, name), [name]] }, c: { const: one(name, [name]) } } },
    values: [
      { a: name, b: name, c: one(name, [name]) },
      { a: 1, b: one(name, name), c: {} },
      { a: `${name}x`, b: [name], c: one(name, [1]) },
      { b: {} },
    ],
  }),
  "a pattern": (name) => ({
    schema: {
      patternProperties: { ...one(escaped(name), STRING), "^b": { pattern: escaped(name) } },
      propertyNames: { not: { pattern: `^q${escaped(name)}$` } },
      additionalProperties: false,
    },
    values: [one(`x${name}`, "x"), one(name, 1), { b: name }, { b: "-" }, one(`q${name}`, "x"), { zzz: 1 }],
  }),
  "a definition, recursive": (name) => ({
    schema: {
      $ref: `#/$defs/${encodeURIComponent(pointerToken(name.toWellFormed()))}`,
      properties: one(name, { $ref: "#/$defs/Other" }),
      $defs: {
        ...one(name.toWellFormed(), {
          type: ["object", "array"],
          properties: { next: { $ref: "#" }, c: { const: one(name, 1) } },
          items: { $ref: "#" },
        }),
        Other: { type: "object", properties: one(name, STRING), patternProperties: { "^a": STRING, "^b": STRING }, const: one(name, "x") },
      },
    },
    values: [
      { next: { next: [] } },
      { next: { next: 1, c: one(name, 1) } },
      { c: {} },
      [[1]],
      one(name, one(name, "x")),
      one(name, { bb: 1 }),
    ],
  }),
  "words for people": (name) => ({
    schema: {
      title: name,
      description: name,
      $comment: name,
      format: name,
      default: name,
      examples: [name],
      properties: { a: { description: name, title: name, type: "string" } },
    },
    values: [{ a: "x" }, { a: 1 }],
  }),
};

const nest = (levels: number, around: (inner: Json) => Json, core: Json): Json => {
  let made = core;
  for (let level = 0; level < levels; level += 1) made = around(made);
  return made;
};

const definitions = (count: number, of: (next: string, index: number) => Json): JsonObject => ({
  $ref: "#/$defs/d0",
  $defs: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`d${index}`, index === count - 1 ? STRING : of(`#/$defs/d${index + 1}`, index)]),
  ),
});

const range = <T>(count: number, of: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => of(index));
const members = (count: number, value: Json): JsonObject => Object.fromEntries(range(count, (index) => [`p${index}`, value]));

/** Schemas that are large in one way, and a value that goes all the way in. */
export const LARGE: readonly (readonly [title: string, schema: Json, value: Json])[] = [
  ["20,000 members", { type: "object", properties: members(20_000, STRING) }, members(20_000, 1)],
  ["a union of 500 forms", { oneOf: range(500, (at) => object(`p${at}`, { const: at })) }, { p7: 8 }],
  ["2,000 parts", { allOf: range(2000, (at) => object(`p${at}`, STRING)) }, {}],
  ["20,000 values", { enum: range(20_000, (at) => (at % 3 === 0 ? [at] : at)) }, [-1]],
  ["500 levels of or-null", nest(500, (inner) => ({ anyOf: [inner, { type: "null" }] }), STRING), 1],
  ["500 levels of anyOf", nest(500, (inner) => ({ anyOf: [inner, { const: 2 }, { const: 3 }] }), STRING), 1],
  ["500 levels of oneOf", nest(500, (inner) => ({ oneOf: [{ type: "boolean" }, inner] }), STRING), 1],
  ["500 levels of not", nest(500, (inner) => ({ not: inner }), STRING), 1],
  ["500 levels of if", nest(500, (inner) => ({ if: { required: ["a"] }, then: inner, else: { type: "number" } }), STRING), { a: 1 }],
  ["500 levels of if in if", nest(500, (inner) => ({ if: inner, then: { minimum: 2 }, else: { maximum: 2 } }), STRING), 1],
  ["400 levels of maps", nest(400, (inner) => ({ type: "object", additionalProperties: inner }), STRING), nest(400, (a) => ({ a }), 1)],
  ["400 levels of lists", nest(400, (items) => ({ type: "array", items }), STRING), nest(400, (item) => [item], 1)],
  ["400 levels of members", nest(400, (inner) => object("a", inner), STRING), nest(400, (a) => ({ a }), 1)],
  ["a way of 2,000 references", definitions(2000, ($ref) => ({ $ref })), 1],
  ["a way of 2,000 references with rules", definitions(2000, ($ref, minimum) => ({ $ref, minimum })), 1],
  ["a way of 1,000 references by members", definitions(1000, ($ref) => object("a", { $ref })), nest(999, (a) => ({ a }), 1)],
  ["references that double, by not", definitions(60, ($ref) => ({ $ref, not: { $ref } })), 1],
  ["references that double, by members", definitions(60, ($ref) => ({ properties: { a: { $ref }, b: { $ref } } })), { a: { b: 1 } }],
  ["references that double, by parts", definitions(12, ($ref) => ({ allOf: [{ $ref }, { $ref }] })), 1],
];

/** Schemas that no stack holds: they have problems, or are compiled. */
export const BOTTOMLESS: readonly (readonly [title: string, schema: Json])[] = (
  [
    ["members", (a) => ({ properties: { a } })],
    ["lists", (items) => ({ items })],
    ["parts", (inner) => ({ allOf: [inner] })],
    ["not", (inner) => ({ not: inner })],
    ["conditions", (inner) => ({ if: inner, then: false })],
    ["constants", (inner) => ({ const: inner })],
    ["remarks", (inner) => ({ unknown: inner })],
  ] as const satisfies readonly (readonly [string, (inner: Json) => Json])[]
).map(([title, around]) => [title, nest(5000, around, STRING)]);
