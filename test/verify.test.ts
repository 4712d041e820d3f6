// The verification station: it finds nothing in the real package, and finds each way of tampering with it.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compile } from "../scripts/compile.ts";
import type { Diagnostic } from "../scripts/contract.ts";
import { readSchemas, readTemplates, stage } from "../scripts/files.ts";
import { readBack } from "../scripts/verify/read-back.ts";
import { verify } from "../scripts/verify.ts";

const { files: documents } = readSchemas("schemas");
const { files: generated, contract } = await compile({ files: documents });
const files = new Map(Object.entries(generated));
const contracts = contract.vendors;
const scratch = mkdtempSync(join(tmpdir(), "hookwright-verify-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** One text of the package replaced by another. */
interface Tampering {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function tampered({ file, from, to }: Omit<Tampering, "name">): ReadonlyMap<string, string> {
  const text = files.get(file) ?? "";
  expect(text).toContain(from);
  return new Map([...files, [file, text.replace(from, () => to)]]);
}

let runs = 0;
async function verified(tree: ReadonlyMap<string, string>, pass = documents): Promise<readonly Diagnostic[]> {
  runs += 1;
  const { contract: read } = pass === documents ? { contract } : await compile({ files: pass });
  return verify({ directory: stage(join(scratch, `package-${runs}`), tree), files: tree, contracts: read.vendors });
}

const words = (found: readonly Diagnostic[]): string => found.map(({ facts }) => Object.values(facts).join()).join("\n");

test("nothing is found in the real package, and nothing is left in its folder", async () => {
  const directory = stage(join(scratch, "real"), files);
  const before = readdirSync(directory);
  expect(await verify({ directory, files, contracts })).toEqual([]);
  expect(readdirSync(directory)).toEqual(before);
  expect(existsSync(join(directory, "dist"))).toBe(false);
});

const TYPES = "src/codat/types.ts";
const ENUMS = "src/codat/enums.ts";
const VALIDATORS = "src/codat/validators.ts";
const SIGNATURES = "src/railz/signatures.ts";
const LABEL = "return labelOf(value);";

test.each<Tampering & { readonly says: string }>([
  {
    name: "a comment that ends too early",
    file: TYPES,
    from: "Identifies one data connection of a company.",
    to: "*/ globalThis.x = 1; /*",
    says: "globalThis.x = 1; is no statement of this module",
  },
  {
    name: "a value that leaves its quotes",
    file: ENUMS,
    from: '"accountTransactions"',
    to: '""; evil(); ""',
    says: "evil(); is code of a kind that no template has",
  },
  {
    name: "a value that calls",
    file: ENUMS,
    from: '"accountTransactions"',
    to: '"" + evil()',
    says: "evil() is called while the module loads",
  },
  {
    name: "a message of other words",
    file: VALIDATORS,
    from: '"be a UUID"',
    to: '"be evil"',
    says: '"be evil" is no text that the contract holds',
  },
  {
    name: "a property of no document",
    file: TYPES,
    from: "name?: string;",
    to: "name?: string; evil?: string;",
    says: "evil is no property that the contract holds",
  },
  { name: "any", file: TYPES, from: "name?: string", to: "name?: any", says: "any is code of a kind that no template has (AnyKeyword)" },
  { name: "a cast", file: ENUMS, from: LABEL, to: "return labelOf(value as never);", says: "value as never asserts a type" },
  { name: "a non-null assertion", file: ENUMS, from: LABEL, to: "return labelOf(value!);", says: "value! is code of a kind" },
  {
    name: "a directive",
    file: TYPES,
    from: "export type ConnectionId",
    to: "// @ts-ignore\nexport type ConnectionId",
    says: "none of the comments that templates hold",
  },
  { name: "a tag that is not ours", file: TYPES, from: "@see codat", to: "@ts-nocheck codat", says: "the comment has the tag @ts-nocheck" },
  {
    name: "a word of no document",
    file: TYPES,
    from: "Where the company can be looked at.",
    to: "Where the money goes.",
    says: "the comment says “money”",
  },
  {
    name: "a word in disguise",
    file: TYPES,
    from: "Where the company can be looked at.",
    to: "\\u0065vil",
    says: "the comment says “evil”",
  },
  {
    name: "a character that does not show",
    file: TYPES,
    from: "Where the company",
    to: "Where \u202ethe company",
    says: "a character that does not show",
  },
  {
    name: "such a character in quotes",
    file: ENUMS,
    from: '"accountTransactions"',
    to: '"account\u200bTransactions"',
    says: "a character that does not show",
  },
  { name: "a dynamic import", file: ENUMS, from: LABEL, to: 'return import("../label.ts");', says: 'import("../label.ts") is called' },
  {
    name: "a module of Node",
    file: ENUMS,
    from: 'import { labelOf } from "../label.ts"',
    to: 'import { labelOf } from "node:fs"',
    says: '"node:fs" is no module of the package',
  },
  {
    name: "a module that is not there",
    file: ENUMS,
    from: '"../label.ts"',
    to: '"../../label.ts"',
    says: '"../../label.ts" is no module of the package',
  },
  {
    name: "an import for its effect",
    file: ENUMS,
    from: 'import { labelOf } from "../label.ts"',
    to: 'import "../label.ts"',
    says: "imports nothing by name",
  },
  {
    name: "an export of no declaration",
    file: ENUMS,
    from: "export function dataTypeLabel",
    to: 'export const value = "bills";\nexport function dataTypeLabel',
    says: "value is exported, and the contract has no such export",
  },
  {
    name: "an export that is gone",
    file: ENUMS,
    from: "export function dataTypeLabel",
    to: "function dataTypeLabel",
    says: "dataTypeLabel is not exported",
  },
  {
    name: "another call while the module loads",
    file: ENUMS,
    from: "Object.values(DataType)",
    to: "Object.keys(DataType)",
    says: "Object.keys(DataType) is called while the module loads",
  },
  {
    name: "another call while the samples load",
    file: "src/codat/samples.ts",
    from: 'invalids(samples, "DataType")',
    to: 'invalids(samples, "evil")',
    says: 'invalids(samples, "evil") is called while the module loads',
  },
  {
    name: "a sample of no type",
    file: "src/codat/samples.ts",
    from: "export const sampleDataType:",
    to: "export const sampleEvil:",
    says: "sampleEvil is exported, and the contract has no such export",
  },
  { name: "eval", file: ENUMS, from: LABEL, to: "return eval(value);", says: "eval is no name that the contract holds" },
  { name: "require", file: ENUMS, from: LABEL, to: 'return require("value");', says: "require is no name that the contract holds" },
  {
    name: "a function of a text",
    file: ENUMS,
    from: LABEL,
    to: 'return new Function("value")();',
    says: 'new Function("value") is called',
  },
  {
    name: "a function of a text, the long way",
    file: ENUMS,
    from: LABEL,
    to: 'return value.constructor.constructor("value")();',
    says: "constructor is no property that the contract holds",
  },
  {
    name: "an assignment",
    file: VALIDATORS,
    from: "let field: unknown;",
    to: "let field: unknown; process.exitCode = 1;",
    says: "process.exitCode = 1 assigns to what is not ours",
  },
  {
    name: "a template literal",
    file: ENUMS,
    from: LABEL,
    to: "return `${value}`;",
    says: "is code of a kind that no template has (TemplateExpression)",
  },
  { name: "a computed name", file: ENUMS, from: "AccountTransactions:", to: "[value]:", says: "[value] is computed" },
  {
    name: "an accessor",
    file: ENUMS,
    from: 'AccountTransactions: "accountTransactions"',
    to: 'get AccountTransactions() { return "accountTransactions"; }',
    says: "is code of a kind that no template has (GetAccessor)",
  },
  {
    name: "an enum",
    file: ENUMS,
    from: "export function dataTypeLabel",
    to: "enum value {}\nexport function dataTypeLabel",
    says: "enum value {} is no statement of this module",
  },
  {
    name: "a class with a decorator",
    file: ENUMS,
    from: "export function dataTypeLabel",
    to: "@labelOf class value {}\nexport function dataTypeLabel",
    says: "@labelOf class value {} is no statement of this module",
  },
  {
    name: "an ambient module",
    file: TYPES,
    from: "export type ConnectionId",
    to: "declare global {}\nexport type ConnectionId",
    says: "is no statement of this module",
  },
  {
    name: "a pattern of no document",
    file: ENUMS,
    from: LABEL,
    to: 'return /(a+)+$/u.test(value) ? "" : labelOf(value);',
    says: "/(a+)+$/u is no pattern that the contract holds",
  },
  { name: "another limit", file: VALIDATORS, from: "27)", to: "28)", says: "28 is no number that the contract holds" },
  {
    name: "a header that no document names",
    file: SIGNATURES,
    from: '"railz-signature"',
    to: '"evil-signature"',
    says: '"evil-signature" is no text that the contract holds',
  },
  {
    name: "another tolerance",
    file: SIGNATURES,
    from: "tolerance: 300",
    to: "tolerance: 30000",
    says: "30000 is no number that the contract holds",
  },
  {
    name: "a field that no upgrade names",
    file: "src/codat/upgrades.ts",
    from: '"/AlertId"',
    to: '"/EvilId"',
    says: '"/EvilId" is no text that the contract holds',
  },
  {
    name: "a verdict that is always good",
    file: SIGNATURES,
    from: "return verifySignature(signatureScheme, request, secret, options);",
    to: "return Promise.resolve({ ok: true });",
    says: "resolve is no property that the contract holds",
  },
  {
    name: "an export of another module",
    file: SIGNATURES,
    from: '} from "../signature-headers.ts"',
    to: '} from "node:fs"',
    says: '"node:fs" is no module of the package',
  },
  {
    name: "an event of another name",
    file: "src/railz/events.ts",
    from: '=== "push"',
    to: '=== "evil"',
    says: '"evil" is no text that the contract holds',
  },
  {
    name: "an event that is judged by another function",
    file: "src/railz/events.ts",
    from: "validators.validatePushWebhook",
    to: "validators.toString",
    says: "toString is no name that the contract holds",
  },
  {
    name: "a name of events that stands elsewhere",
    file: "src/codat/events.ts",
    from: 'nameAt(value, "eventType")',
    to: 'nameAt(value, "evil")',
    says: '"evil" is no text that the contract holds',
  },
  {
    name: "an index that exports more",
    file: "src/codat/index.ts",
    from: 'export * from "./enums.ts";',
    to: 'export * from "node:fs";',
    says: "is no statement of this module",
  },
  {
    name: "a header that says more",
    file: TYPES,
    from: "do not edit.",
    to: "do not edit. @ts-nocheck",
    says: "none of the comments that templates hold",
  },
  {
    name: "another text of a module that is copied",
    file: "src/label.ts",
    from: "return text.charAt(0)",
    to: "evil(); return text.charAt(0)",
    says: "no template makes a file of this name and text",
  },
])("read-back finds $name", ({ says, ...tampering }) => {
  const found = readBack({ files: tampered(tampering), contracts, templates: readTemplates() });
  expect(words(found)).toContain(says);
  expect(found.map(({ slug, origin }) => `${slug} ${origin.file}`)).toContain(`unexpected-source-text ${tampering.file}`);
});

test("read-back finds a file that no template makes, and says where a fault stands", () => {
  const extra = readBack({ files: new Map([...files, ["src/codat/evil.ts", ""], ["evil.js", ""]]), contracts, templates: readTemplates() });
  expect(extra.map(({ origin }) => origin.file)).toEqual(["src/codat/evil.ts", "evil.js"]);
  const [found] = readBack({
    files: tampered({ file: TYPES, from: "name?: string;", to: "evil?: string;" }),
    contracts,
    templates: readTemplates(),
  });
  const lines = (files.get(TYPES) ?? "").split("\n");
  expect(found).toMatchObject({
    origin: { file: TYPES, line: lines.findIndex((line) => line.includes("name?: string;")) + 1, column: 3 },
    length: 4,
  });
});

test.each<Tampering & { readonly type: string }>([
  { name: "another type", type: "CompanyReference", file: TYPES, from: "name?: string", to: "name?: number" },
  { name: "a ? that is gone", type: "CompanyReference", file: TYPES, from: "name?: string", to: "name: string" },
  { name: "a null that is gone", type: "CompanyReference", file: TYPES, from: "description?: string | null", to: "description?: string" },
  { name: "a null too many", type: "CompanyReference", file: TYPES, from: "name?: string", to: "name?: string | null" },
  { name: "an optional property that is gone", type: "CompanyReference", file: TYPES, from: "name?: string;", to: "" },
  { name: "an undefined too many", type: "CompanyReference", file: TYPES, from: "name?: string", to: "name?: string | undefined" },
  { name: "another reference", type: "DataTypeWriteWebhookPayload", file: TYPES, from: "status?: WriteStatus", to: "status?: WriteType" },
  {
    name: "an item that is none",
    type: "PushEvent",
    file: "src/railz/types.ts",
    from: "sourceObjectIds?: string[]",
    to: "sourceObjectIds?: string",
  },
])("the second opinion finds $name, and names the one type", async ({ type, ...tampering }) => {
  const tree = tampered(tampering);
  // What validators, examples and upgrades say of the type is not the question here.
  const found = await verified(
    new Map(
      [...tree].map(([path, text]) => [
        path,
        /(validators|events|examples|receive|upgrades|samples|arbitraries)\.ts$/.test(path) ? "export {};\n" : text,
      ]),
    ),
  );
  expect(found.filter(({ slug }) => slug !== "unexpected-source-text")).toMatchObject([
    { slug: "second-opinion-differs", facts: { name: type } },
  ]);
  const [{ origin } = { origin: null }] = found;
  expect(Object.keys(documents)).toContain(origin?.file);
});

test.each<Tampering & { readonly says: string; readonly line: number }>([
  {
    name: "a syntax error",
    file: "src/label.ts",
    from: "return value;",
    to: "return value +;",
    says: "TS1109: Expression expected.",
    line: 6,
  },
  {
    name: "a type error",
    file: "src/label.ts",
    from: "return value;",
    to: "return 1;",
    says: "TS2322: Type 'number' is not assignable to type 'string'.",
    line: 6,
  },
  { name: "a configuration that is none", file: "tsconfig.json", from: '"strict": true', to: '"strict": 5', says: "TS5024", line: 7 },
])("compiling finds $name, and where", async ({ says, line, ...tampering }) => {
  const found = await verified(tampered(tampering));
  const compiled = found.filter(({ slug }) => slug === "generated-does-not-compile");
  expect(words(compiled)).toContain(says);
  expect(compiled[0]?.origin).toMatchObject({ file: tampering.file, line });
  expect(found.filter(({ slug }) => slug === "second-opinion-differs")).toEqual([]);
});

test("names that messages have to escape are words of the contract", async () => {
  const schema = {
    title: "T",
    type: "object",
    required: ["a\nb"],
    properties: { "a\nb": { type: "string" }, 'c"d\\e': { type: "integer" } },
  };
  const odd = { "v/a.schema.json": JSON.stringify(schema) };
  const { files: made } = await compile({ files: odd });
  expect(await verified(new Map(Object.entries(made)), odd)).toEqual([]);
});

test("schemas that the other printer reads in its own way are still compared", async () => {
  const schema = {
    definitions: {
      Anything: {},
      Nothing: false,
      Constant: { const: 1 },
      Open: { anyOf: [{ enum: ["a", "b"] }, { type: "string" }] },
      Numbers: { type: ["integer", "null"], enum: [1, null] },
      Tree: {
        type: "object",
        properties: {
          children: { type: "array", items: { $ref: "#/definitions/Tree" }, minItems: 1, maxItems: 3 },
          other: { $ref: "#/definitions/Tree", description: "Prose beside a reference." },
        },
      },
      Both: {
        allOf: [
          { $ref: "#/definitions/Tree" },
          { type: "object", properties: { name: { type: "string" } }, required: ["name", "unstated"] },
        ],
      },
      Traps: {
        type: "object",
        properties: {
          $ref: { type: "string" },
          enum: { type: "number" },
          tsType: { type: "null" },
          constructor: { type: "string" },
          'a "b"': true,
          $id: {},
          definitions: { type: "object" },
        },
      },
      Map: { type: "object", additionalProperties: { type: "boolean" } },
      Lost: JSON.parse('{ "type": "object", "properties": { "__proto__": { "type": "string" }, "hasOwnProperty": { "type": "string" } } }'),
    },
  };
  const pass = { "v/t.json": JSON.stringify(schema, null, 2) };
  const { files: tree } = await compile({ files: pass });
  expect(Object.keys(tree)).not.toEqual([]);
  expect(await verified(new Map(Object.entries(tree)), pass)).toEqual([]);
});

test("a type of hundreds of members compiles: TypeScript cannot follow so many in one function", async () => {
  const members = Array.from({ length: 700 }, (_, index) => [`member${index}`, { type: "string", format: "uuid" }]);
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Many",
    type: "object",
    properties: Object.fromEntries(members),
  };
  const given = { "v/t.json": JSON.stringify(schema) };
  const { files: tree } = await compile({ files: given });
  expect(await verified(new Map(Object.entries(tree)), given)).toEqual([]);
});
