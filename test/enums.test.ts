// Lists of values at run time: their members, values, labels and matches, and names that depend on nothing but the values.
import { describe, expect, test } from "vitest";
import { DataType, dataTypeLabel, dataTypeValues, matchWriteStatus, WriteStatus, writeTypeLabel } from "../generated/src/codat/index.ts";
import { matchPushEventStatus, PushEventStatus, pushEventStatusLabel, pushEventStatusValues } from "../generated/src/railz/index.ts";
import type { Json } from "../scripts/contract.ts";
import { filesFor, loaded } from "./support/build.ts";
import { contracts } from "./support/schemas.ts";
import { modules } from "./support/vendors.ts";

const SLOW = { timeout: 60_000 };

/** A function of a module that was loaded by name. */
function call(module: Readonly<Record<string, unknown>>, name: string, ...given: readonly unknown[]): unknown {
  const found = module[name];
  if (typeof found !== "function") throw new TypeError(`there is no function ${name}`);
  const returned: unknown = found(...given);
  return returned;
}

const enums = contracts.flatMap(({ vendor, declarations }) =>
  declarations.flatMap(({ name, schema }) => (Array.isArray(Object(schema).enum) ? [{ vendor, name, values: Object(schema).enum }] : [])),
);

describe.each(enums)("$vendor $name", ({ vendor, name, values }) => {
  const module = modules[vendor] ?? {};
  const camel = name.charAt(0).toLowerCase() + name.slice(1);

  test("has a member for each value, and lists them in the vendor's order", () => {
    expect(module[`${camel}Values`]).toEqual(values);
    expect(Object.values(Object(module[name]))).toEqual(values);
  });

  test("calls exactly the function of the value at hand", () => {
    const cases = Object.fromEntries(values.map((value: string) => [value, () => `called for ${value}`]));
    for (const value of values) expect(call(module, `match${name}`, value, cases)).toBe(`called for ${value}`);
  });

  test("is tested by its validator, and by nothing that looks like a value", () => {
    for (const value of values) expect(call(module, `is${name}`, value)).toBe(true);
    for (const value of ["", "constructor", "__proto__", `${values[0]} `, [values[0]], Object(values[0]), 0, null, undefined])
      expect(call(module, `is${name}`, value)).toBe(false);
  });
});

test("members are found by name, values by value", () => {
  expect([DataType.Invoices, DataType.BankingAccountBalances, WriteStatus.TimedOut, PushEventStatus.Failed]).toEqual([
    "invoices",
    "banking-accountBalances",
    "TimedOut",
    "failed",
  ]);
  expect(dataTypeValues.filter((value) => value.startsWith("banking-"))).toHaveLength(4);
  expect(pushEventStatusValues.map((value) => matchPushEventStatus(value, { success: () => 1, failed: () => 2 }))).toEqual([1, 2]);
  expect(matchWriteStatus(WriteStatus.TimedOut, { Pending: () => "", Failed: () => "", Success: () => "", TimedOut: () => "late" })).toBe(
    "late",
  );
});

describe("labels are words for people", () => {
  const cases = [
    { given: dataTypeLabel("banking-accountBalances"), expected: "Banking account balances" },
    { given: dataTypeLabel("profitAndLoss"), expected: "Profit and loss" },
    { given: writeTypeLabel("UploadAttachment"), expected: "Upload attachment" },
    { given: pushEventStatusLabel("success"), expected: "Success" },
  ];
  test.each(cases)("$expected", ({ given, expected }) => expect(given).toBe(expected));
});

describe("an open list", () => {
  const open = { title: "Carrier", anyOf: [{ type: "string", enum: ["DHL", "UPS", "toString"] }, { type: "string" }] };

  test("knows its values, and takes any other text too", SLOW, async () => {
    const module = await loaded(open);
    expect(
      ["DHL", "toString", "FedEx", "constructor", "", 1, null].map((value) => [
        value,
        call(module, "isKnownCarrier", value),
        call(module, "isCarrier", value),
      ]),
    ).toEqual([
      ["DHL", true, true],
      ["toString", true, true],
      ["FedEx", false, true],
      ["constructor", false, true],
      ["", false, true],
      [1, false, false],
      [null, false, false],
    ]);
    const cases = { DHL: () => "yellow", UPS: () => "brown", toString: () => "none" };
    const otherwise = (value: string): string => `${value}?`;
    expect(["DHL", "toString", "FedEx", "constructor"].map((value) => call(module, "matchCarrier", value, cases, otherwise))).toEqual([
      "yellow",
      "none",
      "FedEx?",
      "constructor?",
    ]);
  });

  test("keeps the rules that stand beside it", SLOW, async () => {
    const module = await loaded({ ...open, maxLength: 8 });
    expect(["DHL", "FedEx", "a longer name"].map((value) => call(module, "isCarrier", value))).toEqual([true, true, false]);
  });
});

test("a long list keeps the rules that stand beside it", SLOW, async () => {
  const module = await loaded({ title: "Code", type: "string", enum: ["a", "b", "c", "d", "e", "f", "g", "h", "long"], maxLength: 1 });
  expect(["a", "h", "long", "i"].map((value) => call(module, "isCode", value))).toEqual([true, true, false, false]);
});

describe("names of members", () => {
  const VALUES = [
    "banking-accounts",
    "bankingAccounts",
    "Banking Accounts",
    "1st",
    "",
    "constructor",
    "日本",
    "日本語",
    "__proto__",
    "é",
    "e",
    "default",
  ];

  /** Value → member name, as enums.ts has them. */
  const namesOf = async (values: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const text = (await filesFor({ title: "Kind", enum: values }))["src/v/enums.ts"] ?? "";
    const members = /export const Kind = \{\n(.*?)\} as const/s.exec(text)?.[1] ?? "";
    return new Map(
      [...members.matchAll(/^ {2}([\w$]+): (".*"),$/gm)].map(([, name = "", value = ""]): [string, string] => [JSON.parse(value), name]),
    );
  };

  test("are identifiers, each of one value", async () => {
    const names = await namesOf(VALUES);
    expect([...names.keys()]).toEqual(VALUES);
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(VALUES.length);
    for (const name of names.values()) expect(name).toMatch(/^[A-Z_][A-Za-z0-9_]*$/);
    expect(Object.fromEntries(names)).toMatchInlineSnapshot(`
      {
        "": "Unnamed811c9dc5",
        "1st": "_1St",
        "Banking Accounts": "BankingAccounts",
        "__proto__": "Proto",
        "banking-accounts": "BankingAccounts_430a1cc8",
        "bankingAccounts": "BankingAccounts_19067509",
        "constructor": "Constructor",
        "default": "Default",
        "e": "E",
        "é": "E_6c0b6c44",
        "日本": "Unnamed5ffcbea4",
        "日本語": "Unnamed5406374e",
      }
    `);
  });

  test("do not depend on the order of the values", async () => {
    const names = await namesOf(VALUES);
    for (const shift of [1, 2, 3, 5, 7]) {
      const order = VALUES.map((_, index) => VALUES[(index * 5 + shift) % VALUES.length] ?? "");
      expect(Object.fromEntries(await namesOf(order))).toEqual(Object.fromEntries(names));
    }
    expect(Object.fromEntries(await namesOf([...VALUES].reverse()))).toEqual(Object.fromEntries(names));
  });

  test("do not change when a value with other words comes or goes", async () => {
    const names = await namesOf(VALUES);
    for (const value of VALUES.filter((one) => !/accounts/i.test(one) && one !== "e")) {
      const fewer = await namesOf(VALUES.filter((one) => one !== value));
      for (const [left, name] of fewer) expect([left, name]).toEqual([left, names.get(left)]);
    }
  });

  test("stand for their values at run time", SLOW, async () => {
    const module = await loaded({ title: "Kind", enum: VALUES });
    const kinds: Json = JSON.parse(JSON.stringify(module["Kind"]));
    expect(kinds).toEqual(Object.fromEntries([...(await namesOf(VALUES))].map(([value, name]) => [name, value])));
    expect(module["kindValues"]).toEqual(VALUES);
    for (const value of VALUES) {
      expect(call(module, "isKind", value)).toBe(true);
      expect(call(module, "matchKind", value, Object.fromEntries(VALUES.map((one) => [one, () => one])))).toBe(value);
    }
  });
});

describe("two lists whose names differ in little", () => {
  const cases = [
    {
      given: "a list inside a type and a definition of the same name",
      document: {
        title: "Invoice",
        type: "object",
        properties: { status: { enum: ["a", "b"] } },
        $defs: { invoiceStatus: { enum: ["x", "y"] } },
      },
    },
    {
      given: "two properties without a Latin letter",
      document: { title: "Foo", type: "object", properties: { 日本: { enum: ["a", "b"] }, 本: { enum: ["x", "y"] } } },
    },
  ];
  test.each(cases)("have values and functions of their own: $given", SLOW, async ({ document }) => {
    const module = await loaded(document);
    const lists = Object.entries(module).filter(([name]) => name.endsWith("Values"));
    expect(lists.map(([, values]) => values)).toEqual(
      expect.arrayContaining([
        ["a", "b"],
        ["x", "y"],
      ]),
    );
  });
});
