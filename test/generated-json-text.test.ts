// The generated package's search for the place where a text stops being JSON.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonSyntaxError } from "../templates/src/json-text.ts";

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const valid = fc.oneof(
  fc.json({ stringUnit: "binary" }),
  fc.jsonValue({ stringUnit: "binary" }).map((value) => JSON.stringify(value, null, "\t")),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => `[${value.toExponential()}, true, false, null, "\\u00e9\\n"]`),
);
const piece = fc.oneof(
  fc.constantFrom(...'{}[]:,"\\-+.eE019truefalsn \n\r\t/\u0000\u001f\ufeff\u2028\ud800'),
  fc.string({ unit: "binary", maxLength: 1 }),
);
const edit = fc.record({ at: fc.nat(), drop: fc.nat(1), put: fc.oneof(fc.constant(""), piece) });
const damaged = fc.tuple(valid, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([text, edits]) =>
  edits.reduce((whole, { at, drop, put }) => {
    const offset = at % (whole.length + 1);
    return whole.slice(0, offset) + put + whole.slice(offset + drop);
  }, text),
);

test("it finds no error exactly where JSON.parse does not throw", () => {
  const assembled = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  for (const texts of [valid, damaged, assembled]) {
    fc.assert(
      fc.property(texts, (text) => void expect(jsonSyntaxError(text) === undefined).toBe(parses(text))),
      { numRuns: 5000 },
    );
  }
});

/** The offset of a place. */
function offsetOf(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
  return (starts[line - 1] ?? Number.NaN) + column - 1;
}

test("the place is the first: what stands before it may go on as JSON, with the next character it may not", () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const error = jsonSyntaxError(text);
      if (error === undefined) return;
      const offset = offsetOf(text, error);
      const before = jsonSyntaxError(text.slice(0, offset));
      if (before !== undefined)
        expect([offsetOf(text, before), before.message]).toEqual([offset, expect.stringContaining("the text ends")]);
      const after = jsonSyntaxError(text.slice(0, offset + 1));
      if (offset < text.length) expect(after).toMatchObject({ line: error.line, column: error.column });
      else expect(error.message).toContain("the text ends");
    }),
    { numRuns: 5000 },
  );
});

describe("the place and the words", () => {
  const cases: readonly { given: string; expected: readonly [line: number, column: number, message: string] }[] = [
    { given: "", expected: [1, 1, "expected a value but the text ends"] },
    { given: '{"a": 1\n"b": 2}', expected: [2, 1, `expected "," or "}" but found '"'`] },
    { given: '{"a": 1 x', expected: [1, 9, 'expected "," or "}" but found "x"'] },
    { given: '{\r\n  "a": 1,\r\n}', expected: [3, 1, 'expected a member name but found "}"'] },
    { given: "[1,\r2,\r]", expected: [3, 1, 'expected a value but found "]"'] },
    { given: "[,", expected: [1, 2, 'expected a value or "]" but found ","'] },
    { given: "{a: 1}", expected: [1, 2, 'expected a member name or "}" but found "a"'] },
    { given: '{"a" 1}', expected: [1, 6, 'expected ":" but found "1"'] },
    { given: '{"a":}', expected: [1, 6, 'expected a value but found "}"'] },
    { given: '[{"a":[]}', expected: [1, 10, 'expected "," or "]" but the text ends'] },
    { given: "[1] 2", expected: [1, 5, 'expected the end of the text but found "2"'] },
    { given: "01", expected: [1, 2, 'expected the end of the text but found "1"'] },
    { given: "-x", expected: [1, 2, 'expected the rest of - but found "x"'] },
    { given: "[1.]", expected: [1, 4, 'expected the rest of 1. but found "]"'] },
    { given: "1e+", expected: [1, 4, "expected the rest of 1e+ but the text ends"] },
    { given: "trux", expected: [1, 4, 'expected the rest of tru but found "x"'] },
    { given: "nul", expected: [1, 4, "expected the rest of nul but the text ends"] },
    { given: "\ufeff{}", expected: [1, 1, "expected a value but found U+FEFF"] },
    { given: '["é😀" 😀]', expected: [1, 8, 'expected "," or "]" but found "😀"'] },
    { given: '["a\nb"]', expected: [1, 4, 'expected the rest of "a but found U+000A'] },
    { given: '"\\x"', expected: [1, 3, 'expected the rest of "\\ but found "x"'] },
    { given: '"\\v"', expected: [1, 3, 'expected the rest of "\\ but found "v"'] },
    { given: '"\\u12g4"', expected: [1, 6, 'expected the rest of "\\u12 but found "g"'] },
    { given: '"abc', expected: [1, 5, 'expected the rest of "abc but the text ends'] },
    { given: '"abc\\', expected: [1, 6, 'expected the rest of "abc\\ but the text ends'] },
    { given: '"abc\\u1', expected: [1, 8, 'expected the rest of "abc\\u1 but the text ends'] },
    { given: "<html>", expected: [1, 1, 'expected a value but found "<"'] },
    { given: "[1,\u00a02]", expected: [1, 4, "expected a value but found U+00A0"] },
    { given: '["\\\\", "\\\""', expected: [1, 12, 'expected "," or "]" but the text ends'] },
    { given: `"${"a".repeat(1000)}`, expected: [1, 1002, `expected the rest of "${"a".repeat(19)} but the text ends`] },
  ];
  test.each(cases)("$given", ({ given, expected: [line, column, message] }) => {
    expect(jsonSyntaxError(given)).toEqual({ line, column, message });
  });
});

test("neither depth nor length exhausts the stack", () => {
  const openers = "[".repeat(100_000);
  expect(jsonSyntaxError(openers)).toEqual({ line: 1, column: 100_001, message: 'expected a value or "]" but the text ends' });
  expect(jsonSyntaxError(openers + "]".repeat(100_000))).toBeUndefined();
  expect(jsonSyntaxError('{"a":'.repeat(100_000))?.column).toBe(500_001);
  for (const unit of ["\\n", "a\\n", "\\\\", '\\"', "é"]) {
    const string = `"${unit.repeat(3_000_000)}"`;
    expect(jsonSyntaxError(string)).toBeUndefined();
    expect(jsonSyntaxError(string.slice(0, -1))?.column).toBe(string.length);
  }
});
