// Webhook events of both vendors, valid and broken. Each is made by JSON.parse from a text, so that strings and object shapes are those of a request body.
import { randomFrom, shuffled } from "./random.mjs";

/** Distinct events a workload: with some dozens the branch predictor learns every UUID by heart, and verdicts look five times as fast. */
export const EVENTS = 1000;

/** @param {number} seed */
function makers(seed) {
  const random = randomFrom(seed);
  const below = (most) => Math.floor(random() * most);
  const one = (list) => list[below(list.length)];
  const hex = (length) => Array.from({ length }, () => "0123456789abcdef"[below(16)]).join("");
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-${one(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
  const digits = (value, length = 2) => String(value).padStart(length, "0");
  const day = () => `20${digits(20 + below(7))}-${digits(1 + below(12))}-${digits(1 + below(28))}`;
  const dateTime = () => `${day()}T${digits(below(24))}:${digits(below(60))}:${digits(below(60))}.${digits(below(1000), 3)}Z`;

  const company = () => {
    const id = uuid();
    return {
      id,
      name: one(["Toft stores", "Halls Wholesale Ltd", "ACME"]),
      description: one(["Requested early access to the new financing scheme.", "ref 0017"]),
      links: { portal: `https://app.codat.io/companies/${id}/summary` },
      tags: { region: one(["us-east", "eu-west"]), refs: `id-${below(9999)}` },
    };
  };
  const codat = () => ({
    id: uuid(),
    eventType: one(["bills.write.successful", "bills.write.unsuccessful", "invoices.write.successful", "customers.write.successful"]),
    generatedDate: dateTime(),
    payload: {
      id: uuid(),
      type: one(["Create", "Update", "Delete", "UploadAttachment"]),
      referenceCompany: company(),
      connectionId: uuid(),
      requestedOnDate: dateTime(),
      completedOnDate: dateTime(),
      status: one(["Success", "Success", "Failed", "Pending", "TimedOut"]),
      record: { id: uuid() },
      attachmentId: `att-${hex(12)}`,
    },
  });
  const railz = () => {
    const failed = random() < 0.3;
    const errors = [
      { field: "currencyRef", message: "Business Validation Error: Multi Currency should be enabled to perform this operation." },
    ];
    const data = {
      event: "push",
      connectionId: `CON-${uuid()}`,
      businessName: `BIZ-${uuid()}`,
      serviceName: one(["quickbooks", "xero", "oracleNetsuite"]),
      dataType: one(["invoices", "bills", "customers"]),
      pushCommunicationId: hex(24),
      [failed ? "sourceObjectId" : "sourceObjectIds"]: [String(below(9999))],
      requestedOn: dateTime(),
      completedOn: dateTime(),
      status: failed ? "failed" : "success",
      responseCode: failed ? 400 : 200,
      serviceAccountRef: { id: "DEV", entityRef: { id: String(below(999)) } },
    };
    return { data: failed ? { ...data, validation: { errors } } : data, requestId: uuid() };
  };
  return { random, codat, railz };
}

/** One wrong type deep inside, at one of four places. */
const BREAK_ONE = {
  codat: [
    (event) => (event.payload.referenceCompany.links.portal = 42),
    (event) => (event.payload.referenceCompany.tags.refs = false),
    (event) => (event.payload.record.id = 17),
    (event) => (event.payload.referenceCompany.name = { first: "x" }),
  ],
  railz: [
    (event) => (event.data.serviceAccountRef.entityRef.id = 100),
    (event) => (event.data.responseCode = "200"),
    (event) => ((event.data.sourceObjectIds ?? event.data.sourceObjectId)[0] = 354),
    (event) => (event.data.serviceAccountRef.id = null),
  ],
};

/** Five things wrong at once. */
const BREAK_FIVE = {
  codat: (event) => {
    event.eventType = 5;
    event.payload.type = "Upsert";
    event.payload.referenceCompany.links.portal = 42;
    event.payload.referenceCompany.tags.refs = false;
    event.payload.attachmentId = 7;
  },
  railz: (event) => {
    delete event.requestId;
    event.data.status = "done";
    event.data.responseCode = "200";
    event.data.serviceAccountRef.entityRef.id = 100;
    event.data.businessName = null;
  },
};

/** @typedef {{ texts: string[], valid: unknown[], oneWrong: unknown[], fiveWrong: unknown[] }} Events */

/**
 * The events of one vendor.
 * @param {"codat" | "railz"} vendor
 * @returns {Events}
 */
export function eventsOf(vendor) {
  const make = makers(vendor === "codat" ? 1 : 2)[vendor];
  const texts = (spoil) =>
    Array.from({ length: EVENTS }, (_, i) => {
      const event = make();
      spoil(event, i);
      return JSON.stringify(event);
    });
  const valid = texts(() => {});
  const oneWrong = texts((event, i) => BREAK_ONE[vendor][i % 4](event));
  const fiveWrong = texts(BREAK_FIVE[vendor]);
  const parsed = (list) => list.map((text) => JSON.parse(text));
  return { texts: valid, valid: parsed(valid), oneWrong: parsed(oneWrong), fiveWrong: parsed(fiveWrong) };
}

const reordered = (object, random) => Object.fromEntries(shuffled(Object.entries(object), random));

/** Members that may be missing are, at random; null where it is allowed; names nobody knows. */
function varyCodat(event, random, broken) {
  const { payload } = event;
  if (!broken && random() < 0.3) delete payload.referenceCompany.description;
  if (!broken && random() < 0.3) delete payload.referenceCompany.tags;
  if (!broken && random() < 0.2) payload.record = null;
  if (random() < 0.3) delete payload.completedOnDate;
  if (random() < 0.3) payload.attachmentId = null;
  if (random() < 0.2) delete payload.attachmentId;
  if (random() < 0.1) event.extra = "ignored";
  if (random() < 0.2) event.payload = reordered(payload, random);
}

function varyRailz(event, random, broken) {
  if (!broken && random() < 0.4) delete event.data.serviceAccountRef;
  if (random() < 0.2) event.data = reordered(event.data, random);
}

/**
 * A thousand events of both vendors in many shapes, about a tenth with one wrong type.
 * @returns {{ vendor: "codat" | "railz", valid: boolean, value: unknown }[]}
 */
export function mixedEvents() {
  const { random, ...make } = makers(77);
  return Array.from({ length: EVENTS }, (_, i) => {
    const vendor = random() < 0.5 ? "codat" : "railz";
    const broken = random() < 0.1;
    const event = make[vendor]();
    if (broken) BREAK_ONE[vendor][i % 4](event);
    (vendor === "codat" ? varyCodat : varyRailz)(event, random, broken);
    const whole = random() < 0.2 ? reordered(event, random) : event;
    return { vendor, valid: !broken, value: JSON.parse(JSON.stringify(whole)) };
  });
}
