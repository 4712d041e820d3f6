// The generated types as a compiler sees them: what must compile does, and each misuse is refused with the error that tells why.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { filesFor, temporaryFolder, tsc, writeFiles } from "./support/build.ts";

const SLOW = { timeout: 60_000 };

/** The package's own options, and what they leave out. */
function strictOptions(): object {
  const { compilerOptions }: { compilerOptions: object } = JSON.parse(readFileSync("generated/tsconfig.json", "utf8"));
  const { rootDir: _, outDir: __, ...options } = Object.assign({ rootDir: "", outDir: "" }, compilerOptions);
  const more = ["noUncheckedSideEffectImports", "allowImportingTsExtensions", "noEmit"];
  return { ...options, ...Object.fromEntries(more.map((option) => [option, true])), allowUnreachableCode: false, allowUnusedLabels: false };
}

const writeProject = (folder: string, files: readonly string[]): void =>
  writeFiles(folder, {
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions: strictOptions(), files }),
  });

test("a service that uses the package compiles, and every misuse in it is refused", SLOW, () => {
  const folder = temporaryFolder();
  writeProject(folder, [resolve("test/support/use.ts")]);
  expect(tsc(folder)).toBe("");
});

describe("a line that must not compile", () => {
  const CASES: readonly { readonly given: string; readonly vendor: "codat" | "railz"; readonly expected: string }[] = [
    { given: 'const status: v.WriteStatus = "Done";', vendor: "codat", expected: "TS2322" },
    { given: "const type = v.DataType.Invoice;", vendor: "codat", expected: "TS2551" },
    { given: 'v.DataType.Invoices = "bills";', vendor: "codat", expected: "TS2540" },
    { given: 'v.dataTypeValues.push("invoices");', vendor: "codat", expected: "TS2339" },
    { given: 'const payload: v.DataTypeWriteWebhookPayload = { status: "success" };', vendor: "codat", expected: "TS2820" },
    { given: "const payload: v.DataTypeWriteWebhookPayload = { record: undefined };", vendor: "codat", expected: "TS2375" },
    { given: "const payload: v.DataTypeWriteWebhookPayload = { id: null };", vendor: "codat", expected: "TS2322" },
    { given: 'const payload: v.DataTypeWriteWebhookPayload = { attachmentID: "1" };', vendor: "codat", expected: "TS2561" },
    { given: "const company: v.CompanyReference = { tags: { a: 1 } };", vendor: "codat", expected: "TS2322" },
    {
      given: "const company = (given: v.CompanyReference): string | undefined => given.tags.region;",
      vendor: "codat",
      expected: "TS18048",
    },
    { given: "const day = (given: v.DataTypeWriteWebhook): Date => given.generatedDate;", vendor: "codat", expected: "TS2322" },
    { given: 'const webhook: v.PushWebhook = { requestId: "1" };', vendor: "railz", expected: "TS2741" },
    { given: 'const event: v.PushEvent = { event: "pull" };', vendor: "railz", expected: "TS2322" },
    { given: 'const event: v.PushEvent = { responseCode: "200" };', vendor: "railz", expected: "TS2322" },
    { given: "const event: v.PushEvent = { sourceObjectIds: [354] };", vendor: "railz", expected: "TS2322" },
    { given: 'v.matchPushEventStatus("success", { success: () => 1 });', vendor: "railz", expected: "TS2741" },
    { given: 'v.matchPushEventStatus("done", { success: () => 1, failed: () => 2 });', vendor: "railz", expected: "TS2345" },
    { given: "v.parsePushWebhookJson({});", vendor: "railz", expected: "TS2345" },
    { given: "const status = (given: unknown): unknown => v.validatePushEvent(given).value;", vendor: "railz", expected: "TS2339" },
    { given: "const standard: { types: { input: string } } = v.PushEventSchema['~standard'];", vendor: "railz", expected: "TS2322" },
  ];

  /** What one run of tsc says of each line, by its number. */
  const codes = (): ReadonlyMap<number, readonly string[]> => {
    const folder = temporaryFolder();
    const lines = CASES.map(
      ({ given, vendor }, index) =>
        [
          `case${index}.ts`,
          `import * as v from ${JSON.stringify(resolve("generated/src", vendor, "index.ts"))};\n${given.replace("const ", "export const ")}\n`,
        ] as const,
    );
    writeFiles(folder, Object.fromEntries(lines));
    writeProject(
      folder,
      lines.map(([file]) => file),
    );
    // The lines are no modules for others: what they export needs no written type.
    const found = [...tsc(folder, "--isolatedDeclarations", "false").matchAll(/^case(\d+)\.ts\(2,\d+\): error (TS\d+)/gm)];
    return new Map(CASES.map((_, index) => [index, found.flatMap(([, at, code = ""]) => (Number(at) === index ? [code] : []))]));
  };

  test("is refused for the reason given", SLOW, () => {
    const found = codes();
    expect(CASES.map(({ given }, index) => ({ given, found: found.get(index) }))).toEqual(
      CASES.map(({ given, expected }) => ({ given, found: [expected] })),
    );
  });
});

describe("packages of awkward documents compile under the package's own options", () => {
  const object = (properties: object): object => ({ title: "Foo", type: "object", properties });
  const CASES: readonly { readonly given: string; readonly document: object }[] = [
    {
      given: "inherited and unusual names",
      document: object({
        ["__proto__"]: { type: "string" },
        constructor: { type: "integer" },
        "a-b": { type: ["string", "null"], maxLength: 3 },
        日本: true,
        "": false,
      }),
    },
    { given: "no properties allowed", document: { title: "Foo", type: "object", additionalProperties: false } },
    {
      given: "rules beside inherited names",
      document: object({
        toString: { type: ["string", "number"], maxLength: 2, minimum: 0 },
        constructor: { enum: ["Ferrari", "McLaren"] },
        valueOf: { minimum: 0 },
        hasOwnProperty: { const: true },
      }),
    },
    {
      given: "null alone, with rules for lists",
      document: object({ a: { const: null, maxItems: 1 }, b: { type: ["object", "array"], minItems: 1, minProperties: 1 } }),
    },
    { given: "an example of null", document: object({ a: { type: ["string", "null"], examples: [null, "a"] } }) },
    { given: "names from a list that holds a number", document: { title: "Foo", type: "object", propertyNames: { enum: ["a", 1] } } },
    { given: "a value stated twice, and never the same", document: object({ a: { const: "a", enum: ["b", "c"] } }) },
    {
      given: "forms of forms",
      document: object({
        a: {
          oneOf: [
            { type: "array", items: { anyOf: [{ type: "integer" }, object({ b: { const: 1 } })] } },
            { type: "string", minLength: 2 },
            { type: "null" },
          ],
        },
      }),
    },
  ];

  test.each(CASES)("$given", SLOW, async ({ document }) => {
    const folder = temporaryFolder();
    writeFiles(folder, await filesFor(JSON.parse(JSON.stringify(document))));
    expect(tsc(folder, "--noEmit")).toBe("");
  });
});
