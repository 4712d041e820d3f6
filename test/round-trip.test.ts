// Every example of the vendors goes from text to a typed value and back unchanged, and stands in the vendors' own texts.
import { describe, expect, test } from "vitest";
import { parsePushWebhookJson, pushWebhookExample1, pushWebhookExample2 } from "../generated/src/railz/index.ts";
import type { Json } from "../scripts/contract.ts";
import { carrier, contractOf, contracts, documents } from "./support/schemas.ts";
import { exampleModules, validatorsOf } from "./support/vendors.ts";

const examples = contracts.flatMap((contract) => contract.examples.map((example) => ({ vendor: contract.vendor, ...example })));
const parsed = (text: string): Json => JSON.parse(text);

describe("from text to a value and back", () => {
  test.each(examples)("$declaration$pointer of $origin.file:$origin.line", ({ vendor, declaration, pointer, value }) => {
    const text = JSON.stringify(carrier(pointer, value));
    const typed = validatorsOf(vendor, declaration).parseJson(text);
    expect(typed).toStrictEqual(parsed(text));
    expect(JSON.stringify(typed)).toBe(text);
  });
});

describe("the constants of examples.ts", () => {
  const named = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

  test.each(contracts)("are the contract's examples of $vendor, each once and in its order", ({ vendor, examples: stated }) => {
    const constants = Object.entries(exampleModules[vendor] ?? {});
    const left = constants.map(([name, value]) => ({ name: named(name), value }));
    for (const { declaration, pointer, value } of stated) {
      const index = left.findIndex((one) => one.name.startsWith(declaration) && JSON.stringify(one.value) === JSON.stringify(value));
      expect({ declaration, pointer, found: index >= 0 }).toEqual({ declaration, pointer, found: true });
      left.splice(index, 1);
    }
    expect(left).toEqual([]);
  });

  test("are valid values of the types that they are said to be", () => {
    expect([pushWebhookExample1, pushWebhookExample2].map((event) => parsePushWebhookJson(JSON.stringify(event)))).toStrictEqual([
      pushWebhookExample1,
      pushWebhookExample2,
    ]);
  });
});

describe("the vendors' own texts", () => {
  /** The two objects at the end of the page, without the comma that JSON does not allow. */
  const railzTexts = (documents["railz/push-webhooks.txt"] ?? "")
    .slice((documents["railz/push-webhooks.txt"] ?? "").indexOf("\n{\n"))
    .split(/(?<=\n\})\n(?=\{)/)
    .map((text) => text.replace(/,(?=\s*\})/g, ""));
  const valuesOf = (vendor: string, declaration: string, pointer: string): readonly Json[] =>
    contractOf(vendor).examples.flatMap((example) =>
      example.declaration === declaration && example.pointer === pointer ? [example.value] : [],
    );

  test("hold both events of Railz", () => {
    expect(railzTexts.map(parsed)).toStrictEqual([pushWebhookExample1, pushWebhookExample2]);
    expect(valuesOf("railz", "PushWebhook", "")).toStrictEqual(railzTexts.map(parsed));
    expect(railzTexts.map(parsePushWebhookJson)).toStrictEqual(railzTexts.map(parsed));
  });

  test("tell the two events of Railz apart by their status and by the name of one field", () => {
    const [first, second] = railzTexts.map(parsePushWebhookJson);
    expect([first?.data.status, first?.data.sourceObjectIds, first?.data.sourceObjectId]).toEqual(["success", ["354"], undefined]);
    expect([second?.data.status, second?.data.sourceObjectIds, second?.data.sourceObjectId]).toEqual(["failed", undefined, ["354"]]);
  });

  const page = documents["codat/datatypewritewebhook.txt"] ?? "";
  const row = (documents["codat/pushoperationstatuschangedwebhookdata.md"] ?? "").split("\n").find((line) => line.includes("`dataType`"));
  const cases = [
    {
      given: "the schema's example",
      declaration: "DataTypeWriteWebhook",
      pointer: "/id",
      expected: [/"example": "([^"]*)"/.exec(page)?.[1]],
    },
    {
      given: "the schema's list of examples",
      declaration: "DataTypeWriteWebhook",
      pointer: "/eventType",
      expected: [...(/"examples": \[([^\]]*)\]/.exec(page)?.[1] ?? "").matchAll(/"([^"]*)"/g)].map(([, text]) => text),
    },
    {
      given: "the model page's last column",
      declaration: "PushOperationStatusChangedWebhookData",
      pointer: "/dataType",
      expected: [row?.split("|").at(-2)?.trim()],
    },
    {
      given: "the schema of legacy events, in our words",
      declaration: "PushOperationStatusChanged",
      pointer: "",
      expected: JSON.parse(documents["codat/legacy-rule-events.schema.json"] ?? "").examples,
    },
    {
      given: "the supplement's list",
      declaration: "DateTime",
      pointer: "",
      expected: [...(documents["codat/supplement.openapi.yaml"] ?? "").matchAll(/- "(\d{4}-[^"]*)"/g)].map(([, text]) => text),
    },
  ];
  test.each(cases)("hold Codat's examples: $given", ({ declaration, pointer, expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(valuesOf("codat", declaration, pointer)).toEqual(expected);
  });

  test("hold no example that the contract lacks", () => {
    expect(examples.length).toBe(railzTexts.length + cases.reduce((sum, { expected }) => sum + expected.length, 0));
  });
});
