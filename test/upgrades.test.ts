// Events of an old form, and the new ones that are made of them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PushOperationStatusChanged, pushOperationStatusChangedExample1 as old } from "../generated/src/codat/index.ts";
import { upgradePushOperationStatusChanged as upgraded } from "../generated/src/codat/upgrades.ts";
import { type Fields, upgrade } from "../templates/src/upgrade.ts";

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
