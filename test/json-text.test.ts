// Reading JSON text: what JSON.parse reads is read the same, damage is read over and reported, places are exact.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../scripts/contract.ts";
import { entries, isArray } from "../scripts/lib/json.ts";
import { pointerBelow } from "../scripts/lib/pointer.ts";
import { readJson, restIsBlank } from "../scripts/readers/json-text.ts";
import type { JsonValueText } from "../scripts/readers/json-text.ts";

const parse = (text: string): Json => JSON.parse(text);

function readable(text: string, from?: number): { text: JsonValueText; repairs: readonly object[] } {
  const read = readJson(text, from);
  if (!read.ok) throw new Error(`${read.offset}: ${read.problem}`);
  return read;
}

/** Vitest's own equality stumbles over members called `constructor` and `__proto__`. */
function expectSame(actual: Json, expected: Json): void {
  if (!isDeepStrictEqual(actual, expected)) expect.fail(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

/** Every pointer into a value, with the value it names. */
function pointers(value: Json, pointer = ""): readonly (readonly [string, Json])[] {
  const inner: readonly (readonly [string | number, Json])[] = isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : entries(value);
  return [[pointer, value], ...inner.flatMap(([key, below]) => pointers(below, pointerBelow(pointer, key)))];
}

const cut = (text: string, offset: number, length: number): Json => parse(text.slice(offset, offset + length));

const anyJson = fc.oneof(
  fc.json({ stringUnit: "binary" }),
  fc.jsonValue({ stringUnit: "binary", maxDepth: 6 }).map((value) => JSON.stringify(value, null, 2)),
  fc
    .dictionary(fc.constantFrom("__proto__", "constructor", "toString", "a/b", "m~n", "", "0"), fc.jsonValue())
    .map((value) => JSON.stringify(value)),
);

test("a text of JSON is read as JSON.parse reads it, with the place of each value and key", () => {
  fc.assert(
    fc.property(anyJson, (json) => {
      const { text, repairs } = readable(json);
      expect(repairs).toEqual([]);
      expectSame(text.value, parse(json));
      expect(JSON.stringify(text.value)).toBe(JSON.stringify(parse(json)));
      for (const [pointer, value] of pointers(text.value)) {
        const place = text.place(pointer);
        if (place === undefined) throw new Error(`no place for ${pointer}`);
        expectSame(cut(json, place.offset, place.length), value);
        const key = cut(json, place.keyOffset, place.keyLength);
        if (place.keyOffset === place.offset) expect(place.keyLength).toBe(place.length);
        else expect(pointer.endsWith(pointerBelow("", String(key)))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("the quick way through a text that is JSON and the careful one find the same", () => {
  fc.assert(
    fc.property(anyJson, (json) => {
      const { text } = readable(json);
      const careful = readJson(` ${json}`, 1);
      if (!careful.ok) throw new Error(careful.problem);
      expectSame(careful.text.value, text.value);
      expect([careful.text.start, careful.text.end]).toEqual([text.start + 1, text.end + 1]);
      for (const [pointer] of pointers(text.value)) {
        const { offset = 0, length, keyOffset = 0, keyLength } = text.place(pointer) ?? {};
        expect(careful.text.place(pointer)).toEqual({ offset: offset + 1, length, keyOffset: keyOffset + 1, keyLength });
      }
    }),
    { numRuns: 500 },
  );
});

test("damage is a problem inside the text or a repair, and without any of them JSON.parse reads the same", () => {
  const damaged = fc
    .record({
      json: anyJson,
      at: fc.nat(),
      drop: fc.nat(2),
      put: fc.constantFrom("", ",", " ", "\n", '"', "}", "]", "{", "[", ":", "/", "\\", "0", "-", ".", "e", "\u0001", "x"),
    })
    .map(({ json, at, drop, put }) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + drop));
  fc.assert(
    fc.property(damaged, (text) => {
      const read = readJson(text);
      if (!read.ok) {
        expect(() => parse(text)).toThrow();
        expect(read.offset).toBeLessThanOrEqual(text.length);
        expect(read.offset + read.length).toBeLessThanOrEqual(text.length);
      } else if (restIsBlank(text, read.text.end) && read.repairs.every((repair) => repair.slug === "json-duplicate-key")) {
        expectSame(read.text.value, parse(text));
      } else expect(() => parse(text)).toThrow();
    }),
    { numRuns: 5000 },
  );
});

test("commas taken out at line ends, or put in before closers, do not change what is read", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: fc.constantFrom("a", "b") }), (value) => {
      const lines = JSON.stringify(value, null, 2);
      const expected = parse(lines);
      expectSame(readable(lines.replace(/,\n/g, "\n")).text.value, expected);
      expectSame(readable(lines.replace(/([^[{,])\n/g, "$1,\n")).text.value, expected);
      expect(readable(lines.replace(/,\n/g, "\n")).repairs.length).toBe(lines.match(/,\n/g)?.length ?? 0);
    }),
  );
});

describe("read over and reported", () => {
  const cases: readonly {
    given: string;
    value: Json;
    expected: readonly (readonly [slug: string, text: string, offset: number, fact?: string])[];
  }[] = [
    { given: '{"a": 1,}', value: { a: 1 }, expected: [["json-trailing-comma", ",", 7, "}"]] },
    { given: "[1 , ]", value: [1], expected: [["json-trailing-comma", ",", 3, "]"]] },
    { given: '{"a": 1\n"b": 2}', value: { a: 1, b: 2 }, expected: [["json-missing-comma", '"', 8]] },
    { given: "[{} {}]", value: [{}, {}], expected: [["json-missing-comma", "{", 4]] },
    {
      given: "[1/**/ 2]",
      value: [1, 2],
      expected: [
        ["json-comment", "/**/", 2],
        ["json-missing-comma", "2", 7],
      ],
    },
    {
      given: "[1 true -2]",
      value: [1, true, -2],
      expected: [
        ["json-missing-comma", "t", 3],
        ["json-missing-comma", "-", 8],
      ],
    },
    { given: "// a\n{} ", value: {}, expected: [["json-comment", "// a", 0]] },
    {
      given: '{/*1*/"a"/*2*/:/*3*/1/*4*/,/*5*/}',
      value: { a: 1 },
      expected: [
        ["json-comment", "/*1*/", 1],
        ["json-comment", "/*2*/", 9],
        ["json-comment", "/*3*/", 15],
        ["json-comment", "/*4*/", 21],
        ["json-trailing-comma", ",", 26, "}"],
        ["json-comment", "/*5*/", 27],
      ],
    },
    {
      given: "[1 // one\r2]",
      value: [1, 2],
      expected: [
        ["json-comment", "// one", 3],
        ["json-missing-comma", "2", 10],
      ],
    },
    { given: '{"a": 1, "b": 2, "\\u0061": 3}', value: { a: 3, b: 2 }, expected: [["json-duplicate-key", '"\\u0061"', 17, "a"]] },
    {
      given: '{"__proto__": 1, "__proto__": 2}',
      value: parse('{"__proto__": 2}'),
      expected: [["json-duplicate-key", '"__proto__"', 17, "__proto__"]],
    },
    { given: "\ufeff{}", value: {}, expected: [] },
    { given: "[1E5, 2e-3, -0.0]", value: [100_000, 0.002, -0], expected: [] },
  ];
  test.each(cases)("$given", ({ given, value, expected }) => {
    const read = readJson(given);
    if (!read.ok) throw new Error(read.problem);
    expectSame(read.text.value, value);
    const found = read.repairs.map(({ slug, offset, length, facts }) => [
      slug,
      given.slice(offset, offset + length),
      offset,
      ...Object.values(facts),
    ]);
    expect(found).toEqual(expected);
  });
});

describe("not read", () => {
  const cases: readonly { given: string; expected: string; at: number; length?: number }[] = [
    { given: "", expected: "expected a value, found the end of the text", at: 0, length: 0 },
    { given: "}", expected: 'expected a value, found "}"', at: 0 },
    { given: "01", expected: 'expected a value, found "01"', at: 0, length: 2 },
    { given: "[+1]", expected: 'expected a value, found "+1"', at: 1, length: 2 },
    { given: "[.5]", expected: 'expected a value, found ".5"', at: 1, length: 2 },
    { given: "1.", expected: 'expected a value, found "1."', at: 0, length: 2 },
    { given: "1e+", expected: 'expected a value, found "1e+"', at: 0, length: 3 },
    { given: "-", expected: 'expected a value, found "-"', at: 0 },
    { given: "0x1F", expected: 'expected a value, found "0x1F"', at: 0, length: 4 },
    { given: "[NaN]", expected: 'expected a value, found "NaN"', at: 1, length: 3 },
    { given: "[1, nullable]", expected: 'expected a value, found "nullable"', at: 4, length: 8 },
    { given: "[,]", expected: 'expected a value, found ","', at: 1 },
    { given: "[1,,]", expected: 'expected a value, found ","', at: 3 },
    { given: "[1", expected: 'expected "," or "]", found the end of the text', at: 2, length: 0 },
    { given: '["a""b"]', expected: 'expected "," or "]", found a string', at: 4 },
    { given: "[1/**/2]", expected: 'expected "," or "]", found "2"', at: 6 },
    { given: "[1 …]", expected: 'expected "," or "]", found "…"', at: 3 },
    { given: "[1 }", expected: 'expected "," or "]", found "}"', at: 3 },
    { given: "{a: 1}", expected: 'expected a quoted member name, found "a"', at: 1 },
    { given: '{"a": 1, b: 2}', expected: 'expected a quoted member name, found "b"', at: 9 },
    { given: '{"a" 1}', expected: 'expected ":", found "1"', at: 5 },
    { given: '{"a": }', expected: 'expected a value, found "}"', at: 6 },
    { given: '{"a": 1\u00a0}', expected: 'expected "," or "}", found U+00A0', at: 7 },
    { given: "['a']", expected: 'expected a value, found "\'"', at: 1 },
    { given: "[1 /* x", expected: "the text ends inside a comment", at: 3, length: 2 },
    { given: '["abc', expected: "the text ends inside a string", at: 1, length: 4 },
    { given: '["abc\\', expected: "the text ends inside a string", at: 1, length: 5 },
    { given: '"a\nb"', expected: "the string holds the control character U+000A, which JSON does not allow", at: 2 },
    { given: '"\u001f"', expected: "the string holds the control character U+001F, which JSON does not allow", at: 1 },
    { given: '"a\\x"', expected: 'the string holds "\\x", which begins no escape that JSON knows', at: 2, length: 2 },
    { given: '"\\u12G4"', expected: 'the string holds "\\u", which begins no escape that JSON knows', at: 1, length: 2 },
    { given: `[${"x".repeat(50)}]`, expected: `expected a value, found "${"x".repeat(40)}…"`, at: 1, length: 50 },
    { given: "[".repeat(501), expected: "the value is more than 500 levels deep", at: 500 },
    { given: '{"a":'.repeat(100_000), expected: "the value is more than 500 levels deep", at: 2500 },
  ];
  test.each(cases)("$given", ({ given, expected, at, length = 1 }) => {
    expect(readJson(given)).toEqual({ ok: false, offset: at, length, problem: expected });
  });
});

test("five hundred levels are read", () => {
  const json = "[".repeat(500) + "]".repeat(500);
  const { text } = readable(json);
  expect(text.place("/0".repeat(499))).toEqual({ offset: 499, length: 2, keyOffset: 499, keyLength: 2 });
});

test("reading begins at an offset and stops at the value's end", () => {
  const given = 'Response: {"a": 1}\n{"b": 2} done';
  const first = readable(given, 9).text;
  expect([first.value, first.start, first.end, restIsBlank(given, first.end)]).toEqual([{ a: 1 }, 10, 18, false]);
  const second = readable(given, first.end).text;
  expect([second.value, second.place("/b")]).toEqual([{ b: 2 }, { offset: 25, length: 1, keyOffset: 20, keyLength: 3 }]);
});

test("only white space of JSON is blank", () => {
  const cases = [
    ["1 \t\r\n", true],
    ["1", true],
    ["1\u00a0", false],
    ["1 //", false],
  ] as const;
  expect(cases.map(([given]) => [given, restIsBlank(given, 1)])).toEqual(cases);
});

test("a pointer to nothing has no place, nor has what a second member replaced", () => {
  const { text } = readable('{"a": {"x": 1}, "a": {"y": [true]}}');
  expect(text.place("/a/y/0")).toEqual({ offset: 28, length: 4, keyOffset: 28, keyLength: 4 });
  expect(["/a/x", "/a/y/1", "/a/y/00", "/a/y/0/z", "/toString", "xa", "/"].map(text.place)).toEqual(Array.from({ length: 7 }));
});
