// What is remembered between runs: a change in one vendor's folder leaves the others alone, and changes nothing of the result.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compile, type Json, type Memory } from "../scripts/compile.ts";
import { readSchemas, stage } from "../scripts/files.ts";
import { verify } from "../scripts/verify.ts";

const { files } = readSchemas("schemas");
const scratch = mkdtempSync(join(tmpdir(), "hookwright-memory-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A memory that tells what was recalled and what was new. */
function memory(): Memory & { readonly told: () => readonly string[] } {
  const known = new Map<string, string>();
  const log: string[] = [];
  const tell = (what: string, key: string): void => {
    const [kind, vendor] = key.split("\n");
    if (kind === "vendor") log.push(`${what} ${vendor}`);
  };
  return {
    get: (key) => {
      const text = known.get(key) ?? null;
      if (text !== null) tell("recalled", key);
      return text;
    },
    set: (key, text) => {
      tell("new", key);
      known.set(key, text);
    },
    told: () => log.splice(0).toSorted(),
  };
}

const changed = (path: string, from: string, to: string): { readonly [path: string]: string } => {
  const text = files[path] ?? "";
  expect(text).toContain(from);
  return { ...files, [path]: text.replace(from, to) };
};

test("a vendor whose files are the same is not compiled again, and the package is the same as without a memory", async () => {
  const known = memory();
  await compile({ files, memory: known });
  expect(known.told()).toEqual(["new codat", "new railz"]);
  const edited = changed("railz/push-webhooks.txt", "The business name associated", "The name of the business associated");
  const output = await compile({ files: edited, memory: known });
  expect(known.told()).toEqual(["new railz", "recalled codat"]);
  expect(output).toEqual(await compile({ files: edited }));
  expect(await compile({ files, memory: known })).toEqual(await compile({ files }));
});

describe("a vendor of several documents", () => {
  const json = (value: Json): string => JSON.stringify(value);
  /** An OpenAPI document that opens another file, a schema, a page, an example, and a file that only others refer to. */
  const documents: { readonly [path: string]: string } = {
    "v/api.yaml":
      "openapi: 3.1.0\ninfo: { title: Orders }\npaths:\n  /orders: { $ref: paths.yaml#/orders }\ncomponents:\n  schemas:\n    Note: { type: string }\n",
    "v/paths.yaml":
      "orders:\n  post:\n    operationId: create\n    requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }\n",
    "v/order.json": json({ title: "Order", type: "object", properties: { total: { type: "number" } }, required: ["total"] }),
    "v/order.example.json": json({ total: 5 }),
    "v/refund.md": "# Refund\n\n| Name | Type | Description |\n| --- | --- | --- |\n| reason | string | Why. |\n",
    "v/source.json": json({ documents: { "refund.md": { format: "prose-page" } } }),
  };

  /** What is read in a run, and that all that comes out is what comes out without a memory. */
  async function read(given: { readonly [path: string]: string }, store: Map<string, string>): Promise<readonly string[]> {
    const told: string[] = [];
    const memory = { get: (key: string) => store.get(key) ?? null, set: (key: string, text: string) => void store.set(key, text) };
    const output = await compile({ files: given, memory, tell: (step) => void told.push(step) });
    expect(output).toEqual(await compile({ files: given }));
    return told.flatMap((step) => /^reading (v\/.*)/.exec(step)?.[1] ?? []).toSorted();
  }
  const ALL = ["v/api.yaml", "v/order.example.json", "v/order.json", "v/refund.md"];
  const after = (path: string, change: (text: string) => string) => ({ ...documents, [path]: change(documents[path] ?? "") });

  const changes: readonly (readonly [what: string, given: { readonly [path: string]: string }, again: readonly string[]])[] = [
    ["nothing", documents, []],
    ["a schema", after("v/order.json", (text) => text.replace("number", "integer")), ["v/order.json"]],
    ["a page", after("v/refund.md", (text) => text.replace("Why.", "Why so.")), ["v/refund.md"]],
    ["a file that another opens", after("v/paths.yaml", (text) => text.replace("id:", "key:")), ["v/api.yaml"]],
    ["a document more", { ...documents, "v/more.json": json({ title: "More", type: "string" }) }, ["v/more.json"]],
    ["a document less", Object.fromEntries(Object.entries(documents).filter(([path]) => path !== "v/order.json")), []],
    ["precedence", after("v/source.json", (text) => text.replace('"prose-page"', '"prose-page","precedence":90')), []],
    ["a format", after("v/source.json", (text) => text.replace("prose-page", "model-page")), ["v/refund.md"]],
    [
      "of what it is an example",
      after("v/source.json", (text) => text.replace('{"refund', '{"order.example.json":{"format":"json-example","of":"Order"},"refund')),
      ["v/order.example.json"],
    ],
    ["a file that a reader asks for and that was not there", { ...documents, "v/Orders": "" }, []],
  ];
  test.each(changes)(
    "in which %s changes: only that is read again, and what comes out is what comes out of a fresh run",
    async (_, given, again) => {
      const store = new Map<string, string>();
      expect(await read(documents, store)).toEqual(ALL);
      expect(await read(given, store)).toEqual(again);
      expect(await read(given, store)).toEqual([]);
    },
  );

  describe("whose types refer to each other", () => {
    // `minProperties` makes a type one whose samples have to be tried.
    const types: { readonly [path: string]: string } = {
      "v/money.json": json({
        title: "Money",
        type: "object",
        minProperties: 0,
        properties: { amount: { type: "number" } },
        examples: [{ amount: 5 }],
      }),
      "v/order.json": json({
        title: "Order",
        type: "object",
        minProperties: 0,
        properties: { total: { $ref: "money.json" }, parts: { type: "array", items: { $ref: "part.json" } } },
        examples: [{ total: { amount: 7 } }],
      }),
      "v/part.json": json({ title: "Part", type: "object", minProperties: 0, properties: { order: { $ref: "order.json" } } }),
      "v/note.json": json({
        title: "Note",
        type: "object",
        minProperties: 0,
        properties: { text: { type: "string", minLength: 2 } },
        examples: [{ text: "hi" }],
      }),
    };
    const keysOf = (store: ReadonlyMap<string, string>): readonly string[] =>
      (store.get("samples\nv") ?? "").split("\n").map((line) => line.slice(0, line.indexOf(" ")));
    const edited = (path: string, from: string, to: string): { readonly [path: string]: string } => {
      expect(types[path]).toContain(from);
      return { ...types, [path]: (types[path] ?? "").replace(from, to) };
    };

    test.each([
      ["money.json", '"type":"number"', '"type":"integer"', 3],
      ["note.json", "minLength", "maxLength", 1],
      ["part.json", '"title"', '"maxProperties":9,"title"', 2],
      ["note.json", '"hi"', '"ho"', 1],
    ])("tries samples again of what a change in %s concerns: %s", async (file, from, to, again) => {
      const store = new Map<string, string>();
      await read(types, store);
      const before = new Set(keysOf(store));
      expect(before.size).toBe(4);
      await read(edited(`v/${file}`, from, to), store);
      expect(keysOf(store).filter((key) => !before.has(key)).length).toBe(again);
    });

    test("reports an example that a change elsewhere makes fail, in every run", async () => {
      const store = new Map<string, string>();
      await read(types, store);
      const given = edited("v/money.json", '"type":"number"', '"type":"string"');
      for (let count = 0; count < 2; count += 1) {
        await read(given, store);
        const { diagnostics } = await compile({ files: given, memory: { get: (key) => store.get(key) ?? null, set: () => undefined } });
        expect(diagnostics.filter(({ slug }) => slug === "example-fails").map(({ origin }) => origin.file)).toEqual([
          "v/money.json",
          "v/order.json",
        ]);
      }
    });

    test("believes no plan that is damaged or of another type", async () => {
      const store = new Map<string, string>();
      await read(types, store);
      const lines = (store.get("samples\nv") ?? "").split("\n");
      for (const text of ["", "{", "{}", "[]", '{"name":"Other","known":[],"without":[]}', '{"name":"Note","known":1,"without":[]}'])
        await read(types, new Map([["samples\nv", lines.map((line) => `${line.slice(0, line.indexOf(" "))} ${text}`).join("\n")]]));
    });
  });

  test("whose file was missing when it was read", async () => {
    const store = new Map<string, string>();
    const { "v/paths.yaml": paths = "", ...without } = documents;
    await read(without, store);
    expect(await read({ ...without, "v/paths.yaml": paths }, store)).toEqual(["v/api.yaml"]);
  });

  test("is read anew where what is remembered is damaged, of another form, or of another document", async () => {
    const store = new Map<string, string>();
    await read(documents, store);
    const [name = "", text = ""] = [...store].find(([key]) => key.startsWith("readings")) ?? [];
    const lines = text.split("\n");
    expect(lines.length).toBe(ALL.length);
    const damaged: readonly (readonly string[])[] = [
      lines.map((line) => line.slice(0, -1)),
      lines.map((line) => line.slice(0, line.indexOf(" ") + 1)),
      lines.map((line) => `${line.slice(0, line.indexOf(" "))} null`),
      lines.map((line) => `${line.slice(0, line.indexOf(" "))} {}`),
      lines.map((line) => `0${line.slice(1)}`.replace(/^0+/, "x")),
      [text.replaceAll("\n", "")],
      [""],
    ];
    for (const one of damaged) {
      const again = await read(documents, new Map([[name, one.join("\n")]]));
      expect(again.length).toBeGreaterThanOrEqual(ALL.length - 1);
    }
  });

  test("is read anew where JSON could not give back what was read", async () => {
    const store = new Map<string, string>();
    const given = { ...documents, "v/zero.json": '{ "title": "Zero", "type": "number", "examples": [-0] }' };
    expect(await read(given, store)).toContain("v/zero.json");
    expect(await read(given, store)).toEqual(["v/zero.json"]);
  });
});

test("what has errors is not remembered", async () => {
  const known = memory();
  const broken = changed("codat/supplement.openapi.yaml", "    DateTime:", "    DateTimes:");
  for (const once of ["first", "second"]) {
    expect((await compile({ files: broken, memory: known })).files, once).toEqual({});
    expect(known.told().filter((line) => line.endsWith("codat"))).toEqual([]);
  }
});

test("a vendor that was verified is not verified again, and the others are", async () => {
  const { files: fresh, contract } = await compile({ files });
  const broken = new Map(Object.entries(fresh)).set(
    "src/codat/types.ts",
    `${fresh["src/codat/types.ts"] ?? ""}export type Wrong = Missing;\n`,
  );
  const faults = (verified: readonly string[]) =>
    verify({
      directory: stage(join(scratch, verified.join("-") || "none"), broken),
      files: broken,
      contracts: contract.vendors,
      verified: new Set(verified),
    });
  expect((await faults(["railz"])).length).toBeGreaterThan(0);
  expect(await faults(["codat"])).toEqual([]);
});
