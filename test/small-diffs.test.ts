// Small changes of a document make small changes of the package: edits as data.
import { diffLines } from "diff";
import { describe, expect, test } from "vitest";
import { largeDocument } from "../scripts/bench/large-document.ts";
import { compile, type Output } from "../scripts/compile.ts";
import { isObject, member } from "../scripts/lib/json.ts";
import type { Json, JsonObject } from "../scripts/contract.ts";
import { readSchemas } from "../scripts/files.ts";

const { files } = readSchemas("schemas");

interface Edit {
  readonly given: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Generated files that may change. */
  readonly concerns: readonly string[];
  /** How many lines of a file may change, where that is not three. */
  readonly most?: number;
}

const specs = (vendor: string): readonly string[] =>
  ["schema.json", "openapi.json", "asyncapi.json"].map((name) => `specs/${vendor}/${name}`);
const CODAT = [
  ...specs("codat"),
  "CONTRACT.md",
  "contract.json",
  "src/codat/types.ts",
  "src/codat/validators.ts",
  "src/codat/json-schemas.ts",
  "src/codat/examples.ts",
];
const ENUM = [
  ...specs("codat"),
  "CONTRACT.md",
  "contract.json",
  "src/codat/enums.ts",
  "src/codat/validators.ts",
  "src/codat/json-schemas.ts",
];
const RAILZ = [
  ...specs("railz"),
  "CONTRACT.md",
  "contract.json",
  "src/railz/types.ts",
  "src/railz/validators.ts",
  "src/railz/json-schemas.ts",
];

/** A webhook in a document of them. */
const webhook = (name: string, schema: string): string =>
  `  ${name}:\n    post:\n      requestBody:\n        content:\n          application/json:\n            schema:\n              $ref: ${schema}\n`;

const SMALL: readonly Edit[] = [
  {
    given: "a property at the top of a schema",
    file: "codat/datatypewritewebhook.txt",
    from: '  "properties": {\n    "id": {',
    to: '  "properties": {\n    "clientId": {\n      "type": "string",\n      "format": "uuid",\n      "description": "Unique identifier of the client."\n    },\n    "id": {',
    concerns: CODAT,
  },
  {
    given: "a property with an example in a nested definition",
    file: "codat/datatypewritewebhook.txt",
    from: '        "attachmentId": {',
    to: '        "reference": {\n          "type": "string",\n          "examples": ["A-1"]\n        },\n        "attachmentId": {',
    concerns: CODAT,
  },
  {
    given: "a row in a glued table",
    file: "railz/push-webhooks.txt",
    from: "businessNamestring",
    to: "batchIdstringUnique id of the batch.\nbusinessNamestring",
    concerns: RAILZ,
  },
  {
    given: "a row in a model page",
    file: "codat/pushoperationstatuschangedwebhookdata.md",
    from: "| `pushOperationKey` ",
    to: "| `attempts` | *number* | :heavy_minus_sign: | How often it was tried. | |\n| `pushOperationKey` ",
    concerns: CODAT,
  },
  {
    given: "a value in a short list",
    file: "codat/datatypewritewebhook.txt",
    from: '        "Failed",\n',
    to: '        "Failed",\n        "Queued",\n',
    concerns: ENUM,
  },
  {
    given: "a value in a long list",
    file: "codat/supplement.openapi.yaml",
    from: "        - bills\n",
    to: "        - billLines\n        - bills\n",
    concerns: ENUM,
  },
  {
    given: "a value in prose",
    file: "railz/push-webhooks.txt",
    from: "Possible values: success, failed.",
    to: "Possible values: success, pending, failed.",
    concerns: [...RAILZ, "src/railz/enums.ts"],
  },
  {
    given: "an example that names an event",
    file: "codat/datatypewritewebhook.txt",
    from: '        "bills.write.unsuccessful"\n',
    to: '        "bills.write.unsuccessful",\n        "bills.write.timedOut"\n',
    concerns: [...CODAT, "src/codat/events.ts"],
    most: 4,
  },
  {
    given: "an event with the body of another",
    file: "codat/supplement.openapi.yaml",
    from: "  # The older form",
    to: `${webhook("bills.read", "datatypewritewebhook.txt")}  # The older form`,
    concerns: [...CODAT, "src/codat/events.ts"],
  },
  {
    given: "a changed description",
    file: "railz/push-webhooks.txt",
    from: "The business name associated",
    to: "The name of the business associated",
    concerns: RAILZ,
  },
];

const NONE: readonly Edit[] = [
  {
    given: "two components that change places",
    file: "codat/supplement.openapi.yaml",
    from: swapped("codat/supplement.openapi.yaml", "    PushOperationStatus:", "    DataType:").before,
    to: swapped("codat/supplement.openapi.yaml", "    PushOperationStatus:", "    DataType:").after,
    concerns: [],
  },
  {
    given: "two definitions that change places",
    file: "codat/datatypewritewebhook.txt",
    from: swapped("codat/datatypewritewebhook.txt", '    "dataTypeWriteWebhookRecord": {', '    "writeType": {', '    "writeStatus": {')
      .before,
    to: swapped("codat/datatypewritewebhook.txt", '    "dataTypeWriteWebhookRecord": {', '    "writeType": {', '    "writeStatus": {')
      .after,
    concerns: [],
  },
  {
    given: "an empty line at the top of a page",
    file: "railz/push-webhooks.txt",
    from: "Push Webhooks\n",
    to: "\nPush Webhooks\n",
    concerns: [],
  },
];

/** The text from the first to the third mark (or the end), and the same with its two halves exchanged. */
function swapped(file: string, first: string, second: string, third?: string): { readonly before: string; readonly after: string } {
  const text = files[file] ?? "";
  const [a, b] = [text.indexOf(first), text.indexOf(second)];
  const c = third === undefined ? text.length : text.indexOf(third);
  return { before: text.slice(a, c), after: text.slice(b, c) + text.slice(a, b) };
}

/** How many lines differ, file by file; a line that changes counts once. */
function differences(before: Output["files"], after: Output["files"]): ReadonlyMap<string, number> {
  expect(after).not.toEqual({});
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]);
  return new Map(
    paths.map((path): [string, number] => {
      const parts = diffLines(before[path] ?? "", after[path] ?? "");
      const count = (side: "added" | "removed"): number => parts.reduce((sum, part) => sum + (part[side] ? part.count : 0), 0);
      return [path, Math.max(count("added"), count("removed"))];
    }),
  );
}

async function changes({ file, from, to }: Edit): Promise<ReadonlyMap<string, number>> {
  const text = files[file] ?? "";
  expect(text.split(from)).toHaveLength(2);
  const settings = Object.fromEntries(Object.entries(files).filter(([path]) => !/(source|upgrades)\.json$/.test(path)));
  const before = await compile({ files: settings });
  const after = await compile({ files: { ...settings, [file]: text.replace(from, () => to) } });
  return differences(before.files, after.files);
}

describe("one more field or value changes at most three lines of each file that it concerns", () => {
  test.each(SMALL)("$given", async (edit) => {
    const changed = await changes(edit);
    expect(changed.size).toBeGreaterThan(0);
    expect([...changed.keys()].filter((path) => !edit.concerns.includes(path))).toEqual([]);
    // An event has a body, which says where it is stated, and is told by its name.
    expect([...changed].filter(([, count]) => count > (edit.most ?? 3))).toEqual([]);
  });
});

test("an event with a body of its own changes three lines of the module of events", async () => {
  const body = "{ type: object, properties: { eventType: { const: bills.merged } } }";
  const file = "codat/supplement.openapi.yaml";
  const to = webhook("bills.merged", "x").replace("$ref: x", `allOf: [${body}]`);
  const changed = await changes({ given: "", file, from: "  # The older form", to: `${to}  # The older form`, concerns: [] });
  expect(changed.get("src/codat/events.ts")).toBe(3);
});

describe("what only moves changes nothing", () => {
  test.each(NONE)("$given", async (edit) => {
    expect([...(await changes(edit))]).toEqual([]);
  });
});

/** A value with one part replaced by what is made of it. */
function withPart(value: Json, [key, ...rest]: readonly string[], change: (part: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (!isObject(value)) throw new TypeError(`there is no ${key}`);
  return { ...value, [key]: withPart(member(value, key) ?? null, rest, change) };
}

const DOCUMENT = largeDocument(60);
const schema = (...keys: readonly string[]): readonly string[] => ["components", "schemas", ...keys];
const added = (name: string, part: JsonObject) => (all: Json) => (isObject(all) ? { ...all, [name]: part } : all);
const required = (name: string, part: JsonObject) => (type: Json) =>
  withPart(withPart(type, ["properties"], added(name, part)), ["required"], (names) => (Array.isArray(names) ? [...names, name] : [name]));
const also = (value: string) => (all: Json) => (Array.isArray(all) ? [...all, value] : all);

const properties = (type: string): readonly string[] => schema(type, "properties");

/** The last is how many lines of validators.ts change: one of the type's test, and of its check one a rule (that it is required and of a type is one). */
const AT_SCALE: readonly (readonly [given: string, at: readonly string[], change: (part: Json) => Json, most: number])[] = [
  ["a property of one type", properties("Entity7"), added("note", { type: "string", description: "New." }), 2],
  ["a property with a format", properties("Entity7"), added("key", { type: "string", format: "uuid" }), 3],
  ["a required property with a format", schema("Entity7"), required("key", { type: "string", format: "uuid" }), 3],
  ["a required property that refers", schema("Entity7"), required("paid", { $ref: "#/components/schemas/Money" }), 3],
  ["a property with three rules", properties("Entity7"), added("code", { type: "string", minLength: 1, maxLength: 9 }), 4],
  ["a required property with three rules", schema("Entity7"), required("code", { type: "string", minLength: 1, maxLength: 9 }), 4],
  ["a property of a type that all share", properties("Money"), added("scale", { type: "integer", minimum: 0 }), 3],
  ["a property that refers", properties("Entity7"), added("paid", { $ref: "#/components/schemas/Money" }), 3],
  ["a property of an inner type", schema("Entity7", "properties", "lines", "items", "properties"), added("unit", { type: "string" }), 3],
  ["a value in a short list that all share", schema("Status", "enum"), also("Queued"), 3],
  ["a value in a long list that all share", schema("Currency", "enum"), also("ZAR"), 3],
  ["a value in a list of one field", schema("Entity7", "properties", "kind", "enum"), also("credit"), 3],
  ["other words for what all share", schema("Money", "description"), () => "So much money.", 0],
];

describe("in a document of many types that share others", () => {
  const made = (document: Json): Promise<Output> => compile({ files: { "v/api.json": JSON.stringify(document, null, 2) } });

  test.each(AT_SCALE)("%s changes a few lines", async (_, at, change, mostInValidators) => {
    const [before, after] = [await made(DOCUMENT), await made(withPart(DOCUMENT, at, change))];
    const changed = differences(before.files, after.files);
    expect(changed.size).toBeGreaterThan(0);
    const most = (path: string): number => (path.endsWith("/validators.ts") ? mostInValidators : 3);
    expect([...changed].filter(([path, count]) => count > most(path))).toEqual([]);
  });

  test("another order of the components changes nothing", async () => {
    const turned = withPart(DOCUMENT, schema(), (all) => Object.fromEntries(Object.entries(all ?? {}).toReversed()));
    expect([...differences((await made(DOCUMENT)).files, (await made(turned)).files)]).toEqual([]);
  });
});
