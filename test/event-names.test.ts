// Which member of a body holds an event's name, which names the documents show, and what names that vary stand for: cases as data.
import { describe, expect, test } from "vitest";
import { eventTable } from "../scripts/artifacts/event-table.ts";
import type { Json } from "../scripts/contract.ts";
import { anyOf, eventTemplate, templatePattern } from "../scripts/lib/event-template.ts";
import { parseEventName } from "../generated/src/codat/index.ts";
import { namedParts } from "../scripts/lib/named-parts.ts";
import { contractOf, type GivenEvent } from "./support/events.ts";

const text = (...examples: readonly string[]): Json => ({ type: "string", ...(examples.length > 0 ? { examples } : {}) });
const object = (properties: Json, required: readonly string[] = []): Json => ({ type: "object", properties, required });

interface Case {
  readonly given: string;
  readonly types: { readonly [name: string]: Json };
  readonly events: readonly GivenEvent[];
  readonly examples?: { readonly [declaration: string]: readonly Json[] };
  /** `name → where it is told`, and what is said. */
  readonly expected: readonly string[];
  readonly says?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    given: "an example in the schema",
    types: { A: object({ eventType: text("a.created") }) },
    events: [{ names: ["a.created"], declaration: "A" }],
    expected: ["a.created → /eventType"],
  },
  {
    given: "an example of the whole body, and a field that is called nothing like it",
    types: { A: object({ kind: text() }) },
    events: [{ names: ["a.created"], declaration: "A" }],
    examples: { A: [{ kind: "a.created" }] },
    expected: ["a.created → /kind"],
  },
  {
    given: "a constant inside an object, behind references and compositions",
    types: {
      A: { allOf: [{ $ref: "#/$defs/Envelope" }, object({ data: { $ref: "#/$defs/Data" } })] },
      Envelope: object({ requestId: text() }),
      Data: { anyOf: [object({ event: { const: "push" } }), { type: "null" }] },
    },
    events: [{ names: ["push"], declaration: "A" }],
    expected: ["push → /data/event"],
  },
  {
    given: "a list of the names of several events that share a body",
    types: { A: object({ type: { type: "string", enum: ["a.created", "a.deleted"] } }) },
    events: [
      { names: ["a.created"], declaration: "A" },
      { names: ["a.deleted"], declaration: "A" },
    ],
    expected: ["a.created → /type", "a.deleted → /type"],
  },
  {
    given: "two fields with the name, one of them called so",
    types: { A: object({ method: text("push"), event: text("push") }) },
    events: [{ names: ["push"], declaration: "A" }],
    expected: ["push → /event"],
  },
  {
    given: "an example that fits the pattern, and one that shows the pattern itself",
    types: {
      A: object({ eventType: text("bills.write.successful") }),
      B: object({ eventType: text() }),
      DataType: { type: "string", enum: ["bills", "invoices"] },
    },
    events: [
      { names: ["{dataType}.write.successful"], declaration: "A" },
      { names: ["{dataType}.write.unsuccessful"], declaration: "B" },
    ],
    examples: { B: [{ eventType: "{dataType}.write.unsuccessful" }] },
    expected: ["{dataType:DataType}.write.successful → /eventType", "{dataType:DataType}.write.unsuccessful → /eventType"],
  },
  {
    given: "a hole whose values the body's own field lists, before a list that is called so",
    types: {
      A: object({ eventType: text("x.done"), payload: object({ kind: { type: "string", enum: ["x", "y"] } }) }),
      Kind: { type: "string", enum: ["z"] },
    },
    events: [{ names: ["{kind}.done"], declaration: "A" }],
    expected: ["{kind:APayloadKind}.done → /eventType"],
  },
  {
    given: "a hole that is called as another name of a list",
    types: { A: object({ eventType: text("x.done") }), Kind: { $ref: "#/$defs/List" }, List: { type: "string", enum: ["x"] } },
    events: [{ names: ["{kind}.done"], declaration: "A" }],
    expected: ["{kind:Kind}.done → /eventType"],
  },
  {
    given: "a hole that nothing speaks of",
    types: { A: object({ eventType: text("x.done") }) },
    events: [{ names: ["{kind}.done"], declaration: "A" }],
    expected: ["{kind}.done → /eventType"],
  },
  {
    given: "no name but that of examples",
    types: { A: object({ eventType: text("b.x", "a.x") }) },
    events: [{ names: [], declaration: "A" }],
    expected: ["a.x → /eventType", "b.x → /eventType"],
  },
  {
    given: "examples of an event that another document states as a pattern",
    types: { A: object({ eventType: text("bills.write.successful") }) },
    events: [
      { names: [], declaration: "A" },
      { names: ["{dataType}.write.successful"], declaration: "A" },
    ],
    expected: ["{dataType}.write.successful → /eventType"],
  },
  {
    given: "no name at all",
    types: { A: object({ eventType: text(), id: text("1") }) },
    events: [{ names: [], declaration: "A" }],
    expected: ["null → nothing"],
    says: ["event-without-name: A"],
  },
  {
    given: "a field of the envelope that names other events, shown with no text",
    types: {
      A: object({ eventType: text("a") }),
      B: object({ eventType: text(), id: text("1") }),
      C: object({ eventType: text("other") }),
    },
    events: [
      { names: ["a"], declaration: "A" },
      { names: ["b"], declaration: "B" },
      { names: ["c"], declaration: "C" },
    ],
    expected: ["a → /eventType", "b → /eventType", "c → nothing"],
    says: ["event-not-told: c"],
  },
  {
    given: "a field of the envelope that several bodies refer to, shown with the name of one event",
    types: { A: object({ event: text("a.x") }), B: object({ event: { $ref: "#/$defs/A/properties/event" } }) },
    events: [
      { names: ["a.x"], declaration: "A" },
      { names: ["b.x"], declaration: "B" },
    ],
    expected: ["a.x → /event", "b.x → /event"],
  },
  {
    given: "a field that names one event and is called nothing like it",
    types: { A: object({ rule: text("a.x") }), B: object({ rule: text() }), C: object({ rule: text("c.x") }) },
    events: [
      { names: ["a.x"], declaration: "A" },
      { names: ["b.x"], declaration: "B" },
    ],
    expected: ["a.x → /rule", "b.x → nothing"],
    says: ["event-not-told: b.x"],
  },
  {
    given: "a field that names two events",
    types: { A: object({ rule: text("a.x") }), B: object({ rule: text() }), C: object({ rule: text("c.x") }) },
    events: [
      { names: ["a.x"], declaration: "A" },
      { names: ["b.x"], declaration: "B" },
      { names: ["c.x"], declaration: "C" },
    ],
    expected: ["a.x → /rule", "b.x → /rule", "c.x → /rule"],
  },
  {
    given: "an event whose name is a word that stands elsewhere too",
    types: {
      A: object({ sender: object({ view: text("public") }), visibility: { type: "string", enum: ["public", "private"] } }),
      B: object({ sender: { $ref: "#/$defs/A/properties/sender" } }),
    },
    events: [
      { names: ["public"], declaration: "A" },
      { names: ["ping"], declaration: "B" },
    ],
    examples: { A: [{ sender: { view: "public" } }] },
    expected: ["ping → nothing", "public → nothing"],
    says: ["event-not-told: ping", "event-not-told: public"],
  },
  {
    given: "a pattern of mere separators, which other texts fit too",
    types: { A: object({ host: text("api.example"), topic: text("bills.done") }), B: object({ host: text("www.example") }) },
    events: [
      { names: ["{kind}.{what}"], declaration: "A" },
      { names: ["{which}/{what}"], declaration: "B" },
    ],
    examples: { B: [{ host: "a/b" }] },
    expected: ["{kind}.{what} → /topic", "{which}/{what} → nothing"],
    says: ["event-not-told: {which}/{what}"],
  },
  {
    given: "a word that is the one text of its field",
    types: { A: object({ kind: { const: "public" } }), B: object({ type: text("ping") }) },
    events: [
      { names: ["public"], declaration: "A" },
      { names: ["ping"], declaration: "B" },
    ],
    expected: ["ping → /type", "public → /kind"],
  },
  {
    given: "an example that says the name in other words, where another event says its own",
    types: {
      A: object({ rule: text() }),
      B: object({ rule: text() }),
      C: object({ rule: text() }),
      D: object({ rule: text() }),
      E: object({ rule: text() }),
    },
    events: [
      { names: ["Data sync completed"], declaration: "A" },
      { names: ["Push operation has timed out"], declaration: "B" },
      { names: ["Company created"], declaration: "C" },
      { names: ["Dataset changed"], declaration: "D" },
      { names: ["Company deleted"], declaration: "E" },
    ],
    examples: {
      A: [{ rule: "Data sync completed" }],
      B: [{ rule: "PushOperationTimedOut()" }, { rule: "PushOperationTimedOut()" }],
      C: [{ rule: "checking" }],
      D: [{ rule: "DatasetChanged" }, { rule: "Dataset changed!" }],
      E: [{ rule: "deleted" }],
    },
    expected: [
      "Company created → nothing",
      "Company deleted → nothing",
      "Data sync completed → /rule",
      "Dataset changed → nothing",
      "PushOperationTimedOut() → /rule",
    ],
    says: [
      "event-called-otherwise: Push operation has timed out",
      "event-not-told: Company created",
      "event-not-told: Company deleted",
      "event-not-told: Dataset changed",
    ],
  },
  {
    given: "no name in the body, and a required field that only this event has",
    types: { A: object({ a: text(), id: text() }, ["a", "id"]), B: object({ id: text(), eventType: text("b") }) },
    events: [
      { names: ["a"], declaration: "A" },
      { names: ["b"], declaration: "B" },
    ],
    expected: ["a → a + id", "b → /eventType"],
    says: ["event-told-by-members: a (a, id)"],
  },
  {
    given: "no name in the body, and required fields that another event may have too",
    types: { A: object({ id: text() }, ["id"]), B: object({ id: text(), b: text() }, ["b"]) },
    events: [
      { names: ["a"], declaration: "A" },
      { names: ["b"], declaration: "B" },
    ],
    expected: ["a → nothing", "b → b"],
    says: ["event-not-told: a", "event-told-by-members: b (b)"],
  },
  {
    given: "one event alone, whose body requires nothing",
    types: { A: object({ id: text() }) },
    events: [{ names: ["a"], declaration: "A" }],
    expected: ["a → nothing"],
    says: ["event-not-told: a"],
  },
  {
    given: "two events with one body that does not say its name",
    types: { A: object({ id: text() }, ["id"]) },
    events: [
      { names: ["a"], declaration: "A" },
      { names: ["b"], declaration: "A" },
    ],
    expected: ["a → nothing", "b → nothing"],
    says: ["event-not-told: a", "event-not-told: b"],
  },
  {
    given: "one event that two documents state",
    types: { A: object({ eventType: text("a") }), B: object({ eventType: text("a") }) },
    events: [
      { names: ["a"], declaration: "A" },
      { names: ["a"], declaration: "A", line: 2 },
      { names: ["a"], declaration: "B", line: 3 },
    ],
    expected: ["a → /eventType"],
    says: ["event-stated-twice: a"],
  },
  {
    given: "one pattern with two names for its hole",
    types: { A: object({ eventType: text("x.done") }), B: object({ eventType: text("x.done") }) },
    events: [
      { names: ["{a}.done"], declaration: "A" },
      { names: ["{b}.done"], declaration: "B" },
    ],
    expected: ["{a}.done → /eventType"],
    says: ["event-stated-twice: {b}.done"],
  },
  {
    given: "an example that no document lists",
    types: { A: object({ eventType: text("a", "b") }) },
    events: [{ names: ["a"], declaration: "A" }],
    expected: ["a → /eventType"],
    says: ["event-name-unlisted: b"],
  },
  {
    given: "names that objects inherit",
    types: { A: object({ ["__proto__"]: object({ constructor: { const: "toString" } }) }) },
    events: [{ names: ["toString"], declaration: "A" }],
    expected: ["toString → /__proto__/constructor"],
  },
];

const document = (types: Case["types"]): Json => ({ title: "Root", type: "object", $defs: types });

test.each(CASES)("$given", async ({ types, events, examples, expected, says = [] }) => {
  const contract = await contractOf(document(types), events, examples);
  const rows = eventTable(contract).map(({ name, holes, told, event }) => {
    const filled = holes.reduce(
      (all, { name: hole, list }) => (list === null ? all : all.replace(hole, `${hole}:${list.name}`)),
      name ?? "null",
    );
    return `${filled} → ${told === null ? "nothing" : told.by === "name" ? (event.discriminator ?? "") : told.keys.join(" + ")}`;
  });
  expect(rows).toEqual(expected);
  const said = contract.diagnostics
    .filter(({ slug }) => slug.startsWith("event-"))
    .map(
      ({ slug, facts }) =>
        `${slug}: ${String(facts["name"] ?? facts["names"] ?? facts["declaration"])}${facts["members"] === undefined ? "" : ` (${String(facts["members"])})`}`,
    );
  expect(said.toSorted()).toEqual(says);
});

test("the order of what readers give changes nothing", async () => {
  for (const { types, events, examples } of CASES.filter(
    ({ says }) => says?.every((one) => !one.startsWith("event-stated-twice")) ?? true,
  )) {
    const { events: there } = await contractOf(document(types), events, examples);
    const { events: back } = await contractOf(document(types), events.toReversed(), examples);
    expect(back).toEqual(there);
  }
});

describe("a name that varies", () => {
  test.each([
    ["{dataType}.write.successful", ["dataType"], ["", ".write.successful"]],
    ["a.{b}.{c}", ["b", "c"], ["a.", ".", ""]],
    ["company.created", null, null],
    // Nothing but holes would be any name.
    ["{a}", null, null],
    ["{a}{b}", null, null],
    ["a.{}", null, null],
    ["a.{b", null, null],
    ["{{b}}.c", ["b"], ["", ".c"]],
  ])("%s has the parts %j", (name, holes, texts) => {
    expect(eventTemplate(name)).toEqual(holes === null ? null : { holes, texts });
  });

  test.each([
    ["{a}.write.successful", "bills.write.successful", true],
    ["{a}.write.successful", "{a}.write.successful", true],
    ["{a}.write.successful", "bills.lines.write.successful", false],
    ["{a}.write.successful", ".write.successful", false],
    ["{a}.write.successful", "bills.write.successful.", false],
    ["{a}.write.successful", "billsXwrite.successful", false],
    ["{a}.{a}", "x.x", true],
    ["{a}.{a}", "x.y", false],
    ["invoice_{status}", "invoice_partially_paid", true],
    ["(a|{b})+$", "(a|x)+$", true],
    ["(a|{b})+$", "a", false],
    ["a", "a", true],
    ["a", "A", false],
  ])("%s: %s is one: %j", (name, given, expected) => {
    expect(anyOf([name])(given)).toBe(expected);
  });

  test("takes more than one part where a known value has more", () => {
    const template = eventTemplate("{kind}.done");
    if (template === null) throw new Error("no template");
    const matches = (values: readonly string[]): boolean =>
      new RegExp(
        templatePattern(template, () => values),
        "u",
      ).test("a.b.done");
    expect([matches(["a"]), matches(["a", "a.b"])]).toEqual([false, true]);
  });
});

describe("the written-out parts of a name that varies", () => {
  test.each<readonly [name: string, pattern: string, expected: readonly (readonly [string, string])[] | null]>([
    ["{dataType}.write.successful", "{dataType}.write.{outcome}", [["outcome", "successful"]]],
    [
      "{dataType}.write.successful",
      "{dataType}.{action}.{outcome}",
      [
        ["action", "write"],
        ["outcome", "successful"],
      ],
    ],
    ["{dataType}.write.{outcome}", "{dataType}.write.{outcome}", []],
    ["{dataType}.write.{result}", "{dataType}.write.{outcome}", null],
    ["{dataType}.write.successful", "{type}.write.{outcome}", null],
    ["{dataType}.write.successful", "bills.{action}.{outcome}", null],
    ["{dataType}.write.not-{outcome}", "{dataType}.write.{outcome}", null],
    ["{a}.{b}.c", "{b}.{a}.{end}", null],
    ["{a}.x.{a}.x", "{a}.{b}.{a}.{b}", [["b", "x"]]],
    ["{a}.x.{a}.y", "{a}.{b}.{a}.{b}", null],
    ["{a}.done", "nothing varies", null],
  ])("of %s under %s", (name, pattern, expected) => {
    const template = eventTemplate(name);
    const parts = template === null ? null : namedParts(template, pattern);
    expect(parts).toEqual(expected?.map(([part, text]) => ({ name: part, text })) ?? null);
  });

  test("are parts of a parsed name like those that vary", () => {
    expect(parseEventName("invoices.write.successful")?.parts).toEqual({ dataType: "invoices", outcome: "successful" });
    expect(parseEventName("novelties.write.unsuccessful")).toMatchObject({
      parts: { dataType: "novelties", outcome: "unsuccessful" },
      listed: false,
    });
  });
});
