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

test("the place is the first: what stands before it may go on as JSON, with the token that begins there it may not", () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const error = jsonSyntaxError(text);
      if (error === undefined) return;
      const offset = offsetOf(text, error);
      const before = text.slice(0, offset);
      const cut = jsonSyntaxError(before);
      // A number may be whole and go on all the same; a string cannot end before its quotation mark.
      if (cut !== undefined) expect([cut.message, offsetOf(before, cut)]).toEqual(["unexpected end", offset]);
      expect(error.message).toMatch(offset === text.length ? /^unexpected end$/ : /^unexpected (?:".*"|U\+[0-9a-f]+)$/s);
      if (offset === text.length || text[offset] === '"') return;
      // Whatever follows the token cannot mend it.
      for (const end of ["", "0", "]", "}", '""', ":0}"]) expect(parses(`${text} ${end}`)).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

describe("the place and the words", () => {
  const cases: readonly { given: string; expected: readonly [line: number, column: number, message: string] }[] = [
    { given: "", expected: [1, 1, "unexpected end"] },
    { given: '{"a": 1\n"b": 2}', expected: [2, 1, 'unexpected "\\"b\\""'] },
    { given: '{"a": 1 x', expected: [1, 9, 'unexpected "x"'] },
    { given: '{\r\n  "a": 1,\r\n}', expected: [3, 1, 'unexpected "}"'] },
    { given: "[1,\r2,\r]", expected: [3, 1, 'unexpected "]"'] },
    { given: "[,", expected: [1, 2, 'unexpected ","'] },
    { given: "[1 2]", expected: [1, 4, 'unexpected "2"'] },
    { given: "[}", expected: [1, 2, 'unexpected "}"'] },
    { given: "[{]", expected: [1, 3, 'unexpected "]"'] },
    { given: "{a: 1}", expected: [1, 2, 'unexpected "a"'] },
    { given: "{1: 1}", expected: [1, 2, 'unexpected "1"'] },
    { given: '{"a" 1}', expected: [1, 6, 'unexpected "1"'] },
    { given: '{"a":}', expected: [1, 6, 'unexpected "}"'] },
    { given: '{"a","b"}', expected: [1, 5, 'unexpected ","'] },
    { given: '["a":1]', expected: [1, 5, 'unexpected ":"'] },
    { given: '[{"a":[]}', expected: [1, 10, "unexpected end"] },
    { given: "[1] 2", expected: [1, 5, 'unexpected "2"'] },
    { given: "[01]", expected: [1, 2, 'unexpected "01"'] },
    { given: "[1.]", expected: [1, 2, 'unexpected "1."'] },
    { given: "trux", expected: [1, 1, 'unexpected "trux"'] },
    { given: "'single'", expected: [1, 1, "unexpected \"'single'\""] },
    { given: "\ufeff{}", expected: [1, 1, "unexpected U+feff"] },
    { given: "[1,\u00a02]", expected: [1, 4, "unexpected U+a0"] },
    { given: '["é😀" 😀]', expected: [1, 8, "unexpected U+1f600"] },
    { given: '[\n"a\nb"]', expected: [2, 1, 'unexpected "\\"a\\nb\\""'] },
    { given: '["a", "\\x"]', expected: [1, 7, 'unexpected "\\"\\\\x\\""'] },
    { given: '["\\\\", "\\\""', expected: [1, 12, "unexpected end"] },
    { given: '["abc', expected: [1, 2, 'unexpected "\\""'] },
    { given: '["abc\\"', expected: [1, 2, 'unexpected "\\""'] },
    { given: "<html>", expected: [1, 1, 'unexpected "<html>"'] },
    { given: "a".repeat(1000), expected: [1, 1, `unexpected "${"a".repeat(20)}"`] },
  ];
  test.each(cases)("$given", ({ given, expected: [line, column, message] }) => {
    expect(jsonSyntaxError(given)).toEqual({ line, column, message });
  });
});

test("neither depth nor length exhausts the stack", () => {
  const openers = "[".repeat(100_000);
  expect(jsonSyntaxError(openers)).toEqual({ line: 1, column: 100_001, message: "unexpected end" });
  expect(jsonSyntaxError(openers + "]".repeat(100_000))).toBeUndefined();
  expect(jsonSyntaxError('{"a":'.repeat(100_000))?.column).toBe(500_001);
  for (const unit of ["\\n", "a\\n", "\\\\", '\\"', "é"]) {
    const string = `"${unit.repeat(3_000_000)}"`;
    expect(jsonSyntaxError(string)).toBeUndefined();
    expect(jsonSyntaxError(string.slice(0, -1))?.column).toBe(1);
  }
});
