// Hostile schemas through compileValidator: names that mean something to the code, and sizes that no schema should have. The module always parses, gives the
// verdict of the specification, and tells each fault with its true place.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileValidator, type ValidatorOptions } from "../scripts/compile-validator.ts";
import type { Json } from "../scripts/contract.ts";
import { entries } from "../scripts/lib/json.ts";
import { pointerKeys, pointerToken } from "../scripts/lib/pointer.ts";
import { linkSchema } from "../scripts/linking/link-schema.ts";
import { tsc } from "../scripts/verify/tsc.ts";
import { BOTTOMLESS, HOSTILE_NAMES, LARGE, PLACES } from "./support/hostile-schemas.ts";
import { passesPlainly } from "./support/plain-reading.ts";

interface Issue {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly keyword: string;
  readonly location: string;
  readonly expected: string;
  readonly message: string;
}

interface Module {
  readonly exports: readonly string[];
  readonly declaration: string;
  readonly isValue: (value: unknown) => boolean;
  readonly validateValue: (value: unknown) => { readonly ok: boolean; readonly value?: unknown; readonly issues?: readonly Issue[] };
}

async function moduleOf(schema: Json, options: ValidatorOptions = {}): Promise<Module> {
  const result = compileValidator(schema, options);
  if (!result.ok) throw new Error(`no module: ${JSON.stringify(result.problems).slice(0, 300)}`);
  const { isValue, validateValue, ...others } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(result.module)}`
  );
  return { exports: ["isValue", "validateValue", ...Object.keys(others)], declaration: result.declaration, isValue, validateValue };
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? "undefined").slice(0, 120);

/** What stands at a place; undefined where nothing does. */
const found = (within: Json, keys: readonly (string | number)[]): Json | undefined => {
  let value: Json | undefined = within;
  for (const key of keys) value = entries(value ?? null).find(([name]) => name === String(key))?.[1] ?? itemOf(value, key);
  return value;
};
const itemOf = (value: Json | undefined, key: string | number): Json | undefined => (Array.isArray(value) ? value[Number(key)] : undefined);

/** A place as people write it. */
const written = (path: Issue["path"]): string =>
  path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("") || "the value";

/** What is untrue of an issue. */
function untruths(issue: Issue, value: Json, schema: Json): readonly string[] {
  const { path, pointer, keyword, location, expected, message } = issue;
  const said: string[] = [];
  if (pointer !== path.map((key) => `/${pointerToken(String(key))}`).join("")) said.push("the pointer is not the path");
  const isMissing = keyword === "required" || keyword === "dependentRequired";
  if ((found(value, path) === undefined) !== isMissing) said.push("the path leads elsewhere");
  if (message !== `${written(path)} must ${expected}`) said.push("the message begins otherwise");
  const keys = pointerKeys(location.slice(location.indexOf("#") + 1));
  if (found(schema, keys) === undefined) said.push("the location leads nowhere");
  if (keys.at(-1) !== keyword && keyword !== "false" && keys.at(-2) !== keyword) said.push("the location is another keyword's");
  return said.map((each) => `${each}: ${shown(issue)}`);
}

/** What is wrong with the verdicts of a module on a value. */
function faultsOn(value: Json, schema: Json, { isValue, validateValue }: Module, valid: boolean): readonly string[] {
  const verdict = validateValue(value);
  const issues = verdict.issues ?? [];
  return [
    ...(isValue(value) === valid ? [] : [`isValue(${shown(value)}) is ${!valid}`]),
    ...(verdict.ok === valid ? [] : [`validateValue(${shown(value)}) says ${verdict.ok}`]),
    ...(verdict.ok || (issues.length > 0 && issues.length <= 100) ? [] : [`${issues.length} issues`]),
    ...issues.flatMap((issue) => untruths(issue, value, schema)),
  ];
}

const declared: { readonly text: string; readonly title: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), "hookwright-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a name stays a name, wherever it stands", () => {
  test.each(HOSTILE_NAMES.map((name) => [shown(name).slice(0, 60), name] as const))("%s", async (_, name) => {
    const faults: string[] = [];
    for (const [title, place] of Object.entries(PLACES)) {
      const { schema, values } = place(name);
      const { declarations } = linkSchema(schema, { name: "Value", dialect: "2020-12", documents: new Map(), formats: "annotate" });
      try {
        const made = await moduleOf(schema);
        declared.push({ text: made.declaration, title: `${title}: ${shown(name)}` });
        const wrong = values.flatMap((value) => faultsOn(value, schema, made, passesPlainly(declarations, value)));
        if (made.exports.length !== 2) wrong.push(`exports ${made.exports.join()}`);
        faults.push(...wrong.map((fault) => `${title}: ${fault}`));
      } catch (error) {
        faults.push(`${title}: ${String(error).slice(0, 300)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(Object.hasOwn(globalThis, "injected")).toBe(false);
  });

  test("and the types compile", { timeout: 120_000 }, async () => {
    declared.forEach(({ text }, index) => writeFileSync(join(folder, `${index}.d.ts`), text));
    const files = declared.map((_, index) => `${index}.d.ts`);
    const complaints = await tsc(["--strict", "--noEmit", "--target", "es2022", "--types", "", ...files], folder);
    expect(complaints.map(({ file, message }) => `${declared[Number(file.split(".")[0])]?.title}: ${message}`)).toEqual([]);
    expect(declared.length).toBeGreaterThan(1000);
  });

  test.each(["value", "Issue", "Object", "is", "a b", "", "Obj", "Array", "x-y", "OneOf", "__proto__", "Value"])(
    "the type is called %j, or that is a problem",
    async (name) => {
      const result = compileValidator({ type: "object", properties: { a: { enum: ["x", 1, [1]] } } }, { name });
      if (!result.ok) return expect(result.problems.map(({ code }) => code)).toEqual(["name-invalid"]);
      const made = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(result.module)}`);
      return expect(Object.keys(made).toSorted()).toEqual([`is${name}`, `validate${name}`]);
    },
  );

  test.each(["https://x.invalid/a'b", "https://x.invalid/*/y", "urn:x:$(y)'//*", "https://x.invalid/%22%60%24%7By%7D", "urn:x:%2A/"])(
    "an identifier %s stays a location",
    async (uri) => {
      const made = await moduleOf(
        { $ref: uri },
        { documents: { [uri]: { $id: uri, type: "object", properties: { a: { type: "string" } } } } },
      );
      expect(made.validateValue({ a: 1 }).issues?.map(({ location }) => location)).toEqual([`${uri}#/properties/a/type`]);
    },
  );
});

test.each(["urn:x:${y}", "urn:x:`", 'https://x.invalid/"', "urn:x:\u2028", "urn:x:\n", "a b"])("%j is no identifier", ($id) => {
  const result = compileValidator({ $id, type: "string" });
  expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["identifier-invalid"]);
});

describe("names that are made meet no others", () => {
  const text = { type: "string" };
  const next = { type: "array", items: { $ref: "#" } };
  test.each<readonly [string, Json, Json, Json]>([
    ["own- and ownMember", { properties: { "own-": text, constructor: text } }, { "own-": "x" }, { constructor: 1 }],
    [
      "is-x and isXMember",
      { $defs: { XMember: { items: text } }, properties: { "is-x": { $ref: "#/$defs/XMember" } } },
      { "is-x": ["x"] },
      { "is-x": [1] },
    ],
    ["a constant isValue", { $defs: { Is: { ...next, const: ["a"] } }, items: { $ref: "#/$defs/Is" } }, [], [["b"]]],
    ["a constant validateValue", { $defs: { Validate: { ...next, const: ["a"] } }, items: { $ref: "#/$defs/Validate" } }, [], [["b"]]],
    ["a constant sameValue", { $defs: { Same: { ...next, const: ["a"] } }, items: { $ref: "#/$defs/Same" } }, [], [["b"]]],
    [
      "forms that are false",
      { properties: { a: { anyOf: [false, { required: ["q"] }] }, b: { anyOf: [text, false] } } },
      { a: 1 },
      { a: {}, b: 1 },
    ],
  ])("%s", async (_, schema, accepted, refused) => {
    const made = await moduleOf(schema);
    expect([...faultsOn(accepted, schema, made, true), ...faultsOn(refused, schema, made, false)]).toEqual([]);
  });
});

describe("what is large is compiled, and neither function throws", () => {
  test.each(LARGE)("%s", { timeout: 60_000 }, async (_, schema, value) => {
    const made = await moduleOf(schema);
    const verdict = made.validateValue(value);
    expect(made.isValue(value)).toBe(verdict.ok);
    expect(verdict.ok || (verdict.issues?.length ?? 0) > 0).toBe(true);
    expect(verdict.issues?.length ?? 0).toBeLessThanOrEqual(100);
  });

  test.each(BOTTOMLESS)("5,000 levels of %s are compiled or told", { timeout: 60_000 }, (_, schema) => {
    const result = compileValidator(schema);
    if (!result.ok) expect(result.problems.every(({ message, location }) => message !== "" && location.includes("#"))).toBe(true);
  });

  test("a value of any depth is refused by what is recursive", async () => {
    const made = await moduleOf({ type: "object", properties: { a: { $ref: "#" } } });
    let value: Json = {};
    for (let level = 0; level < 100_000; level += 1) value = { a: value };
    expect(made.isValue(value)).toBe(false);
    expect(made.validateValue(value).issues?.map(({ message }) => message.slice(-40))).toHaveLength(1);
  });

  test.each([0, 1])("faults without end are a hundred issues (%i)", async (least) => {
    const made = await moduleOf({ anyOf: [{ items: { items: { required: ["a"], type: "object" } }, minItems: least }, { type: "null" }] });
    const verdict = made.validateValue(Array.from({ length: 3000 }, () => [{}, 1, {}]));
    expect(verdict.issues).toHaveLength(100);
  });
});

describe("the same schema, the same text", () => {
  const frozen = (value: Json): Json => {
    if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
    return Object.freeze(value);
  };

  test.each(Object.entries(PLACES))("%s: frozen, twice, and with remarks in another order", (_, place) => {
    const { schema } = place("a-b");
    const before = JSON.stringify(schema);
    const first = compileValidator(frozen(schema));
    expect(compileValidator(JSON.parse(before))).toEqual(first);
    expect(JSON.stringify(schema)).toBe(before);
    const remarked = compileValidator({ "x-remark": 1, ...schema, $comment: "again" });
    expect(remarked.ok && first.ok && remarked.module === first.module).toBe(true);
  });
});
