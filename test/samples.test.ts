// Fixtures: every sample is valid, the same for the same seed, and every broken rule is reported as it is said.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { arbitraryWriteStatus } from "../generated/src/codat/arbitraries.ts";
import { type WriteStatus, writeStatusValues } from "../generated/src/codat/index.ts";
import * as codat from "../generated/src/codat/samples.ts";
import { arbitraryPushWebhook } from "../generated/src/railz/arbitraries.ts";
import { isPushWebhook, type PushWebhook } from "../generated/src/railz/index.ts";
import * as railz from "../generated/src/railz/samples.ts";
import { compile, type Contract } from "../scripts/compile.ts";
import type { JsonObject } from "../scripts/contract.ts";
import { isError } from "../scripts/diagnostics.ts";
import { readSchemas } from "../scripts/files.ts";
import { isCheckedFormat } from "../scripts/keywords/format.ts";
import { isPattern } from "../scripts/keywords/pattern.ts";
import { plainTypes } from "../scripts/samples/plain-types.ts";
import { type InvalidSample, invalids } from "../templates/src/samples/invalids.ts";
import { sampleFormat } from "../templates/src/samples/format.ts";
import { patternMaker } from "../templates/src/samples/pattern.ts";
import { randomOf } from "../templates/src/samples/random.ts";
import { sampler } from "../templates/src/samples/sampler.ts";
import { isJson } from "./support/mutate.ts";
import { plainDocuments } from "./support/plain-schemas.ts";
import { anyValue, documentsOfSchemas } from "./support/random-schema.ts";
import { fixturesOf } from "./support/samples-of.ts";
import { contracts } from "./support/schemas.ts";
import { validatorsOf } from "./support/vendors.ts";

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed - 10);
const modules: { readonly [vendor: string]: Readonly<Record<string, unknown>> } = { codat, railz };

const called = (vendor: string, name: string, ...given: readonly unknown[]): unknown => {
  const found = modules[vendor]?.[name];
  if (typeof found !== "function") throw new TypeError(`there is no ${name}`);
  const made: unknown = found(...given);
  return made;
};

const types = contracts.flatMap(({ vendor, declarations }) => declarations.map(({ name }) => ({ vendor, name })));

describe.each(types)("the fixtures of $vendor's $name", ({ vendor, name }) => {
  const { validate } = validatorsOf(vendor, name);

  test("are valid for a hundred seeds and every size, and the same for the same seed", () => {
    for (const seed of SEEDS)
      for (const size of [0, 2, 3]) {
        const value = called(vendor, `sample${name}`, undefined, { seed, size });
        expect(validate(value).ok).toBe(true);
        expect(called(vendor, `sample${name}`, undefined, { seed, size })).toStrictEqual(value);
        expect(isJson(value)).toBe(true);
      }
  });

  test("have one value for each rule, and the issue that is reported", () => {
    const found = called(vendor, `invalid${name}s`) as readonly InvalidSample[];
    const refused = found.map(({ value, issue }) => {
      const verdict = validate(value);
      return { issue, reported: verdict.ok ? [] : verdict.issues.map(({ pointer, keyword }) => ({ pointer, keyword })) };
    });
    expect(found.length).toBeGreaterThan(0);
    expect(refused.filter(({ issue, reported }) => !reported.some((one) => JSON.stringify(one) === JSON.stringify(issue)))).toEqual([]);
    expect(new Set(found.map(({ issue }) => JSON.stringify(issue))).size).toBe(found.length);
  });
});

describe("what a test asks for", () => {
  test("is in the value, deep inside too, and the rest stays valid", () => {
    for (const seed of SEEDS.slice(0, 30)) {
      const event = codat.sampleDataTypeWriteWebhook({ payload: { status: "TimedOut", record: { id: "7" } } }, { seed });
      expect(event).toMatchObject({ payload: { status: "TimedOut", record: { id: "7" } } });
    }
    const event = railz.samplePushWebhook({ data: { sourceObjectIds: ["1", "2"], validation: undefined } });
    expect(event.data.sourceObjectIds).toEqual(["1", "2"]);
    expect("validation" in event.data).toBe(false);
  });

  test("without a seed everything is there that may be", () => {
    const { payload } = codat.sampleDataTypeWriteWebhook();
    expect(Object.keys(payload ?? {})).toHaveLength(9);
    expect(payload?.record).not.toBeNull();
    expect(payload?.requestedOnDate).toBe("2022-10-23T00:00:00.000Z");
    expect(Object.keys(railz.samplePushWebhook({}, { seed: 1, size: 0 }).data)).toEqual([]);
  });

  test("is refused when it makes the value invalid", () => {
    // @ts-expect-error not one of the values
    expect(() => codat.sampleWriteStatus("Done")).toThrow("not a valid WriteStatus");
    // @ts-expect-error no such member
    codat.sampleDataTypeWriteWebhookPayload({ statuss: "Failed" });
    // @ts-expect-error a required member may be left out of what is asked for, but not of the value
    expect(() => railz.samplePushWebhook({ requestId: 5 })).toThrow("requestId must be a string");
    expect(() => railz.samplePushWebhook({ requestId: undefined })).toThrow("requestId must be present");
  });
});

/** What is wrong with the fixtures of a contract. */
function faultsOf(contract: Contract, seeds: readonly (number | undefined)[]): readonly string[] {
  const { plans, samples, issues } = fixturesOf(contract);
  return plans.flatMap(({ name }) => {
    const make = sampler<unknown>(samples, name, (value) => {
      const [first, ...rest] = issues(name, value);
      return first === undefined ? { ok: true, value } : { ok: false, issues: [first, ...rest] };
    });
    const wrong = seeds.flatMap((seed): readonly string[] => {
      try {
        return isJson(make(undefined, seed === undefined ? {} : { seed })) ? [] : [`${name} ${seed} is no JSON`];
      } catch (error) {
        return [`${name} ${seed}: ${String(error)}`];
      }
    });
    const unsaid = invalids(samples, name)().filter(
      ({ value, issue }) => !issues(name, value).some(({ pointer, keyword }) => pointer === issue.pointer && keyword === issue.keyword),
    );
    return [...wrong, ...unsaid.map(({ issue, value }) => `${name} ${JSON.stringify(issue)} ${JSON.stringify(value)}`)];
  });
}

const CASES = join(import.meta.dirname, "cases");
const given = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, "given")));

test.each(given)("the fixtures of the case %s are valid, and invalid as it is said", async (name) => {
  const { contract, diagnostics } = await compile({ files: readSchemas(join(CASES, name, "given")).files });
  if (diagnostics.some(isError)) return;
  expect(contract.vendors.flatMap((vendor) => faultsOf(vendor, SEEDS))).toEqual([]);
});

test("so are those of any schemas, and a type has them when anything passes", async () => {
  const values = fc.sample(anyValue, { numRuns: 200, seed: 1 });
  let [found, missed] = [0, 0];
  await fc.assert(
    fc.asyncProperty(documentsOfSchemas, async (document) => {
      const { contract, diagnostics } = await compile({ files: { "v/a.schema.json": JSON.stringify(document) } });
      const [vendor] = contract.vendors;
      if (vendor === undefined || diagnostics.some(isError)) return;
      expect(faultsOf(vendor, SEEDS.slice(0, 20))).toEqual([]);
      const { plans, issues } = fixturesOf(vendor);
      found += plans.length;
      missed += vendor.declarations.filter(
        ({ name }) => !plans.some((plan) => plan.name === name) && values.some((value) => issues(name, value).length === 0),
      ).length;
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(80);
  expect(missed).toBeLessThan(found / 50);
});

test("plain types have fixtures without a trial: each of their values is valid, and each of their rules is reported", async () => {
  let [plain, all] = [0, 0];
  await fc.assert(
    fc.asyncProperty(plainDocuments, async (document) => {
      const { contract, diagnostics } = await compile({ files: { "v/a.schema.json": JSON.stringify(document) } });
      const [vendor] = contract.vendors;
      if (vendor === undefined || diagnostics.some(isError)) return;
      expect(faultsOf(vendor, [...SEEDS.slice(0, 20), undefined])).toEqual([]);
      plain += plainTypes(vendor.declarations).size;
      all += vendor.declarations.length;
    }),
    { numRuns: 80 },
  );
  expect(plain).toBeGreaterThan(all * 0.6);
});

test("a type that is too hard has the examples of it instead, and one without any is left out and said", async () => {
  const pattern = "^(?=.*q)(?=.*z)(?=.*7)(?=.*x)(?=.*k)(?=.*m)[a-z7]{6}$";
  const hard = { type: "object", required: ["q"], properties: { q: { type: "string", pattern } } };
  const $defs = { A: { ...hard, examples: [{ q: "qz7xkm" }] }, B: hard };
  const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", title: "Root", $defs };
  const { contract, diagnostics, files } = await compile({ files: { "v/a.schema.json": JSON.stringify(schema) } });
  const [vendor] = contract.vendors;
  if (vendor === undefined) throw new TypeError("there is no contract");
  expect(fixturesOf(vendor).plans).toMatchObject([{ name: "A", known: ["aExample1"] }, { name: "Root" }]);
  expect(faultsOf(vendor, SEEDS)).toEqual([]);
  expect(diagnostics.map(({ slug, facts }) => `${slug} ${String(facts["name"])}`)).toContain("sample-not-found B");
  expect(files["src/v/samples.ts"]).toContain("A: [aExample1]");
  expect(files["src/v/samples.ts"]).not.toContain("sampleB");
});

test("source.json can leave them out", async () => {
  const schema = JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", title: "Root", type: "string" });
  const { files } = await compile({ files: { "v/a.schema.json": schema, "v/source.json": '{ "fixtures": false }' } });
  expect(Object.keys(files).filter((path) => path.includes("sample"))).toEqual([]);
  expect(files["package.json"]).not.toContain("samples");
});

const FORMATS =
  "date date-time time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid uri-template json-pointer relative-json-pointer regex".split(
    " ",
  );

test("every format that is checked is made, and no other", () => {
  const made = (format: string): boolean => sampleFormat(format, randomOf(1)) !== undefined;
  expect(FORMATS.filter((format) => !made(format) || !isCheckedFormat(format))).toEqual([]);
  expect(["no-such-format", "toString"].filter((format) => made(format) || isCheckedFormat(format))).toEqual([]);
});

test.each([
  "^[A-Z]{3}-\\d{4,}$",
  "^(?:foo|ba[rz])+$",
  "^[^\\s@]+@[^\\s@]+\\.[a-z]{2,}$",
  "^\\p{Lu}\\p{L}*\\u0020[\\x41-C]?$",
  "^(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])$",
  "^#[0-9a-fA-F]{6}$",
  "^a\\/b\\.c\\$[\\]\\-]\\t\\u{1f4a7}$",
  "^.{2}\\W\\D\\S$",
  "(^|x)y*?z??$",
])("texts are made for %s", (pattern) => {
  expect(isPattern(pattern)).toBe(true);
  const [test, make] = [new RegExp(pattern, "u"), patternMaker(pattern)];
  const texts = SEEDS.map((seed) => make(randomOf(seed), 3));
  expect(texts.filter((text) => !test.test(text))).toEqual([]);
});

describe("arbitraries for fast-check", () => {
  test("have the types of their values", () => {
    expectTypeOf(arbitraryPushWebhook).toEqualTypeOf<fc.Arbitrary<PushWebhook>>();
    expectTypeOf(arbitraryWriteStatus).toEqualTypeOf<fc.Arbitrary<WriteStatus>>();
  });

  test("make nothing but valid values", () => {
    fc.assert(fc.property(arbitraryPushWebhook, (event) => isPushWebhook(event)));
    fc.assert(fc.property(fc.array(arbitraryWriteStatus), (all) => all.every((status) => writeStatusValues.includes(status))));
  });

  test("shrink to values with less in them", () => {
    const run = fc.check(
      fc.property(arbitraryPushWebhook, ({ data }) => data.status === undefined),
      { seed: 5 },
    );
    const found = JSON.stringify(run.counterexample).length;
    const sizes = SEEDS.map((seed) => JSON.stringify([railz.samplePushWebhook({}, { seed, size: 3 })]).length);
    expect(run.failed).toBe(true);
    expect(found).toBeLessThan(Math.min(...sizes));
  });
});

test.each([
  [
    "lists in lists of ten thousand",
    { type: "array", minItems: 10_000, items: { type: "array", minItems: 10_000, items: { type: "null" } } },
  ],
  ["members without end", { type: "object", minProperties: 1_000_000_000 }],
  ["a pattern of a billion characters", { type: "string", pattern: "^((a{1000}){1000}){1000}$" }],
  ["a long text of nested repetitions", { type: "string", minLength: 50_000, maxLength: 60_000, pattern: "^(?:[a-z]+ )+$" }],
  [
    "lists three hundred levels deep",
    Array.from({ length: 300 }).reduce<JsonObject>((items) => ({ type: "array", minItems: 1, items }), {}),
  ],
])("%s end with fixtures or without, and soon", async (_, schema) => {
  const { contract } = await compile({ files: { "v/a.schema.json": JSON.stringify({ title: "Root", ...schema }) } });
  const [vendor] = contract.vendors;
  expect(vendor === undefined ? null : faultsOf(vendor, [1])).toEqual([]);
});
