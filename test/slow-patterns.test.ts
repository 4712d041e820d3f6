// Patterns that some texts make slow: ours are none, and the vendors' are reported.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import { isPlainlyLinear } from "../scripts/passes/plainly-linear.ts";
import { judgeOfPatterns } from "../scripts/passes/report-slow-patterns.ts";

const judge = await judgeOfPatterns();

/** The regular expressions of the modules that generated packages hold. */
const ours = readdirSync("templates/src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) =>
    [
      ...readFileSync(`templates/src/${path}`, "utf8").matchAll(
        /(?<=[=(]\s*)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*(?=[.;,)\s])/g,
      ),
    ].map(([, pattern = ""]) => ({ path, pattern })),
  );

test("each of our own takes linear time", { timeout: 60_000 }, () => {
  expect(ours.length).toBeGreaterThan(20);
  expect(ours.filter(({ pattern }) => judge(pattern) !== null)).toEqual([]);
});

const table: readonly (readonly [given: string, expected: string | null])[] = [
  ["^(a+)+$", "exponential"],
  ["^(\\d+|[a-z]+)*x$", "exponential"],
  ["^.*foo.*bar.*$", "3rd degree polynomial"],
  ["^[a-z]+$", null],
  ["^\\d{4}-\\d{2}-\\d{2}$", null],
];

test.each(table)("%s is judged", (given, expected) => {
  expect(judge(given)).toBe(expected);
});

/** Patterns whose form says that they are linear. */
const plain = [
  "^\\d+\\.\\d+\\.\\d+$",
  "^refs/(heads|tags)/.*$",
  "[0-9a-f]{40}",
  "^sha256:[a-f0-9]{64}$",
  "^([a-z]{2})?-?\\d+$",
  "^a+$",
  "^[A-Z]{3}(?:-\\d{1,4})?$",
  "^a*,b*,c*$",
  "^[^/]+/[^/]+/[^/]+$",
  "^x+\\x78$",
  "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$",
  "^a+b(?:ab)*$",
];

/** Patterns that the judge is asked for, linear or not. */
const doubtful =
  "a+$ ^(a+)+$ ^a+a+$ ^\\w+\\d+-x$ ^(a|aa)+$ ^(?:a?){30}a{30}$ ^a+|b+c$ \\s*x ^(a+)\\1$ ^(?=a+)a+b$ ^(.*)-(.*)$ ^a{2,}b{2,}c$ ^\\d+(?:\\.\\d+)?$ ^[a-c]+-?[d-f]+$ ^a+(?:aa)*$ ^(?:ab)+(?:ab)+$ ^(?:a|b)*c$".split(
    " ",
  );

test("what is linear by its form is linear, and needs no judge", () => {
  expect(plain.filter((pattern) => !isPlainlyLinear(pattern))).toEqual([]);
  expect(plain.filter((pattern) => judge(pattern) !== null)).toEqual([]);
  expect(doubtful.filter(isPlainlyLinear)).toEqual([]);
});

test("a slow pattern is reported where it stands, and compiled all the same", async () => {
  const schema = {
    title: "Thing",
    type: "object",
    properties: { code: { type: "string", pattern: "^(a+)+$" }, name: { type: "string", pattern: "^a+$" } },
    patternProperties: { "^(x|x)*$": {} },
  };
  const { files, diagnostics } = await compile({ files: { "v/a.schema.json": JSON.stringify(schema, null, 2) } });
  const found = diagnostics.filter(({ slug }) => slug === "pattern-slow").map(({ origin, facts }) => [origin.line, origin.column, facts]);
  expect(found).toEqual([
    [7, 7, { pattern: '"^(a+)+$"', complexity: "exponential" }],
    [15, 5, { pattern: '"^(x|x)*$"', complexity: "exponential" }],
  ]);
  expect(files["src/v/validators.ts"]).toContain("/^(a+)+$/u");
});
