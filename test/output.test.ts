// JSON Schema's standard output: what the official output tests ask of the formats flag and basic, and which keywords tell something of a valid value.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import {
  type AnnotationUnit,
  type BasicOutput,
  compileValidator,
  type Dialect,
  type Json,
  toOutput,
  type ValidatorOptions,
} from "../scripts/compile-validator.ts";
import { builtPackage } from "./support/build.ts";

type Issues = Parameters<typeof toOutput>[0];

interface Compiled {
  readonly isValue: (value: unknown) => boolean;
  readonly validateValue: (value: unknown) => { readonly ok: true } | { readonly ok: false; readonly issues: Issues };
  readonly annotationsOfValue: (value: unknown) => readonly AnnotationUnit[];
}

function moduleOf(schema: Json, options: ValidatorOptions = {}): string {
  const result = compileValidator(schema, { annotations: true, ...options });
  if (!result.ok) throw new Error(`no module: ${JSON.stringify(result.problems)}`);
  return result.module;
}

const compiled = (schema: Json, options: ValidatorOptions = {}): Promise<Compiled> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(moduleOf(schema, options))}`);

const issuesOf = ({ validateValue }: Compiled, value: unknown): Issues => {
  const result = validateValue(value);
  return result.ok ? [] : result.issues;
};

async function basicOf(schema: Json, value: unknown, options: ValidatorOptions = {}): Promise<BasicOutput> {
  const functions = await compiled(schema, options);
  return toOutput(issuesOf(functions, value), "basic", functions.annotationsOfValue(value));
}

/** What the specification's schema of outputs asks of a unit (2020-12 Core, section 12.4). */
function faultsOf(output: BasicOutput): readonly string[] {
  const units = output.valid ? output.annotations : output.errors;
  const isPointer = (text: string): boolean => /^(?:\/(?:[^~/]|~[01])*)*$/u.test(text);
  return units.flatMap((unit) => [
    ...(unit.valid === output.valid ? [] : ["another verdict"]),
    ...(isPointer(unit.keywordLocation) && isPointer(unit.instanceLocation) ? [] : [`no pointer in ${JSON.stringify(unit)}`]),
    ...(unit.absoluteKeywordLocation === undefined || /^[a-z]+:[\w\-.~:/?#@!$&'()*+,;=%]*$/i.test(unit.absoluteKeywordLocation)
      ? []
      : [`no URI: ${unit.absoluteKeywordLocation}`]),
    ...(unit.valid || unit.error !== "" ? [] : ["no words"]),
  ]);
}

const DIALECTS: readonly Dialect[] = ["2019-09", "2020-12"];

describe.each(DIALECTS)("the official output tests of %s", (dialect) => {
  const document = (name: string, rest: { readonly [keyword: string]: Json }): Json => ({
    $schema: `https://json-schema.org/draft/${dialect}/schema`,
    $id: `https://example.com/${name}`,
    ...rest,
  });

  test("a broken type is told with both locations and without an annotation", async () => {
    const output = await basicOf(document("type", { type: "string" }), 1);
    expect(output).toEqual({
      valid: false,
      errors: [
        {
          valid: false,
          keywordLocation: "/type",
          absoluteKeywordLocation: "https://example.com/type#/type",
          instanceLocation: "",
          error: "the value must be a string",
        },
      ],
    });
  });

  test("a type that holds is a unit without annotation and error", async () => {
    const output = await basicOf(document("type", { type: "string" }), "a text");
    expect(output).toEqual({
      valid: true,
      annotations: [
        {
          valid: true,
          keywordLocation: "/type",
          absoluteKeywordLocation: "https://example.com/type#/type",
          instanceLocation: "",
        },
      ],
    });
  });

  test("readOnly has its value as annotation", async () => {
    const output = await basicOf(document("read-only", { readOnly: true }), 1);
    expect(output).toEqual({
      valid: true,
      annotations: [
        {
          valid: true,
          keywordLocation: "/readOnly",
          absoluteKeywordLocation: "https://example.com/read-only#/readOnly",
          instanceLocation: "",
          annotation: true,
        },
      ],
    });
  });

  test("a value that fails has errors and no annotations", async () => {
    const output = await basicOf(document("general", { type: "string", readOnly: true }), 1);
    expect(Object.keys(output)).toEqual(["valid", "errors"]);
    expect(JSON.stringify(output)).not.toContain("annotation");
  });

  test("basic: the verdict, and errors that each have both locations and a verdict", async () => {
    const schema = document("structure", { type: "string", anyOf: [true] });
    const [bad, good] = [await basicOf(schema, 1), await basicOf(schema, "a")];
    expect(
      bad.valid ? [] : bad.errors.map(({ valid, keywordLocation, instanceLocation }) => [valid, keywordLocation, instanceLocation]),
    ).toEqual([[false, "/type", ""]]);
    expect(Object.keys(good)).toEqual(["valid", "annotations"]);
    expect([bad, good].flatMap(faultsOf)).toEqual([]);
  });

  test("flag: the verdict and nothing else", async () => {
    const functions = await compiled(document("flag", { type: "string" }));
    expect(toOutput(issuesOf(functions, "a"), "flag")).toEqual({ valid: true });
    expect(toOutput(issuesOf(functions, 1), "flag")).toEqual({ valid: false });
  });
});

describe("where a keyword stands", () => {
  const message = "must be otherwise";
  test.each([
    { location: "#/properties/a/type", keyword: "/properties/a/type", absolute: undefined },
    { location: "#", keyword: "", absolute: undefined },
    { location: "", keyword: "", absolute: undefined },
    { location: "folder/one.json#/type", keyword: "/type", absolute: undefined },
    { location: "https://example.com/one#/type", keyword: "/type", absolute: "https://example.com/one#/type" },
    { location: "urn:example:one#", keyword: "", absolute: "urn:example:one#" },
    { location: "tag:a,2024:b#/properties/a#b/type", keyword: "/properties/a#b/type", absolute: "tag:a,2024:b#/properties/a%23b/type" },
    {
      location: "urn:a#/properties/a b/é%[^|`]\ud800",
      keyword: "/properties/a b/é%[^|`]\ud800",
      absolute: "urn:a#/properties/a%20b/%C3%A9%25%5B%5E%7C%60%5D%EF%BF%BD",
    },
  ])("$location", ({ location, keyword, absolute }) => {
    const output = toOutput([{ pointer: "/a~1b", location, message }], "basic");
    const place = absolute === undefined ? {} : { absoluteKeywordLocation: absolute };
    expect(output).toEqual({
      valid: false,
      errors: [{ valid: false, keywordLocation: keyword, ...place, instanceLocation: "/a~1b", error: message }],
    });
  });
});

/** A schema, a value, and the annotations: where in the value, which keyword, what it says. */
interface AnnotationCase {
  readonly title: string;
  readonly schema: Json;
  readonly options?: ValidatorOptions;
  readonly value: unknown;
  readonly expected: readonly (readonly [at: string, keyword: string, annotation: Json])[];
}

const titled = (title: string, rest: { readonly [keyword: string]: Json } = {}): Json => ({ title, ...rest });

const ANNOTATION_CASES: readonly AnnotationCase[] = [
  {
    title: "every annotation keyword, and keywords that nobody knows; comments are nobody's",
    schema: {
      title: "T",
      description: "D",
      default: [1],
      examples: [{ a: 1 }],
      deprecated: true,
      writeOnly: false,
      $comment: "C",
      flavour: { sweet: null },
      "x-a": 1,
    },
    value: null,
    expected: [
      ["", "/title", "T"],
      ["", "/description", "D"],
      ["", "/default", [1]],
      ["", "/examples", [{ a: 1 }]],
      ["", "/deprecated", true],
      ["", "/writeOnly", false],
      ["", "/flavour", { sweet: null }],
      ["", "/x-a", 1],
    ],
  },
  { title: "a format that is a remark", schema: { format: "email" }, value: "no address", expected: [["", "/format", "email"]] },
  {
    title: "a format that is a rule",
    schema: { format: "ipv4" },
    options: { formats: "assert" },
    value: "1.2.3.4",
    expected: [["", "/format", "ipv4"]],
  },
  {
    title: "content",
    schema: { contentEncoding: "base64", contentMediaType: "application/json", contentSchema: { type: "number" } },
    value: "NDI=",
    expected: [
      ["", "/contentEncoding", "base64"],
      ["", "/contentMediaType", "application/json"],
      ["", "/contentSchema", { type: "number" }],
    ],
  },
  {
    title: "the schema of content is the one that the document states",
    schema: { $id: "urn:example:content", contentSchema: { $ref: "#/$defs/a", format: "email" }, $defs: { a: { type: "number" } } },
    value: "42",
    expected: [["", "/contentSchema", { $ref: "#/$defs/a", format: "email" }]],
  },
  {
    title: "members by name, by pattern, and the others",
    schema: { properties: { foo: titled("Foo") }, patternProperties: { "^a": titled("Bar") }, additionalProperties: titled("Baz") },
    value: { foo: {}, apple: {}, "b/z": {} },
    expected: [
      ["/foo", "/properties/foo/title", "Foo"],
      ["/apple", "/patternProperties/^a/title", "Bar"],
      ["/b~1z", "/additionalProperties/title", "Baz"],
    ],
  },
  {
    title: "members that are not there",
    schema: { properties: { foo: titled("Foo"), constructor: titled("C") } },
    value: {},
    expected: [],
  },
  {
    title: "members with names of all kinds",
    schema: {
      properties: {
        constructor: titled("C"),
        "a~/b": titled("slash"),
        ["__proto__"]: titled("P"),
        annotateValueAt: titled("A", { allOf: [titled("inner")] }),
      },
    },
    value: JSON.parse('{ "constructor": 1, "a~/b": 2, "__proto__": 3, "annotateValueAt": 4 }'),
    expected: [
      ["/constructor", "/properties/constructor/title", "C"],
      ["/a~0~1b", "/properties/a~0~1b/title", "slash"],
      ["/__proto__", "/properties/__proto__/title", "P"],
      ["/annotateValueAt", "/properties/annotateValueAt/title", "A"],
      ["/annotateValueAt", "/properties/annotateValueAt/allOf/0/title", "inner"],
    ],
  },
  {
    title: "names of members tell nothing of the members",
    schema: { propertyNames: titled("Name", { const: "foo" }) },
    value: { foo: 42 },
    expected: [],
  },
  {
    title: "items by position, and the others",
    schema: { prefixItems: [titled("Foo"), titled("Second")], items: titled("Bar") },
    value: ["foo", "bar", "baz"],
    expected: [
      ["/0", "/prefixItems/0/title", "Foo"],
      ["/1", "/prefixItems/1/title", "Second"],
      ["/2", "/items/title", "Bar"],
    ],
  },
  {
    title: "fewer items than there are positions",
    schema: { prefixItems: [titled("Foo"), titled("Bar")] },
    value: [1],
    expected: [["/0", "/prefixItems/0/title", "Foo"]],
  },
  {
    title: "draft 7: a list of items, and additionalItems",
    schema: { items: [titled("Foo")], additionalItems: titled("Bar") },
    options: { dialect: "draft-07" },
    value: [1, 2],
    expected: [
      ["/0", "/items/0/title", "Foo"],
      ["/1", "/additionalItems/title", "Bar"],
    ],
  },
  {
    title: "items that contains is about",
    schema: { contains: titled("Foo", { type: "number" }) },
    value: ["foo", 42, true],
    expected: [["/1", "/contains/title", "Foo"]],
  },
  {
    title: "items that contains is about, however many",
    schema: { contains: titled("Foo", { type: "number" }), minContains: 0 },
    value: [1, "a", 2],
    expected: [
      ["/0", "/contains/title", "Foo"],
      ["/2", "/contains/title", "Foo"],
    ],
  },
  {
    title: "allOf",
    schema: { allOf: [titled("Foo"), titled("Bar"), true] },
    value: 1,
    expected: [
      ["", "/allOf/0/title", "Foo"],
      ["", "/allOf/1/title", "Bar"],
    ],
  },
  {
    title: "anyOf: every form that passes",
    schema: { anyOf: [titled("Foo", { type: "integer" }), titled("Bar", { type: "number" }), titled("Baz", { type: "string" })] },
    value: 42,
    expected: [
      ["", "/anyOf/0/title", "Foo"],
      ["", "/anyOf/1/title", "Bar"],
    ],
  },
  {
    title: "oneOf: the form that passes",
    schema: { oneOf: [titled("Foo", { type: "string" }), titled("Bar", { type: "number" })] },
    value: 4.2,
    expected: [["", "/oneOf/1/title", "Bar"]],
  },
  {
    title: "a type or null",
    schema: { anyOf: [titled("Object", { type: "object", properties: { a: titled("A") } }), titled("Null", { type: "null" })] },
    value: { a: 1 },
    expected: [
      ["", "/anyOf/0/title", "Object"],
      ["/a", "/anyOf/0/properties/a/title", "A"],
    ],
  },
  {
    title: "not tells nothing, and not in not neither",
    schema: { title: "Foo", not: { not: titled("Bar") } },
    value: {},
    expected: [["", "/title", "Foo"]],
  },
  {
    title: "dependentSchemas",
    schema: { dependentSchemas: { foo: titled("Foo"), bar: titled("Bar") } },
    value: { foo: 42 },
    expected: [["", "/dependentSchemas/foo/title", "Foo"]],
  },
  {
    title: "draft 7: dependencies",
    schema: { dependencies: { foo: titled("Foo"), bar: ["foo"] } },
    options: { dialect: "draft-07" },
    value: { foo: 42, bar: 1 },
    expected: [["", "/dependencies/foo/title", "Foo"]],
  },
  {
    title: "if that holds",
    schema: { if: titled("If", { type: "string" }), then: titled("Then"), else: titled("Else") },
    value: "foo",
    expected: [
      ["", "/if/title", "If"],
      ["", "/then/title", "Then"],
    ],
  },
  {
    title: "if that does not hold",
    schema: { if: titled("If", { type: "string" }), then: titled("Then"), else: titled("Else") },
    value: 42,
    expected: [["", "/else/title", "Else"]],
  },
  {
    title: "what is beside references and behind them",
    schema: { $ref: "#/$defs/a", title: "beside", $defs: { a: { $ref: "#/$defs/b", title: "a" }, b: titled("b") } },
    value: 1,
    expected: [
      ["", "/title", "beside"],
      ["", "/$defs/a/title", "a"],
      ["", "/$defs/b/title", "b"],
    ],
  },
  {
    title: "two references in one schema",
    schema: { $ref: "#/$defs/a", $dynamicRef: "#b", $defs: { a: titled("a"), b: { $dynamicAnchor: "b", title: "b" } } },
    value: 1,
    expected: [
      ["", "/$defs/a/title", "a"],
      ["", "/$defs/b/title", "b"],
    ],
  },
  {
    title: "a schema that holds itself",
    schema: { title: "Node", properties: { kids: { items: { $ref: "#" } } } },
    value: { kids: [{ kids: [{}] }, 1] },
    expected: [
      ["", "/title", "Node"],
      ["/kids/0", "/title", "Node"],
      ["/kids/0/kids/0", "/title", "Node"],
      ["/kids/1", "/title", "Node"],
    ],
  },
  {
    title: "unevaluatedProperties, with what stands under conditions",
    schema: {
      if: { properties: { foo: titled("If", { type: "string" }) } },
      then: { properties: { foo: titled("Then") } },
      else: { properties: { foo: titled("Else") } },
      unevaluatedProperties: titled("Unevaluated"),
    },
    value: { foo: "", bar: 42 },
    expected: [
      ["/bar", "/unevaluatedProperties/title", "Unevaluated"],
      ["/foo", "/if/properties/foo/title", "If"],
      ["/foo", "/then/properties/foo/title", "Then"],
    ],
  },
  {
    title: "unevaluatedProperties: what not looks at does not count",
    schema: { not: { not: { properties: { foo: titled("Evaluated") } } }, unevaluatedProperties: titled("Unevaluated") },
    value: { foo: 42, bar: 24 },
    expected: [
      ["/foo", "/unevaluatedProperties/title", "Unevaluated"],
      ["/bar", "/unevaluatedProperties/title", "Unevaluated"],
    ],
  },
  {
    title: "unevaluatedItems, with contains",
    schema: { contains: titled("Evaluated", { type: "string" }), unevaluatedItems: titled("Unevaluated") },
    value: ["foo", 42],
    expected: [
      ["/0", "/contains/title", "Evaluated"],
      ["/1", "/unevaluatedItems/title", "Unevaluated"],
    ],
  },
  {
    title: "unevaluatedItems, with a list in allOf",
    schema: { allOf: [{ prefixItems: [titled("Evaluated")] }], unevaluatedItems: titled("Unevaluated") },
    value: [42, 24],
    expected: [
      ["/1", "/unevaluatedItems/title", "Unevaluated"],
      ["/0", "/allOf/0/prefixItems/0/title", "Evaluated"],
    ],
  },
  {
    title: "members of what is no object",
    schema: { properties: { length: titled("L") }, items: titled("I") },
    value: "text",
    expected: [],
  },
  { title: "a value that fails", schema: { title: "T", type: "string" }, value: 1, expected: [] },
];

describe("annotations", () => {
  test.each(ANNOTATION_CASES)("$title", async ({ schema, options, value, expected }) => {
    const output = await basicOf(schema, value, options);
    const units = output.valid ? output.annotations : [];
    const found = units
      .filter((unit) => Object.hasOwn(unit, "annotation"))
      .map(({ instanceLocation, keywordLocation, annotation }) => [instanceLocation, keywordLocation, annotation]);
    expect(found).toEqual(expected);
    expect(faultsOf(output)).toEqual([]);
  });

  test("a unit for every keyword that applies, at the place where the schema states it", async () => {
    const schema = {
      $id: "https://example.com/order",
      type: "object",
      required: ["id"],
      properties: { id: { $ref: "id#/$defs/short" }, lines: { type: "array", items: { minimum: 1 } } },
      if: { required: ["lines"] },
      else: { maxProperties: 1 },
      $defs: { id: { $id: "id", $defs: { short: { type: "string", maxLength: 3 } } } },
    };
    const { annotationsOfValue } = await compiled(schema);
    const shown = ({ instanceLocation, absoluteKeywordLocation = "" }: AnnotationUnit): string =>
      `${instanceLocation} ${absoluteKeywordLocation.replace("https://example.com/", "")}`;
    expect(annotationsOfValue({ id: "a", lines: [1, 2] }).map(shown)).toEqual([
      " order#/type",
      " order#/required",
      " order#/properties",
      " order#/if",
      "/id order#/properties/id/$ref",
      "/id id#/$defs/short/type",
      "/id id#/$defs/short/maxLength",
      "/lines order#/properties/lines/type",
      "/lines order#/properties/lines/items",
      "/lines/0 order#/properties/lines/items/minimum",
      "/lines/1 order#/properties/lines/items/minimum",
      " order#/if/required",
    ]);
    expect(annotationsOfValue({ id: "a" }).map(shown).slice(-2)).toEqual([" order#/else", " order#/else/maxProperties"]);
  });

  test("the keyword of an older dialect is told once and by its own name", async () => {
    const { annotationsOfValue } = await compiled(
      { dependencies: { a: ["b"], c: { minProperties: 1 } }, items: [true], additionalItems: false },
      { dialect: "draft-07" },
    );
    expect(annotationsOfValue({}).map(({ keywordLocation }) => keywordLocation)).toEqual(["/dependencies", "/items", "/additionalItems"]);
  });

  test("no value exhausts the stack", async () => {
    const { isValue, annotationsOfValue } = await compiled({
      title: "Node",
      properties: { next: { anyOf: [{ $ref: "#" }, titled("too deep")] } },
    });
    let chain = {};
    for (let level = 0; level < 100_000; level += 1) chain = { next: chain };
    const circle: { next?: unknown } = {};
    circle.next = circle;
    for (const value of [chain, circle]) {
      expect(isValue(value)).toBe(true);
      const said = annotationsOfValue(value).map(({ annotation }) => annotation);
      expect(said.filter((one) => one === "Node").length).toBeGreaterThan(100);
    }
  });

  test("the option adds functions and changes nothing else", () => {
    const schema = { properties: { a: { title: "A", anyOf: [{ required: ["b"] }, { type: "string" }] } }, unevaluatedProperties: false };
    const [without, off, on] = [
      compileValidator(schema),
      compileValidator(schema, { annotations: false }),
      compileValidator(schema, { annotations: true }),
    ];
    if (!without.ok || !on.ok) throw new Error("no module");
    expect(off).toEqual(without);
    expect(without.module + without.declaration).not.toMatch(/annotat/);
    const added = on.module.split("\n").filter((line) => !without.module.split("\n").includes(line));
    expect(
      on.module
        .split("\n\n")
        .filter((part) => !/^(?:export )?function annotat/.test(part))
        .join("\n\n"),
    ).toBe(without.module);
    expect(added.length).toBeGreaterThan(0);
    expect(on.declaration.startsWith(without.declaration)).toBe(true);
    expect(on.declaration).toContain("export declare function annotationsOfValue(value: unknown): readonly {");
  });

  test("the functions bear the type's name", () => {
    expect(moduleOf({ title: "T" }, { name: "Order" })).toContain(
      "export function annotationsOfOrder(value) {\n  if (!isOrder(value)) return [];\n",
    );
  });

  test("a module tells its annotations with code generation switched off", () => {
    const folder = mkdtempSync(join(tmpdir(), "hookwright-output-"));
    try {
      const schema = { title: "T", properties: { a: { $ref: "#" } }, patternProperties: { "^b": { anyOf: [{ title: "B" }, false] } } };
      writeFileSync(join(folder, "module.mjs"), moduleOf(schema));
      writeFileSync(
        join(folder, "run.mjs"),
        `import { annotationsOfValue } from "./module.mjs";\nconsole.log(JSON.stringify(annotationsOfValue({ a: { b: 1 } }).flatMap(({ annotation }) => annotation ?? [])));\n`,
      );
      const { stdout, stderr } = spawnSync(process.execPath, ["--disallow-code-generation-from-strings", "run.mjs"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ stdout, stderr }).toEqual({ stdout: '["T","T","B"]\n', stderr: "" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("a generated package tells its verdicts in the standard formats too", async () => {
  const folder = builtPackage();
  const vendor = await import(/* @vite-ignore */ pathToFileURL(join(folder, "codat", "index.js")).href);
  const validate = Object.keys(vendor).find((name) => name.startsWith("validate"));
  const { issues } = vendor[validate ?? ""](0);
  const output: BasicOutput = vendor.toOutput(issues, "basic");
  expect(output.valid).toBe(false);
  expect(output.valid ? [] : output.errors.map(({ keywordLocation }) => keywordLocation)).toEqual(
    issues.map(({ location }: { readonly location: string }) => location.slice(1)),
  );
  expect(faultsOf(output)).toEqual([]);
  expect(vendor.toOutput([], "flag")).toEqual({ valid: true });
});
