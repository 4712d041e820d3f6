// Events of an old form, and the new ones that are made of them.
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PushOperationStatusChanged, pushOperationStatusChangedExample1 as old } from "../generated/src/codat/index.ts";
import { readEvent } from "../generated/src/codat/index.ts";
import { upgradeLegacy, upgradePushOperationStatusChanged as upgraded } from "../generated/src/codat/upgrades.ts";
import { compile } from "../scripts/compile.ts";
import { readSchemas } from "../scripts/files.ts";
import { type Fields, upgrade, upgradedFromAny } from "../templates/src/upgrade.ts";
import { builtFolder } from "./support/build.ts";

const problems = (event: PushOperationStatusChanged): readonly string[] => {
  const made = upgraded(event);
  return made.ok ? [] : made.issues.map(({ pointer, message }) => `${pointer}: ${message}`);
};

describe("a legacy rule event", () => {
  test("becomes the event that replaces it, field by field, and stays as it was", () => {
    const before = structuredClone(old);
    expect(upgraded(old)).toEqual({
      ok: true,
      value: {
        id: old.AlertId,
        eventType: "invoices.write.successful",
        payload: {
          id: old.Data.pushOperationKey,
          referenceCompany: { id: old.CompanyId },
          connectionId: old.DataConnectionId,
          status: "Success",
        },
      },
    });
    expect(old).toEqual(before);
  });

  test.each([
    ["Failed", "invoices.write.unsuccessful"],
    ["TimedOut", "invoices.write.unsuccessful"],
  ] as const)("with the status %s becomes %s", (status, eventType) => {
    expect(upgraded({ ...old, Data: { ...old.Data, status } })).toMatchObject({ ok: true, value: { eventType, payload: { status } } });
  });

  test("lacks in its new form what its old one lacks", () => {
    const { CompanyId: _, DataConnectionId: __, ...rest } = old;
    const made = upgraded(rest);
    expect(made.ok && Object.keys(made.value.payload ?? {})).toEqual(["id", "status"]);
  });

  test("without a counterpart is said to have none", () => {
    expect(problems({ ...old, Data: { ...old.Data, status: "Pending" } })).toEqual([
      "/Data/status: Data.status must be one of Success, Failed, TimedOut to have a counterpart",
    ]);
    expect(problems({ ...old, Data: {} })).toEqual([
      "/Data/dataType: Data.dataType must be a string to be a part of another",
      "/Data/status: Data.status must be one of Success, Failed, TimedOut to have a counterpart",
    ]);
  });

  test("that breaks a rule of the new form is refused by it", () => {
    expect(problems({ ...old, CompanyId: "7" })).toEqual(["/payload/referenceCompany/id: payload.referenceCompany.id must be a UUID"]);
  });

  test("is read as an event by its type of rule, and what else has that form is unknown", () => {
    const reading = readEvent(old);
    expect(reading).toMatchObject({ kind: "known", template: "Push Operation Status Changed()", event: old, issues: [] });
    if (reading.kind !== "known" || reading.template !== "Push Operation Status Changed()") return;
    // What a tolerant receiver has read can be upgraded.
    expect(upgradeLegacy(reading.event)).toEqual(upgraded(old));
    expect(readEvent({ ...old, RuleType: "Data sync completed" })).toMatchObject({ kind: "unknown", name: "Data sync completed" });
  });

  test("is upgraded by the function for all of them as by its own", () => {
    for (const status of ["Success", "Failed", "TimedOut", "Pending"] as const)
      expect(upgradeLegacy({ ...old, Data: { ...old.Data, status } })).toEqual(upgraded({ ...old, Data: { ...old.Data, status } }));
  });
});

test("of no form at all is told without a place in a schema", () => {
  expect(upgradedFromAny({}, [])).toMatchObject({
    ok: false,
    issues: [{ keyword: "event", location: "", expected: "be an event of an old form" }],
  });
});

describe("of several old forms", () => {
  type Upgrade = (event: unknown) => unknown;
  const load = async (): Promise<{
    readonly upgradeLegacy: Upgrade;
    readonly upgradeOldEvent: Upgrade;
    readonly upgradeOlderEvent: Upgrade;
  }> => {
    const { files } = await compile({ files: readSchemas("test/cases/upgrades/given").files });
    return import(/* @vite-ignore */ join(builtFolder(files), "dist/v/upgrades.js"));
  };

  test("the one that an event has is upgraded, also with what the vendor has added", { timeout: 60_000 }, async () => {
    const { upgradeLegacy: any, upgradeOldEvent, upgradeOlderEvent } = await load();
    const done = { kind: "done", of: { id: 7 }, note: "n" };
    expect(any(done)).toEqual({ ok: true, value: { name: "subject.successful", id: 7 } });
    expect(any(done)).toEqual(upgradeOldEvent(done));
    // Every object with a kind has the first form, too: what comes out decides.
    const older = { number: 3, kind: "begun" };
    expect(any(older)).toEqual({ ok: true, value: { notice: 3 } });
    expect(any({ number: 3, kind: "added later" })).toEqual({ ok: true, value: { notice: 3 } });
    // What has neither form is told what the first lacks.
    for (const event of [null, 5, [], { number: "x", kind: "begun" }]) expect(any(event)).toMatchObject({ ok: false });
    expect(any({ number: 0, kind: "begun" })).toEqual(upgradeOldEvent({ number: 0, kind: "begun" }));
    expect(upgradeOlderEvent({ number: 0, kind: "begun" })).toMatchObject({ ok: false, issues: [{ pointer: "/notice" }] });
  });
});

describe("a table of fields", () => {
  test("reaches members of any name, and no inherited ones", () => {
    const fields: Fields = { "/a~1b/__proto__": "/c~0d", "/constructor": "/toString", "/a~1b/x": "/__proto__/y" };
    const event: unknown = JSON.parse('{ "c~d": 1, "__proto__": { "y": 2 } }');
    const made = upgrade(event, fields);
    expect(JSON.stringify(made)).toBe('{"ok":true,"value":{"a/b":{"__proto__":1,"x":2}}}');
    expect(Object.getPrototypeOf(made.ok ? made.value : null)).toBe(Object.prototype);
  });

  test("takes any value as it is, and throws at none", () => {
    const fields: Fields = {
      "/x/y": "/a",
      "/z": [{ text: "<" }, "/b", { text: ">" }],
      "/t": { from: "/b", values: { "": "empty", toString: "own" } },
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const event = { a, b };
        const expected = typeof b === "string" && (b === "" || b === "toString");
        const made = upgrade(event, fields);
        expect(made.ok).toBe(expected);
        if (typeof b !== "string") return;
        const value = { x: { y: a }, z: `<${b}>`, t: b === "" ? "empty" : "own" };
        if (made.ok) expect(JSON.stringify(made.value)).toBe(JSON.stringify(value));
      }),
      {
        examples: [
          [1, ""],
          [null, "toString"],
          ["", "constructor"],
          ["", "__proto__"],
        ],
      },
    );
    for (const event of [null, undefined, 5, "text", []]) expect(upgrade(event, fields).ok).toBe(false);
  });
});
