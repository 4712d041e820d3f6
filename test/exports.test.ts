// The contract in other formats: valid by the official schemas of each, and the same contract when it is read back.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { setShouldValidateFormat, validate } from "@hyperjump/json-schema/openapi-3-1";
import { registerSchema } from "@hyperjump/json-schema/draft-07";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, type Contract, type Json, type Schema } from "../scripts/compile.ts";
import { asyncapiExport } from "../scripts/artifacts/asyncapi-export.ts";
import { jsonSchemaExport } from "../scripts/artifacts/json-schema-export.ts";
import { openapiExport } from "../scripts/artifacts/openapi-export.ts";
import { Code } from "../scripts/lib/code.ts";
import { readSchemas } from "../scripts/files.ts";
import { entries, fromEntries } from "../scripts/lib/json.ts";
import { mapSchema } from "../scripts/lib/schema-walk.ts";
import { pascalCase } from "../scripts/lib/words.ts";
import { temporaryFolder, tsc, writeFiles } from "./support/build.ts";
import { asyncapiSchemas, contractFrom, disagreements, objectOf } from "./support/read-back-exports.ts";
import { anyValue, documentsOfSchemas } from "./support/random-schema.ts";
import { contractOf } from "./support/schemas.ts";

const require = createRequire(import.meta.url);
setShouldValidateFormat(true);
registerSchema(require("@asyncapi/specs/schemas/3.0.0.json"));

const SETTINGS = { name: "exports", version: "1.2.3", description: "", license: "MIT" };
const DOCUMENTS = [
  ["schema.json", jsonSchemaExport, "https://json-schema.org/draft/2020-12/schema"],
  ["openapi.json", openapiExport, "https://spec.openapis.org/oas/3.1/schema-base"],
  ["asyncapi.json", asyncapiExport, "http://asyncapi.com/definitions/3.0.0/asyncapi.json"],
] as const;

const textOf = (contract: Contract, artifact: (typeof DOCUMENTS)[number][1]): string => {
  const view = artifact.view({ contract, title: "A vendor", samples: null }, SETTINGS);
  const text = view !== null && typeof view === "object" && "text" in view ? view.text : null;
  if (!(text instanceof Code)) throw new TypeError("the view holds no text");
  return text.text;
};

async function faults(schema: string, value: Json): Promise<Json> {
  const output = await validate(schema, JSON.parse(JSON.stringify(value)), "BASIC");
  return output.valid ? [] : JSON.parse(JSON.stringify(output.errors ?? []));
}

const CASES = join(import.meta.dirname, "cases");
const caseFiles = readdirSync(CASES)
  .map((name) => join(CASES, name, "given"))
  .filter((folder) => existsSync(folder));

/** Events whose names no identifier or key of another format could have, bodies of several types for one name, and words of 2020-12 alone. */
const body = (name: string): Schema => ({ type: "object", properties: { type: { const: name } } });
const declared = (name: string, schema: Schema): Contract["declarations"][number] => ({
  name,
  addresses: [],
  schema,
  origins: [],
  parts: {},
  supplied: false,
  statedBy: "schema",
});
const origin = { file: "v/a", line: 1, column: 1, pointer: "" };
const hardContract: Contract = {
  vendor: "v",
  declarations: [
    declared("A", body("{dataType}.write/50% #1")),
    declared("B", { type: "object", unevaluatedProperties: false, properties: { a: { $ref: "A" } } }),
  ],
  events: [
    { names: ["{dataType}.write/50% #1", "~x"], discriminator: "/type", declaration: "A", origin },
    { names: ["~x"], discriminator: "/type", declaration: "B", origin },
    { names: [], discriminator: null, declaration: "B", origin },
  ],
  examples: [{ declaration: "A", pointer: "", value: { type: "~x" }, origin, places: {} }],
  diagnostics: [],
};

describe("by the official schemas", () => {
  describe.each(["schemas", ...caseFiles])("what %s gives", (folder) => {
    test.each(DOCUMENTS)("has a valid %s", async (name, artifact, official) => {
      const { contract } = await compile({ files: readSchemas(folder).files });
      for (const vendor of contract.vendors) {
        if (vendor.diagnostics.some(({ slug }) => slug === "reference-unresolved")) continue;
        expect({ name, faults: await faults(official, objectOf(textOf(vendor, artifact))) }).toEqual({ name, faults: [] });
      }
    });
  });

  test.each(DOCUMENTS)("events with any names have a valid %s", async (_, artifact, official) => {
    expect(await faults(official, objectOf(textOf(hardContract, artifact)))).toEqual([]);
  });

  test.each(DOCUMENTS)("a document that is none is refused: %s", async (_, artifact, official) => {
    const broken = { ...objectOf(textOf(hardContract, artifact)), info: 5, $defs: 5, components: 5 };
    expect(await faults(official, broken)).not.toEqual([]);
  });
});

describe("events", () => {
  test("are webhooks under their names as they are, with the examples that say so", () => {
    const { webhooks } = objectOf(textOf(hardContract, openapiExport));
    expect(Object.keys(webhooks ?? {})).toEqual(["B", "{dataType}.write/50% #1", "~x"]);
    expect(webhooks).toMatchObject({
      "~x": {
        post: {
          "x-event-name-at": "/type",
          requestBody: {
            content: {
              "application/json": {
                schema: { anyOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] },
                examples: { aExample1: { $ref: "#/components/examples/aExample1" } },
              },
            },
          },
        },
      },
    });
  });

  test("are messages whose references lead somewhere", () => {
    const document = objectOf(textOf(hardContract, asyncapiExport));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]*)"/g)].map(([, pointer = ""]) => decodeURIComponent(pointer));
    const led = references.map((pointer) =>
      pointer
        .split("/")
        .slice(1)
        .reduce<unknown>((at, key) => Reflect.get(Object(at), key.replaceAll("~1", "/").replaceAll("~0", "~")), document),
    );
    expect(references.length).toBeGreaterThan(8);
    expect(led.every((found) => found !== undefined)).toBe(true);
  });
});

const withoutExamples = (schema: Schema): Schema =>
  mapSchema(schema, (inner) => fromEntries(entries(inner).filter(([keyword]) => keyword !== "examples")));

/** A name that a clash changed is changed again by each reading. */
const isLasting = ({ name }: { readonly name: string }): boolean => pascalCase(name) === name;

test("programs import them by the package's name, with types", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("generated"), join(folder, "node_modules/accounting-webhooks"));
  const imports = DOCUMENTS.map(([name], index) => `import a${index} from "accounting-webhooks/codat/${name}" with { type: "json" };`);
  const use = `${imports.join("\n")}\nconst said: string = a0.$defs.WriteType.enum.join() + a1.openapi + a2.asyncapi;\nconsole.log(said);\n`;
  const compilerOptions = { module: "nodenext", target: "es2023", strict: true, types: [], lib: ["es2023", "dom"], outDir: "out" };
  writeFiles(folder, {
    "use.ts": use,
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions, files: ["use.ts"] }),
  });
  expect(tsc(folder)).toBe("");
  expect(execFileSync(process.execPath, ["--no-warnings", "out/use.js"], { cwd: folder, encoding: "utf8" }).trim()).toBe(
    "Create,Update,Delete,UploadAttachment3.1.13.0.0",
  );
});

describe("read back by our own readers", () => {
  test.each(["codat", "railz"])("the documents of %s have its types, rules, prose and examples", async (vendor) => {
    const stated = contractOf(vendor);
    const { contract, problems } = await contractFrom({ "v/a.schema.json": textOf(stated, jsonSchemaExport) });
    expect(problems).toEqual([]);
    for (const { name, schema } of stated.declarations) {
      const back = contract?.declarations.find((one) => one.name === name);
      expect({ name, schema: withoutExamples(back?.schema ?? false) }).toEqual({ name, schema: withoutExamples(schema) });
    }
    expect(contract?.examples.map(({ value }) => JSON.stringify(value)).toSorted()).toEqual(
      stated.examples.map(({ value }) => JSON.stringify(value)).toSorted(),
    );
  });

  test.each(["codat", "railz"])("the OpenAPI document of %s has its events, and nothing that is not understood", async (vendor) => {
    const stated = contractOf(vendor);
    const { contract, diagnostics } = await compile({ files: { "v/a.json": textOf(stated, openapiExport) } });
    const events = ({ events: all }: Contract): Json =>
      all.flatMap(({ names, discriminator, declaration }) => names.map((name) => ({ name, discriminator, declaration })));
    expect(diagnostics).toEqual([]);
    expect(contract.vendors.map(events)).toEqual([events(stated)]);
  });

  test("any contract comes back: it accepts and refuses the same values", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(documentsOfSchemas, fc.array(anyValue, { minLength: 8, maxLength: 8 }), async (document, values) => {
        const { contract, problems } = await contractFrom({ "v/a.schema.json": JSON.stringify(document) });
        if (contract === undefined || problems.length > 0 || !contract.declarations.every(isLasting)) return;
        const back = [
          await contractFrom({ "v/a.schema.json": textOf(contract, jsonSchemaExport) }),
          await contractFrom({ "v/a.openapi.json": textOf(contract, openapiExport) }),
          await contractFrom({ "v/a.schema.json": JSON.stringify(asyncapiSchemas(textOf(contract, asyncapiExport))) }),
        ];
        for (const { contract: other, problems: more } of back) {
          expect(more).toEqual([]);
          expect(other === undefined ? null : disagreements(contract, other, values)).toEqual([]);
          compared += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  test("the older words of the AsyncAPI document mean the same", async () => {
    const schema = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Root",
      type: ["object", "array"],
      prefixItems: [{ type: "string" }],
      items: { $ref: "#/$defs/Leaf", minimum: 2 },
      dependentRequired: { a: ["b"], b: ["0"] },
      dependentSchemas: { a: { maxProperties: 2 } },
      $defs: { Leaf: { type: "integer" } },
    };
    const { contract } = await contractFrom({ "v/a.schema.json": JSON.stringify(schema) });
    if (contract === undefined) throw new TypeError("no contract");
    const text = textOf(contract, asyncapiExport);
    expect(text).not.toMatch(/prefixItems|dependentRequired|schemaFormat/);
    const { contract: back } = await contractFrom({ "v/a.schema.json": JSON.stringify(asyncapiSchemas(text)) });
    const values = [["a"], ["a", 1], ["a", 2], [1], ["a", 2, "b"], {}, { a: 1 }, { a: 1, b: 2 }, { a: 1, b: 2, 0: 3 }, { b: 1, 0: 2 }];
    expect(back === undefined ? null : disagreements(contract, back, values)).toEqual([]);
  });
});
