// From each whole example, values with one fault each: all are refused, with the place of the fault and the rule it breaks.
import { describe, expect, test } from "vitest";
import type { Json } from "../scripts/contract.ts";
import { type Break, breaksOf } from "./support/breaks.ts";
import { contractOf, resolveIn } from "./support/schemas.ts";
import { validatorsOf } from "./support/vendors.ts";

interface Whole {
  readonly given: string;
  readonly vendor: string;
  readonly declaration: string;
  readonly value: Json;
  /** The keywords that are broken in turn. */
  readonly expected: readonly string[];
}

const company = {
  id: "8a210b68-6988-11ed-a1eb-0242ac120002",
  name: "Toft stores",
  description: null,
  links: { portal: "https://app.codat.io/companies/8a210b68-6988-11ed-a1eb-0242ac120002" },
  tags: { invoicing: "true", region: "us" },
};

const [success, failure] = contractOf("railz").examples.map(({ value }) => value);

/** Both events of Railz, and whole events of Codat made of what its documents say of each field. */
const WHOLE: readonly Whole[] = [
  {
    given: "a push that succeeded",
    vendor: "railz",
    declaration: "PushWebhook",
    value: success ?? null,
    expected: ["const", "enum", "required", "type"],
  },
  {
    given: "a push that failed",
    vendor: "railz",
    declaration: "PushWebhook",
    value: failure ?? null,
    expected: ["const", "enum", "required", "type"],
  },
  {
    given: "a bill that was written",
    vendor: "codat",
    declaration: "DataTypeWriteWebhook",
    value: {
      id: "ba29118f-5406-4e59-b05c-ba307ca38d01",
      eventType: "bills.write.successful",
      generatedDate: "2022-10-23T00:00:00.000Z",
      payload: {
        id: "d4ef3a2e-6a4c-4d3a-8b1f-0a5b0c1d2e3f",
        type: "Create",
        referenceCompany: company,
        connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
        requestedOnDate: "2022-10-23T00:00:00",
        completedOnDate: "2022-10-23",
        status: "Success",
        record: { id: "1262" },
        attachmentId: null,
      },
    },
    expected: ["enum", "format", "maxLength", "maxProperties", "minLength", "type"],
  },
  {
    given: "a bill that was not written",
    vendor: "codat",
    declaration: "DataTypeWriteWebhook",
    value: {
      eventType: "bills.write.unsuccessful",
      payload: { type: "UploadAttachment", status: "TimedOut", record: null, attachmentId: "a-1" },
    },
    expected: ["enum", "type"],
  },
  {
    given: "a push operation that ended",
    vendor: "codat",
    declaration: "PushOperationStatusChangedWebhookData",
    value: { dataType: "invoices", pushOperationKey: "d4ef3a2e-6a4c-4d3a-8b1f-0a5b0c1d2e3f", status: "Success" },
    expected: ["enum", "type"],
  },
];

const breaks = ({ vendor, declaration, value }: Whole): readonly Break[] => {
  const resolve = resolveIn(contractOf(vendor));
  return breaksOf(resolve(declaration), value, resolve);
};

describe.each(WHOLE)("$given", (whole) => {
  const { vendor, declaration, value, expected } = whole;
  const { validate, is } = validatorsOf(vendor, declaration);

  test("is valid as it stands", () => {
    expect(validate(value)).toEqual({ ok: true, value });
  });

  test("is refused with any one rule broken, and exactly that rule is named where it is broken", () => {
    const wrong = breaks(whole).filter((one) => {
      const result = validate(one.value);
      const named = result.ok ? [] : result.issues.map(({ pointer, keyword }) => ({ pointer, keyword }));
      return is(one.value) || JSON.stringify(named) !== JSON.stringify([{ pointer: one.pointer, keyword: one.keyword }]);
    });
    expect(wrong).toEqual([]);
  });

  test("says of every fault in words where it is and what must be", () => {
    for (const one of breaks(whole)) {
      const result = validate(one.value);
      const message = result.ok ? "" : (result.issues[0]?.message ?? "");
      expect(message).toMatch(one.pointer === "" ? /^the value must \S/ : /^[^ ].* must \S/);
      for (const name of one.pointer.split("/").slice(1)) if (/^[a-z]\w*$/i.test(name)) expect(message).toContain(name);
    }
  });

  test("has each rule of its schema broken", () => {
    expect([...new Set(breaks(whole).map(({ keyword }) => keyword))].toSorted()).toEqual(expected);
  });
});

test("Codat requires no field, so leaving any out is no fault", () => {
  for (const { vendor, declaration, value } of WHOLE.filter((one) => one.vendor === "codat"))
    for (const name of Object.keys(value ?? {}))
      expect(validatorsOf(vendor, declaration).is(Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => key !== name)))).toBe(
        true,
      );
});

describe("the words of a refusal", () => {
  const said = (vendor: string, declaration: string, value: Json): readonly string[] => {
    const result = validatorsOf(vendor, declaration).validate(value);
    return result.ok ? [] : result.issues.map(({ pointer, keyword, message }) => `${pointer} ${keyword}: ${message}`);
  };

  test("name each fault of an event of Railz", () => {
    const event = {
      event: "pull",
      responseCode: 200.5,
      sourceObjectIds: ["354", 355],
      status: "Success",
      validation: { errors: [{ field: 1 }] },
    };
    expect(said("railz", "PushWebhook", { data: event })).toMatchInlineSnapshot(`
      [
        "/data/event const: data.event must be push",
        "/data/sourceObjectIds/1 type: data.sourceObjectIds[1] must be a string",
        "/data/status enum: data.status must be one of success, failed",
        "/data/responseCode type: data.responseCode must be an integer",
        "/data/validation/errors/0/field type: data.validation.errors[0].field must be a string",
        "/requestId required: requestId must be present",
      ]
    `);
  });

  test("name each fault of an event of Codat", () => {
    const payload = { type: "create", connectionId: "1", record: {}, referenceCompany: { links: { portal: "portal" } } };
    expect(said("codat", "DataTypeWriteWebhook", { payload })).toMatchInlineSnapshot(`
      [
        "/payload/type enum: payload.type must be one of Create, Update, Delete, UploadAttachment",
        "/payload/referenceCompany/links/portal format: payload.referenceCompany.links.portal must be a URI",
        "/payload/connectionId format: payload.connectionId must be a UUID",
      ]
    `);
  });

  test("tell a key that is too long from a value that is too long", () => {
    const tags = { [`${"k".repeat(28)}`]: "v".repeat(101) };
    expect(new Set(said("codat", "CompanyReference", { tags })).size).toBe(2);
    expect(said("codat", "CompanyReference", { tags }).filter((text) => /\b(name|key)\b/.test(text))).toHaveLength(1);
  });
});
