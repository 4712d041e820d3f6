// The fast reader of YAML against the reader that knows all of it: the same values, at the same places, or none.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../scripts/compile.ts";
import { located } from "../scripts/lib/origin.ts";
import { pointerBelow } from "../scripts/lib/pointer.ts";
import { readBlockYaml } from "../scripts/readers/yaml-block.ts";
import { readAnyYaml, readYaml } from "../scripts/readers/yaml-value.ts";

/** The pointers of all members and items of a value. */
function pointersIn(value: Json, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [pointerBelow(pointer, key), ...pointersIn(inner, pointerBelow(pointer, key))]);
}

/** Says whether the fast reader took a text; what it took must be as the other one has it. */
async function agree(text: string): Promise<boolean> {
  if (readBlockYaml(text) === undefined) return false;
  const source = located("a.yaml", text);
  const [fast, slow] = [await readYaml(source), await readAnyYaml(source)];
  expect(slow.diagnostics, text).toEqual([]);
  expect(fast.text?.value, text).toEqual(slow.text?.value);
  for (const pointer of ["", ...pointersIn(slow.text?.value ?? null)]) {
    expect(fast.text?.origin(pointer), `${pointer} in ${text}`).toEqual(slow.text?.origin(pointer));
    expect(fast.text?.length(pointer), `${pointer} in ${text}`).toBe(slow.text?.length(pointer));
  }
  expect([...(fast.text?.written ?? [])].toSorted()).toEqual([...(slow.text?.written ?? [])].toSorted());
  return true;
}

const taken: readonly (readonly [name: string, text: string])[] = [
  ["objects and lists", "a:\n  b: 1\n  c:\n  - x\n  - y: z\n    w: [1, {k: v}]\n  d:\n    - - nested\n"],
  ["scalars on several lines", "a: one\n  two\n\n  three\nb: 'it''s\n  so'\nc: \"x\\ty\n\n  z\"\n"],
  ["literal texts", "a: |\n  one\n   two\n\n  three\nb: |-\n  x\nc: |+\n  y\n\nd: |2\n    z\n"],
  ["folded texts", "a: >\n  one\n  two\n\n  three\nb: >-\n\n  x\n"],
  ["comments", "# top\na: 1 # one\n# between\nb:  # two\n  # inside\n  - 'x' # three\n"],
  ["numbers as they are written", "a: 021001088\nb: 1e3\nc: 0x1F\nd: 1.50\ne: True\nf: [007, {g: 1.0}]\n"],
  ["what are texts in YAML 1.2", "a: yes\nb: 12:30:00\nc: 2024-01-31\nd: 1_000\ne: .5.\n"],
  ["null in all its spellings", "a:\nb: ~\nc: null\nd: Null\n"],
  ["keys of all kinds", "'200': a\n200x: b\n\"a: b\": c\n$ref: d\nx y: e\nhttp://x: f\n"],
  ["lists in brackets on several lines", "a: [x,\n  'y',\n  z]\nb: {}\nc: []\n"],
];
test.each(taken)("the fast reader takes %s", async (_, text) => {
  expect(await agree(text)).toBe(true);
});

const left: readonly (readonly [name: string, text: string])[] = [
  ["anchors", "a: &x 1\nb: *x\n"],
  ["merge keys", "a: {b: 1}\n<<: {c: 2}\n"],
  ["tags", "a: !!str 1\n"],
  ["tabs", "a:\t1\n"],
  ["CRLF", "a: 1\r\nb: 2\r\n"],
  ["a byte-order mark", "\uFEFFa: 1\n"],
  ["several documents", "a: 1\n---\nb: 2\n"],
  ["a key twice", "a: 1\na: 2\n"],
  ["__proto__", "__proto__: 1\n"],
  ["lines that stand astray", "a:\n    b: 1\n  c: 2\n"],
  ["an open quote", "a: 'b\n"],
  ["numbers beyond JSON", "a: .inf\n"],
];
test.each(left)("the fast reader leaves %s to the other", (_, text) => {
  expect(readBlockYaml(text)).toBeUndefined();
});

// oxfmt-ignore
const PIECES = [
  "a: ", "b: ", "- ", "  ", "    ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "c:", "d:\n", "x y", "'q'", "'it''s'", '"dq"', '"a\\nb"', "'two\n  lines'", "'two\n\n\n    lines '",
  '"x\n  y"', "# c", " # c", "|\n", "|-\n", ">\n", ">-\n", "|+\n", ">+\n", "|2\n", "[1, 2]", "[a, b: c]", "{a: 1}", "{}", "[]", "[", "]", "{", "}", ",", "01", "1e3", "0x1F", "1.50",
  "true", "null", "~", "yes", "12:30", "http://x.y/#z", "a#b", "é", "text\n   more", "\n\n", "-1", "- - ", "? ", ": ", "&a ", "*a", "! ", "key: value\n", "  key: value\n", "$ref: '#/a'\n",
  "200: x\n", "'200': y\n", "x: |\n   l1\n   l2\n\n", "z: >\n  f1\n  f2\n\n  f3\n", "-\n", "\t", "--- ", "...", "@", "%", "<<: ", "__proto__: 1\n", "[a,\n  b]", "{a: [1, {b: 'c'}], \"d\": e}", '{"a":1}',
];

describe("texts made of pieces", () => {
  test("are read alike, or left alone", async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }), fc.boolean(), async (pieces, isLed) => {
        if (await agree(`${isLed ? "k0: v\n" : ""}${pieces.join("")}\n`)) count += 1;
      }),
      { numRuns: 4000, seed: 20 },
    );
    expect(count).toBeGreaterThan(100);
  });
});

const corpus = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";
const folder = join(corpus, "codatio+oas", "yaml");
if (!existsSync(folder))
  console.log(`left out: real YAML documents; set HOOKWRIGHT_CORPUS to the folder that holds them (${corpus} is not there)`);
test.skipIf(!existsSync(folder))("real documents are taken, and read alike", async () => {
  for (const name of readdirSync(folder)) expect(await agree(readFileSync(join(folder, name), "utf8")), name).toBe(true);
});
