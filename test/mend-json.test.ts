// Mending JSON that is damaged in its structure: what comes out, what is said of it, and that whole JSON is left alone.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../scripts/contract.ts";
import { readJson } from "../scripts/readers/json-text.ts";
import { mendJson } from "../scripts/readers/mend-json.ts";
import { cameFrom } from "../scripts/readers/page-text.ts";

const parse = (text: string): Json => JSON.parse(text);

/** The value of a text, mended, with what was done: slug, and the text at its place. */
function mended(text: string): { readonly value: Json; readonly repairs: readonly string[]; readonly end: number } | string {
  const made = mendJson(text, 0, text.length);
  if (!made.ok) return `${made.offset}: ${made.problem}`;
  const read = readJson(made.text);
  if (!read.ok) return `${cameFrom(made.pieces, read.offset)}: ${read.problem}`;
  const own = made.repairs.map(({ slug, offset, length }) => `${slug} ${text.slice(offset, offset + length)}`);
  const further = read.repairs.map(({ slug, offset, length }) => {
    const at = cameFrom(made.pieces, offset);
    return `${slug} ${text.slice(at, at + length)}`;
  });
  return { value: read.text.value, repairs: [...own, ...further], end: made.end };
}

const cases: readonly (readonly [text: string, value: Json, repairs: readonly string[]])[] = [
  ['"a": 1, "b": {}', { a: 1, b: {} }, ['json-fragment "a"']],
  ['"data": {"a": 1}, "id": 2 }', { data: { a: 1 }, id: 2 }, ['json-fragment "data"']],
  ['{"a": [1, {"b": 2', { a: [1, { b: 2 }] }, ["json-unclosed 2"]],
  ['{"a": 1,', { a: 1 }, ["json-unclosed ,"]],
  ['{"a": [', { a: [] }, ["json-unclosed ["]],
  ['{"a": [1, 2}', { a: [1, 2] }, ["json-unclosed }"]],
  ['{"a": 1]}', { a: 1 }, ["json-closer-stray ]"]],
  ['{"a": [\n"b": 1,\n"b": 2\n]}', { a: [{ b: 1 }, { b: 2 }] }, ['json-opener-missing "b"', 'json-opener-missing "b"']],
  ['{\n  "a": {\n    "b": 1,\n  "c": 2\n}', { a: { b: 1 }, c: 2 }, ['json-unclosed "c"']],
  ['{"a": 1, ...}', { a: 1 }, ["json-ellipsis ..."]],
  ['{..., "a": 1}', { a: 1 }, ["json-ellipsis ..."]],
  ['{"a": …, "b": [1, ...]}', { b: [1] }, ["json-ellipsis …", "json-ellipsis ..."]],
  ['{"a": {...}}', { a: {} }, ["json-ellipsis ..."]],
  ["{'a': True, b: “x”}", { a: true, b: "x" }, ["json-spelling 'a'", "json-spelling True", "json-spelling b", "json-spelling “x”"]],
  ['{"a": "it\\\'s", "b": 1}', { a: "it's", b: 1 }, ['json-spelling "it\\\'s"']],
  ['{"a": "no end,\n"b": 1}', { a: "no end", b: 1 }, ['json-spelling "no end']],
  ['{"a": [1 2], /* c */ "b": 1,}', { a: [1, 2], b: 1 }, ["json-missing-comma 2", "json-comment /* c */", "json-trailing-comma ,"]],
  ['{"a": 1, # c\n"b": 2}', { a: 1, b: 2 }, ["json-comment # c"]],
  ["{&quot;a&quot;: &quot;b&quot;}", { a: "b" }, ["json-spelling &quot;a&quot;", "json-spelling &quot;b&quot;"]],
  ['{\\n\\"a\\": 1}', { a: 1 }, ["json-copied-along \\n", 'json-spelling \\"a\\"']],
  ['1 {\n2   "a": 1\n3 }', { a: 1 }, ["json-copied-along 1 "]],
  ['1\n{\n2\n"a": 1\n3\n}', { a: 1 }, ["json-copied-along 1"]],
];

describe("mended", () => {
  test.each(cases)("%s", (text, value, repairs) => {
    expect(mended(text)).toMatchObject({ value, repairs });
  });

  test("one value at a time: the next one begins where nothing else can", () => {
    const text = '{\n  "a": [\n    1\n{\n  "b": 2\n}';
    expect(mended(text)).toMatchObject({ value: { a: [1] }, repairs: ["json-unclosed 1"], end: text.indexOf('\n{\n  "b"') });
  });
});

describe("beyond repair", () => {
  test.each([
    ['{"a": }', "6: a value is missing before this"],
    ['{"a": <key>}', "6: this is no JSON"],
    ['{"a": 1 "b"}', "8: a string can not stand here"],
    ['{"a": some words}', '6: "some" is no value of JSON'],
    ['{"a"', "1: a string can not stand here"],
    ["{ { }", '2: "{" can not stand here'],
  ])("%s", (text, problem) => {
    expect(mended(text)).toBe(problem);
  });
});

test("a text of JSON is not changed, and nothing is said of it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const found = mended(text);
      if (typeof found === "string") throw new Error(found);
      expect(found.repairs).toEqual([]);
      if (!isDeepStrictEqual(found.value, parse(text))) expect.fail(`${JSON.stringify(found.value)} is not ${text}`);
    }),
  );
});

test("whatever is damaged, there is a value that is JSON or a problem in the text, and no silence", () => {
  const damaged = fc
    .record({
      value: fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme-ascii" }),
      cuts: fc.array(
        fc.record({ at: fc.nat(), drop: fc.nat(3), put: fc.constantFrom("", ",", "{", "}", "]", '"', "...", "\n", "'", ":", "x") }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ value, cuts }) =>
      cuts.reduce(
        (text, { at, drop, put }) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + put + text.slice(place + drop);
        },
        JSON.stringify(value, null, 2),
      ),
    );
  fc.assert(
    fc.property(damaged, (text) => {
      const made = mendJson(text, 0, text.length);
      if (!made.ok) {
        expect(made.offset).toBeGreaterThanOrEqual(0);
        expect(made.offset + made.length).toBeLessThanOrEqual(text.length);
        return;
      }
      const read = readJson(made.text);
      const told = made.repairs.length + (read.ok ? read.repairs.length : 1);
      const isJson = ((): boolean => {
        try {
          parse(text.slice(0, made.end));
          return true;
        } catch {
          return false;
        }
      })();
      if (!isJson) expect(told).toBeGreaterThan(0);
      for (const repair of made.repairs) expect(repair.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});
