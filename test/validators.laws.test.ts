// Laws of validators: of every function of the generated package, and of what is compiled from arbitrary small schemas.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ContractError, type Issue } from "../generated/src/codat/index.ts";
import { compile, type Json, type Schema } from "../scripts/compile.ts";
import { isError } from "../scripts/diagnostics.ts";
import { keywordNames, keywordOf } from "../scripts/keywords/registry.ts";
import { printedOf, valueLists } from "../scripts/artifacts/validators.ts";
import { linkedFunctions } from "../scripts/validators/linked-functions.ts";
import { checksOf } from "../scripts/validators/made-functions.ts";
import { EDGED } from "./support/edged.ts";
import { HARD_CASES } from "./support/hard-cases.ts";
import { failures, passes, type Resolve } from "./support/interpret.ts";
import { frozen, isJson, near } from "./support/mutate.ts";
import { anyValue, documentsOfSchemas, resolveInDocument } from "./support/random-schema.ts";
import { contracts, resolveIn } from "./support/schemas.ts";
import { validatorsOf } from "./support/vendors.ts";
import { valuesOf } from "./support/values-of.ts";

const strange = fc.oneof(
  fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withBoxedValues: true,
  }),
  fc.array(fc.nat(), { maxLength: 3 }).map((items) => Object.assign([...items], { length: 5 })),
  fc.constantFrom<unknown>(undefined, Symbol("id"), Number.NaN, Number.POSITIVE_INFINITY, -0, () => "id", new Proxy([], {})),
  fc
    .nat(3000)
    .map((levels) =>
      Array.from({ length: levels }).reduce<unknown>((inner, _, level) => (level % 2 === 0 ? { payload: inner } : [inner]), null),
    ),
);

const declarations = contracts.flatMap((contract) =>
  contract.declarations.map(({ name, schema }) => ({
    schema,
    resolve: resolveIn(contract),
    ...validatorsOf(contract.vendor, name),
  })),
);

/** Whether an issue's place is there, or is a member that is missing. A member that is undefined is missing. */
function pointsIntoValue(value: unknown, { path, keyword }: Issue): boolean {
  let at = value;
  for (const [index, key] of path.entries()) {
    if (typeof at !== "object" || at === null) return false;
    const present = Array.isArray(at) ? typeof key === "number" && key < at.length : Object.hasOwn(at, key);
    const inner: unknown = present ? Reflect.get(at, key) : undefined;
    if (index === path.length - 1 && keyword === "required") return inner === undefined;
    if (!present) return false;
    at = inner;
  }
  return keyword !== "required";
}

const pointerOf = ({ path }: Issue): string => path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const issuesThrown = (run: () => unknown): readonly Issue[] | null => {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof ContractError) return error.issues;
    throw error;
  }
};

describe.each(declarations)("$vendor $name", ({ schema, resolve, is, validate, parse, parseJson, assert, standard }) => {
  const valid = valuesOf(schema, resolve);
  const values = fc.oneof(strange, valid, near(valid, strange), near(valid, anyValue));

  test("accepts every value that is made of its schema", () => {
    fc.assert(
      fc.property(valid, (value) => {
        expect(validate(value)).toEqual({ ok: true, value });
      }),
    );
  });

  test("gives one verdict through every function, on any value, without changing or copying it", () => {
    fc.assert(
      fc.property(values, (given) => {
        const value = frozen(given);
        const result = validate(value);
        expect(is(value)).toBe(result.ok);
        const judged = standard["~standard"].validate(value);
        expect(judged.issues).toEqual(result.ok ? undefined : result.issues);
        expect(issuesThrown(() => parse(value))).toEqual(result.ok ? null : result.issues);
        expect(issuesThrown(() => assert(value))).toEqual(result.ok ? null : result.issues);
        if (result.ok)
          expect([result.value, parse(value), "value" in judged ? judged.value : undefined].every((one) => Object.is(one, value))).toBe(
            true,
          );
        else
          for (const issue of result.issues)
            expect({ issue, pointer: pointerOf(issue), there: pointsIntoValue(value, issue) }).toEqual({
              issue,
              pointer: issue.pointer,
              there: true,
            });
      }),
      { numRuns: 300 },
    );
  });

  test("agrees on JSON values with a plain reading of its schema, in the package's own form too", () => {
    const { input, output } = standard["~standard"].jsonSchema;
    const { $defs, ...whole } = input({ target: "draft-2020-12" });
    expect({ $defs, ...whole }).toEqual(output({ target: "draft-2020-12" }));
    const packed: Json = JSON.parse(JSON.stringify($defs));
    const inPackage: Resolve = (reference) => Object(packed)[reference.replace("#/$defs/", "")];
    for (const [, name] of JSON.stringify([$defs, whole]).matchAll(/"\$ref":"([^"]*)"/g))
      expect(Object.keys(Object(packed)).map((key) => `#/$defs/${key}`)).toContain(name);
    fc.assert(
      fc.property(values, (value) => {
        fc.pre(isJson(value));
        expect([is(value), is(value)]).toEqual([passes(schema, value, resolve), passes({ $ref: String(whole["$ref"]) }, value, inPackage)]);
      }),
    );
  });

  test("has no JSON Schema for targets other than 2020-12", () => {
    for (const side of ["input", "output"] as const)
      expect(() => standard["~standard"].jsonSchema[side]({ target: "draft-07" })).toThrow(/draft-07/);
  });

  test("says where a text stops being JSON", () => {
    const texts = fc.record({
      value: valid,
      indent: fc.constantFrom(undefined, 2, "\t"),
      cut: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      mark: fc.constantFrom("", "\u0001"),
    });
    fc.assert(
      fc.property(texts, ({ value, indent, cut, mark }) => {
        const text = JSON.stringify(value, null, indent);
        const offset = Math.floor(cut * text.length);
        const before = text.slice(0, offset);
        // A number that is cut may still be one.
        fc.pre(mark !== "" || !/^-?\d+$/.test(before));
        const damaged = mark === "" ? before : before + mark + text.slice(offset);
        const place = `line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}: `;
        expect(issuesThrown(() => parseJson(damaged))).toEqual([
          { path: [], pointer: "", keyword: "json", location: "", expected: "be JSON", message: expect.stringContaining(place) },
        ]);
      }),
    );
  });
});

type Check = (value: unknown) => readonly Issue[];

/** Very many members are told last in a package. */
const inOrder = (issues: readonly Issue[] = []): readonly string[] => issues.map((issue) => JSON.stringify(issue)).toSorted();

/** What a document's declarations are checked with, which the functions of a package are held to; null when it leads references in a circle. */
async function checksIn(document: Json): Promise<ReadonlyMap<string, Check> | null> {
  const { contract, diagnostics } = await compile({ files: { "v/a.schema.json": JSON.stringify(document) } });
  const errors = diagnostics.filter(isError).map(({ slug, facts }) => ({ slug, facts }));
  expect(errors.filter(({ slug }) => slug !== "reference-cycle")).toEqual([]);
  if (errors.length > 0) return null;
  const declarations = contract.vendors[0]?.declarations ?? [];
  const checks = checksOf(declarations);
  const nothingPassed = { has: () => false, add: () => undefined };
  const validatorOf = linkedFunctions(printedOf(declarations), valueLists(declarations), nothingPassed);
  return new Map(
    declarations.map(({ name }): readonly [string, Check] => [
      name,
      (value) => {
        const issues = checks.get(name)?.(value);
        const packaged = validatorOf(name);
        expect(inOrder(packaged?.check(value))).toEqual(inOrder(issues));
        expect(packaged?.test(value)).toBe(issues?.length === 0);
        return issues ?? [];
      },
    ]),
  );
}

/** Holds compiled checks against the plain reading: the same verdict, every refusal explained, and nothing said that is not so. */
function expectAgreement(check: ((value: unknown) => readonly Issue[]) | undefined, schema: Schema, value: Json, resolve: Resolve): void {
  const issues = check?.(value);
  const expected = failures(schema, value, resolve);
  expect({ value, passes: issues?.length === 0 }).toEqual({ value, passes: expected.length === 0 });
  // A schema that nothing can pass may be read as `false`.
  const asFalse = ["false", "additionalProperties", "propertyNames", "items"];
  const told = issues.filter(({ pointer, keyword }) =>
    expected.some((one) => one.pointer === pointer && [one.keyword, ...asFalse].includes(keyword)),
  );
  expect(told, JSON.stringify({ value, expected })).toEqual(issues);
}

// The same schemas in every run; another FUZZ_SEED tries others.
const seeded = { seed: Number(process.env["FUZZ_SEED"] ?? 1) };

const DECLARED = { Root: "#", Node: "#/$defs/Node", Leaf: "#/$defs/Leaf" } as const;

describe("compiled checks agree with a plain reading, explain every refusal, and say nothing that is not so", () => {
  test("for arbitrary schemas", { timeout: 120_000 }, async () => {
    const cases = documentsOfSchemas.chain((document) => {
      const made = valuesOf(document, resolveInDocument(document));
      const values = fc.oneof(made, near(made, anyValue).filter(isJson), anyValue);
      return fc.record({ document: fc.constant(document), values: fc.array(values, { minLength: 8, maxLength: 12 }) });
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ document, values }) => {
        const checks = await checksIn(document);
        fc.pre(checks !== null);
        const resolve = resolveInDocument(document);
        for (const value of values)
          for (const [name, reference] of Object.entries(DECLARED)) expectAgreement(checks.get(name), resolve(reference), value, resolve);
      }),
      { numRuns: 400, ...seeded },
    );
  });

  test.each(HARD_CASES)("for $given", async ({ document, values }) => {
    const checks = await checksIn({ $schema: "https://json-schema.org/draft/2020-12/schema", title: "Root", ...document });
    for (const value of values) expectAgreement(checks?.get("Root"), document, value, resolveInDocument(document));
  });
});

describe("values that are very large", () => {
  const tree = { title: "Tree", type: "object", properties: { children: { type: "array", items: { $ref: "#" } } } };
  const nested = (levels: number): Json => Array.from({ length: levels }).reduce<Json>((inner) => ({ children: [inner] }), {});

  test("are refused where they are nested too deep, and do not exhaust the stack", async () => {
    const check = (await checksIn(tree))?.get("Tree");
    expect(check?.(nested(400))).toEqual([]);
    const issues = check?.(nested(100_000)) ?? [];
    expect(issues).toMatchObject([{ keyword: "$ref" }]);
    for (const issue of issues) expect(pointsIntoValue(nested(1001), issue)).toBe(true);
  });

  test("have no more than a hundred of very many faults told", { timeout: 15_000 }, () => {
    const { validate } = validatorsOf("railz", "PushEvent");
    const result = validate({ sourceObjectIds: Array.from({ length: 60_000 }, (_, index) => index) });
    expect(result.ok ? 0 : result.issues.length).toBe(100);
  });

  test("have many faults in a great depth told", { timeout: 15_000 }, async () => {
    const deep = Array.from({ length: 400 }).reduce<Json>((inner) => ({ children: [inner] }), {
      children: Array.from({ length: 2000 }, () => 1),
    });
    expect((await checksIn(tree))?.get("Tree")?.(deep)).toHaveLength(100);
  });
});

describe("the edges that a keyword's file states", () => {
  const edged = keywordNames.filter((name) => keywordOf(name)?.edges !== undefined);

  test("are tried for every keyword that has some", () => {
    expect(Object.keys(EDGED).toSorted()).toEqual([...edged].toSorted());
  });

  test.each(edged)("hold for %s alone", async (keyword) => {
    const values = EDGED[keyword] ?? [];
    const $defs = Object.fromEntries(values.map((value, index) => [`Case${index}`, { [keyword]: value }]));
    const checks = await checksIn({ $schema: "https://json-schema.org/draft/2020-12/schema", $defs });
    for (const [index, value] of values.entries()) {
      const { good = [], bad = [] } = keywordOf(keyword)?.edges?.(value) ?? {};
      const wrong = (expected: boolean) => (instance: Json) => (checks?.get(`Case${index}`)?.(instance).length === 0) !== expected;
      expect({ value, refused: good.filter(wrong(true)), passed: bad.filter(wrong(false)) }).toEqual({ value, refused: [], passed: [] });
      expect(good.length).toBeGreaterThan(0);
    }
  });
});
