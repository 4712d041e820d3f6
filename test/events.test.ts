// Events at run time, in a built package: which one a value is, how strictly it is judged, and what handles it. Nothing is lost on the way.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Json } from "../scripts/contract.ts";
import { verify } from "../scripts/verify.ts";
import { builtFolder } from "./support/build.ts";
import { eventContract } from "./support/event-package.ts";
import { filesOf } from "./support/events.ts";

interface Reading {
  readonly kind: string;
  readonly template?: string;
  readonly name: string | null;
  readonly parts?: object;
  readonly event?: unknown;
  readonly raw?: unknown;
  readonly issues: readonly { readonly keyword: string; readonly pointer: string; readonly message: string }[];
}

interface Package {
  readonly readEvent: (value: unknown, mode?: string) => Reading;
  readonly readEventJson: (text: string, mode?: string) => Reading;
  readonly parseEventName: (name: string) => object | undefined;
  readonly createHandler: (handlers: object, mode?: string) => (value: unknown) => unknown;
  readonly [name: string]: unknown;
}

const scratch = mkdtempSync(join(tmpdir(), "hookwright-events-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let events: Package;
beforeAll(async () => {
  builtFolder(Object.fromEntries(await filesOf(await eventContract())), scratch);
  events = await import(/* @vite-ignore */ join(scratch, "dist/v/index.js"));
}, 60_000);

test("the package holds nothing that the contract does not", { timeout: 60_000 }, async () => {
  const contract = await eventContract();
  const files = await filesOf(contract);
  expect(await verify({ directory: builtFolder(Object.fromEntries(files)), files, contracts: [contract] })).toEqual([]);
});

interface Case {
  readonly given: Json;
  /** "kind name", then the issues as "keyword pointer". */
  readonly strict: readonly string[];
  readonly tolerant: readonly string[];
  readonly report: readonly string[];
}

const same = (...expected: readonly string[]): Omit<Case, "given"> => ({ strict: expected, tolerant: expected, report: expected });
const company = (payload: Json): Json => ({ eventType: "company.created", payload });
const legacy = (Data: Json): Json => ({ RuleType: "Data sync completed", Data });
const added = (name: string, ...issues: readonly string[]): Omit<Case, "given"> => ({
  strict: [`invalid ${name}`, ...issues],
  tolerant: [`known ${name}`, ...issues],
  report: [`known ${name}`, ...issues],
});
const wrong = (name: string, ...issues: readonly string[]): Omit<Case, "given"> => ({
  strict: [`invalid ${name}`, ...issues],
  tolerant: [`invalid ${name}`, ...issues],
  report: [`known ${name}`, ...issues],
});

const nameless = (given: unknown, at: string): Case => ({
  given,
  strict: ["invalid null", `event ${at}`],
  tolerant: ["invalid null", `event ${at}`],
  report: ["unknown null", `event ${at}`],
});

const CASES: readonly Case[] = [
  { given: company({ id: "1", status: "Linked" }), ...same("known company.created") },
  { given: { eventType: "company.deleted" }, ...same("known company.deleted") },
  // What the vendor may have added passes where a receiver is tolerant.
  { given: company({ id: "1", status: "Queued" }), ...added("company.created", "enum /payload/status") },
  { given: company({ id: "1", region: "us" }), ...added("company.created", "additionalProperties /payload/region") },
  {
    given: company({ id: "1", region: { a: [] }, status: "Queued" }),
    ...added("company.created", "enum /payload/status", "additionalProperties /payload/region"),
  },
  // What is wrong does not, and neither does what is added to it.
  { given: company({ status: "Linked" }), ...wrong("company.created", "required /payload/id") },
  { given: company({ id: "1", status: 5 }), ...wrong("company.created", "type /payload/status") },
  { given: company({ status: "Queued" }), ...wrong("company.created", "required /payload/id", "enum /payload/status") },
  // In every place where a list can stand.
  {
    given: legacy({ status: null, level: 2, version: "1", byStatus: { Linked: 0 }, closed: { a: 1 } }),
    ...same("known Data sync completed"),
  },
  { given: legacy({ status: "Queued" }), ...added("Data sync completed", "enum /Data/status") },
  { given: legacy({ status: 5 }), ...wrong("Data sync completed", "oneOf /Data/status") },
  { given: legacy({ level: 3 }), ...added("Data sync completed", "enum /Data/level") },
  { given: legacy({ level: "3" }), ...wrong("Data sync completed", "type /Data/level") },
  { given: legacy({ version: "2" }), ...added("Data sync completed", "const /Data/version") },
  { given: legacy({ version: { major: 2 } }), ...wrong("Data sync completed", "const /Data/version") },
  { given: legacy({ byStatus: { Queued: {} } }), ...added("Data sync completed", "enum /Data/byStatus/Queued") },
  { given: legacy({ closed: { b: {} } }), ...added("Data sync completed", "unevaluatedProperties /Data/closed/b") },
  { given: legacy({ not: "never" }), ...wrong("Data sync completed", "not /Data/not") },
  // A form that the documents do not know leaves it open what else must hold.
  { given: legacy({ shape: { kind: "circle", radius: 1 } }), ...same("known Data sync completed") },
  { given: legacy({ shape: { kind: "line", length: 1 } }), ...wrong("Data sync completed", "const /Data/shape/kind") },
  // Names that vary, with a part that the documents list and one that they do not.
  { given: { eventType: "invoices.write.successful", more: 1 }, ...same("known invoices.write.successful") },
  { given: { eventType: "banking-accounts.write.unsuccessful" }, ...same("known banking-accounts.write.unsuccessful") },
  { given: { eventType: "widgets.write.successful" }, ...added("widgets.write.successful", "event /eventType") },
  { given: { eventType: "widgets.write.successful", count: "1" }, ...wrong("widgets.write.successful", "event /eventType", "type /count") },
  // A name that is written out comes before a pattern that it fits.
  { given: { eventType: "all.write.successful", all: true }, ...same("known all.write.successful") },
  { given: { eventType: "all.write.successful" }, ...wrong("all.write.successful", "required /all") },
  // Two envelopes.
  { given: { RuleType: "Data sync completed", Data: { status: "Pending" } }, ...same("known Data sync completed") },
  { given: { RuleType: "Data sync completed", eventType: "company.created" }, ...same("known Data sync completed") },
  { given: { RuleType: "company.created", eventType: "company.deleted" }, ...same("known company.deleted") },
  // No name, and a member that only one event has.
  { given: { balance: 1 }, ...same("known balance") },
  { given: { balance: "1" }, ...wrong("balance", "type /balance") },
  // Events that the documents do not know.
  ...["company.merged", "", "constructor", "__proto__", "toString", "Company.created", "bills.write", ".write.successful", "undefined"].map(
    (eventType): Case => ({
      given: { eventType },
      strict: [`invalid ${eventType}`, "event /eventType"],
      tolerant: [`unknown ${eventType}`, "event /eventType"],
      report: [`unknown ${eventType}`, "event /eventType"],
    }),
  ),
  // No events: several members could hold a name, and one that is there should.
  ...[null, 1, "company.created", [], ["eventType"], {}].map((given) => nameless(given, "")),
  ...[{ eventType: null }, { eventType: ["company.created"] }].map((given) => nameless(given, "/eventType")),
];

const summary = ({ kind, name, issues }: Reading): readonly string[] => [
  `${kind} ${name}`,
  ...issues.map(({ keyword, pointer }) => `${keyword} ${pointer}`),
];

describe.each(CASES)("$given", ({ given, ...expected }) => {
  test.each(["strict", "tolerant", "report"] as const)("in the mode %s", (mode) => {
    const reading = events.readEvent(given, mode);
    expect(summary(reading)).toEqual(expected[mode]);
    // The very value, whatever it turned out to be.
    expect(reading.kind === "known" ? reading.event : reading.raw).toBe(given);
    expect(summary(events.readEventJson(JSON.stringify(given), mode))).toEqual(expected[mode]);
  });
  test("is read tolerantly unless told otherwise", () => expect(events.readEvent(given)).toEqual(events.readEvent(given, "tolerant")));
});

test("a text that is no JSON", () => {
  const text = '{"eventType": }';
  const message = expect.stringContaining("line 1, column 15");
  expect(events.readEventJson(text)).toMatchObject({ kind: "invalid", name: null, raw: text, issues: [{ keyword: "json", message }] });
  expect(events.readEventJson(text, "strict").kind).toBe("invalid");
  expect(events.readEventJson(text, "report")).toMatchObject({ kind: "unknown", name: null, raw: text, issues: [{ keyword: "json" }] });
});

test("what is wrong with a name is said in words", () => {
  const { issues } = events.readEvent({ eventType: "company.merged" });
  expect(issues.map(({ message }) => message)).toEqual(["eventType must be an event that the documents know"]);
});

test("what has no name is told where one should stand, and nothing else when that may be in several places", () => {
  const messages = (given: unknown): readonly string[] => events.readEvent(given).issues.map(({ message }) => message);
  expect(messages({ eventType: 5 })).toEqual(["eventType must be an event that the documents know"]);
  expect(messages({ RuleType: null })).toEqual(["RuleType must be an event that the documents know"]);
  for (const given of [{}, null, [], "text"]) expect(messages(given)).toEqual(["the value must be an event that the documents know"]);
});

test("more issues than a list holds are not let pass: what is left out may be wrong", () => {
  const payload = { id: "1", ...Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`field${index}`, index])) };
  expect(events.readEvent(company(payload)).kind).toBe("invalid");
  expect(events.readEvent(company(payload), "report").kind).toBe("known");
});

test("no value makes reading throw, and none is lost or changed", () => {
  const key = fc.constantFrom("eventType", "RuleType", "payload", "Data", "status", "balance", "id", "__proto__");
  const text = fc.oneof(fc.string(), fc.constantFrom("company.created", "bills.write.successful", "x.write.y", "Queued", "Linked"));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, text, fc.jsonValue(), fc.dictionary(key, tie("value")), fc.array(tie("value"), { maxLength: 3 })),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom("strict", "tolerant", "report"), (given, mode) => {
      const before = JSON.stringify(given);
      const reading = events.readEvent(given, mode);
      expect(reading.kind === "known" ? reading.event : reading.raw).toBe(given);
      expect(JSON.stringify(given)).toBe(before);
      // A stricter mode never lets more pass.
      if (events.readEvent(given, "strict").kind === "known") expect(events.readEvent(given).kind).toBe("known");
      expect(events.readEvent(given, "report").kind).not.toBe("invalid");
    }),
  );
});

test.each([
  ["invoices.write.successful", { template: "{dataType}.write.successful", parts: { dataType: "invoices" }, listed: true }],
  ["widgets.write.successful", { template: "{dataType}.write.successful", parts: { dataType: "widgets" }, listed: false }],
  ["bills.write.lost", { template: "{dataType}.write.{outcome}", parts: { dataType: "bills", outcome: "lost" }, listed: true }],
  ["a.write.b", { template: "{dataType}.write.{outcome}", parts: { dataType: "a", outcome: "b" }, listed: false }],
  ["company.created", undefined],
  ["", undefined],
])("the parts of %s", (name, expected) => {
  expect(events.parseEventName(name)).toEqual(expected === undefined ? undefined : { ...expected, name });
});

describe("a handler", () => {
  const named = (name: string): ((reading: Reading) => string) => vi.fn((reading: Reading) => `${name}: ${reading.name}`);
  const handlers = {
    "company.created": named("created"),
    "bills.write.successful": named("bills"),
    "{dataType}.write.successful": named("write"),
    default: named("default"),
    unknown: named("unknown"),
  };

  test.each([
    [{ eventType: "company.created" }, "created: company.created"],
    [{ eventType: "bills.write.successful" }, "bills: bills.write.successful"],
    [{ eventType: "invoices.write.successful" }, "write: invoices.write.successful"],
    [{ eventType: "widgets.write.successful" }, "write: widgets.write.successful"],
    [{ eventType: "company.deleted" }, "default: company.deleted"],
    [{ eventType: "company.merged" }, "unknown: company.merged"],
    [{ eventType: "constructor" }, "unknown: constructor"],
  ])("is called with %j", (given, expected) => {
    expect(events.createHandler(handlers)(given)).toBe(expected);
  });

  test("throws what is invalid, with every issue, unless that is handled too", () => {
    const given = company({ status: 1 });
    expect(() => events.createHandler(handlers)(given)).toThrow(
      expect.objectContaining({ name: "ContractError", issues: [expect.anything(), expect.anything()] }),
    );
    expect(events.createHandler({ ...handlers, invalid: named("invalid") })(given)).toBe("invalid: company.created");
  });

  test("is called in the mode that it is made for", () => {
    const given = company({ id: "1", status: "Queued" });
    expect(events.createHandler(handlers)(given)).toBe("created: company.created");
    expect(() => events.createHandler(handlers, "strict")(given)).toThrow("payload.status must be one of Pending, Linked");
    expect(events.createHandler(handlers, "report")(company({}))).toBe("created: company.created");
  });
});
