// The filter over archives: lines, batches, what is refused and why. Nothing is lost, whatever the bytes are cut into.
import fc from "fast-check";
import { expect, test } from "vitest";
import { batchesOf } from "../scripts/archive/batches.ts";
import { eventOf } from "../scripts/archive/event-of.ts";
import { filterArchive } from "../scripts/archive/filter.ts";
import { judgeOf } from "../scripts/archive/judge.ts";
import { progressLine } from "../scripts/archive/meter.ts";
import { validateOptions } from "../scripts/archive/options.ts";
import { withPauses } from "../scripts/archive/pauses.ts";
import { type Plan, vendorPlan } from "../scripts/archive/plan.ts";
import { summaryJson, summaryText } from "../scripts/archive/summary.ts";
import { added, EMPTY, type Tally } from "../scripts/archive/tally.ts";
import type { Declaration, EventType, Json } from "../scripts/contract.ts";

const origin = { file: "a.txt", line: 1, column: 1, pointer: "" };
const declared = (name: string, schema: Json): Declaration => ({
  name,
  addresses: [],
  schema: schema as Declaration["schema"],
  origins: [origin],
  parts: {},
  supplied: false,
  statedBy: "schema",
});
const event = (names: readonly string[], discriminator: string | null, declaration: string): EventType => ({
  names,
  discriminator,
  declaration,
  origin,
});

const DECLARATIONS = [
  declared("Paid", { type: "object", required: ["id"], properties: { id: { type: "string" }, type: { type: "string" } } }),
  declared("Written", { type: "object", properties: { n: { type: "integer" }, type: { type: "string" }, state: { enum: ["a", "b"] } } }),
  declared("Lone", { type: "object", required: ["only"], properties: { only: { type: "string" } } }),
];

const plan = (events: readonly EventType[], mode: Plan["mode"] = "strict"): Plan => ({
  vendors: [vendorPlan({ vendor: "v", declarations: DECLARATIONS, events, examples: [], diagnostics: [] }, null)],
  type: null,
  mode,
});

const EVENTS = [event(["paid"], "/type", "Paid"), event(["{what}.written", "{what}.{how}.written.twice"], "/type", "Written")];

const LIMITS = { batch: 16, line: 64 };

async function* chunksOf(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

interface Filtered {
  readonly good: string;
  readonly refused: readonly Json[];
  readonly tally: Tally;
}

async function filtered(parts: readonly Uint8Array[], using: Plan = plan(EVENTS), limits = LIMITS): Promise<Filtered> {
  const good: Buffer[] = [];
  const refused: Buffer[] = [];
  const into = (list: Buffer[]) => ({
    write: async (part: Uint8Array | string): Promise<void> => void list.push(Buffer.from(part as string)),
    close: async (): Promise<void> => {},
  });
  const judge = judgeOf(using);
  const pool = { judge: async (batch: Parameters<typeof judge>[0]) => judge(batch), width: () => 3, close: async () => {} };
  async function* sources() {
    yield { file: "a.ndjson", chunks: chunksOf(parts) };
  }
  const tally = await filterArchive(sources(), {
    pool,
    limits,
    good: into(good),
    refused: into(refused),
    progress: () => {},
    stopped: () => false,
  });
  const records = Buffer.concat(refused).toString().split("\n").slice(0, -1);
  return { good: Buffer.concat(good).toString("latin1"), refused: records.map((one): Json => JSON.parse(one)), tally };
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

test.each([
  ["a good line", '{"type":"paid","id":"1"}', { good: '{"type":"paid","id":"1"}\n', refused: [] }],
  ["spaces and carriage returns stay", ' {"type":"paid","id":"1"} \r\n', { good: ' {"type":"paid","id":"1"} \r\n', refused: [] }],
  ["blank lines are dropped", '\n{"type":"paid","id":"1"}\n  \n', { good: '{"type":"paid","id":"1"}\n', refused: [] }],
  ["a byte-order mark is dropped", '\ufeff{"type":"paid","id":"1"}\n', { good: '{"type":"paid","id":"1"}\n', refused: [] }],
  ["a template", '{"type":"bills.written","n":1}\n', { good: '{"type":"bills.written","n":1}\n', refused: [] }],
  [
    "a rule is broken",
    '{"type":"paid"}\n',
    {
      good: "",
      refused: [
        {
          file: "a.ndjson",
          line: 1,
          reason: "invalid",
          event: "v paid",
          message: "id must be present",
          issues: [{ pointer: "/id", keyword: "required", location: "#/$defs/Paid/required", message: "id must be present" }],
          raw: '{"type":"paid"}',
        },
      ],
    },
  ],
  [
    "no JSON",
    '{"type":"paid","id":"1"}\n{"type"\n',
    {
      good: '{"type":"paid","id":"1"}\n',
      refused: [
        {
          file: "a.ndjson",
          line: 2,
          reason: "not-json",
          event: null,
          message: 'column 8: expected ":" but the text ends',
          raw: '{"type"',
        },
      ],
    },
  ],
  [
    "an event that nobody knows",
    '{"type":"lost"}',
    {
      good: "",
      refused: [
        {
          file: "a.ndjson",
          line: 1,
          reason: "unknown-event",
          event: "lost",
          message: "no document knows the event lost",
          raw: '{"type":"lost"}',
        },
      ],
    },
  ],
  [
    "no event at all",
    "[1]",
    {
      good: "",
      refused: [
        {
          file: "a.ndjson",
          line: 1,
          reason: "unknown-event",
          event: null,
          message: "no event's name stands where the documents have it",
          raw: "[1]",
        },
      ],
    },
  ],
])("%s", async (_, text, expected) => {
  const { good, refused } = await filtered([bytes(text)]);
  expect({ good, refused }).toEqual(expected);
});

test("bytes that are no UTF-8 are kept as base64, and their neighbours are judged", async () => {
  const line = '{"type":"paid","id":"1"}\n';
  const { good, refused } = await filtered([Buffer.concat([Buffer.from(line), Buffer.from([0x7b, 0xff, 0x0a]), Buffer.from(line)])]);
  expect(good).toBe(line + line);
  expect(refused).toEqual([
    { file: "a.ndjson", line: 2, reason: "not-utf8", event: null, message: "the line is not UTF-8", rawBase64: "e/8=" },
  ]);
});

test("an unknown event passes when it is asked to, and is counted by its name", async () => {
  const { good, tally } = await filtered([bytes('{"type":"lost"}\n')], plan(EVENTS, "tolerant"));
  expect(good).toBe('{"type":"lost"}\n');
  expect([...tally.events]).toEqual([["lost", { good: 1, refused: 0 }]]);
});

test("what a vendor may add passes when it is asked to, and nothing else", async () => {
  const text = '{"type":"a.written","state":"c"}\n{"type":"a.written","n":"c"}\n';
  const { good, refused } = await filtered([bytes(text)], plan(EVENTS, "tolerant"));
  expect(good).toBe('{"type":"a.written","state":"c"}\n');
  expect(refused).toMatchObject([{ line: 2, reason: "invalid" }]);
});

test("an event without a name is told by the members that only it has", async () => {
  const { tally } = await filtered([bytes('{"only":"1"}\n{"other":1}\n')], plan([...EVENTS, event(["lone"], null, "Lone")]));
  expect([...tally.events]).toEqual([["v lone", { good: 1, refused: 0 }]]);
});

test("each line can be a value of one type", async () => {
  const { tally } = await filtered([bytes('{"id":"1"}\n{}\n')], { ...plan(EVENTS), type: { vendor: "v", declaration: "Paid" } });
  expect([tally.good, tally.refused]).toEqual([1, 1]);
});

test("the only event of all documents needs no name", async () => {
  const { tally } = await filtered([bytes('{"id":"1"}\n{}\n')], plan([event([], null, "Paid")]));
  expect([tally.good, tally.refused]).toEqual([1, 1]);
});

test.each([
  ["paid", "Paid"],
  ["bills.written", "Written"],
  ["a.b.written.twice", "Written"],
  ["a.b.c.written.twice", null],
  [".written", null],
  ["Paid", null],
])("the name %s is of %s", (name, declaration) => {
  const found = eventOf(plan(EVENTS))({ type: name });
  expect("declaration" in found ? found.declaration : null).toBe(declaration);
});

test("a name without holes comes before a template", () => {
  const recognise = eventOf(plan([event(["{what}.written"], "/type", "Written"), event(["bills.written"], "/type", "Paid")]));
  expect(recognise({ type: "bills.written" })).toMatchObject({ declaration: "Paid" });
});

test("a line that is too long is refused whole, in pieces that nobody has to hold", async () => {
  const long = `{"type":"paid","id":"${"x".repeat(300)}"}`;
  const { good, refused } = await filtered([...`${long}\n{"type":"paid","id":"1"}\n`].map(bytes));
  expect(good).toBe('{"type":"paid","id":"1"}\n');
  expect(refused).toMatchObject([{ line: 1, reason: "too-long" }]);
  const [{ rawBase64 }] = refused as readonly [{ readonly rawBase64: string }];
  expect(Buffer.from(rawBase64, "base64").toString()).toBe(long);
});

const lines = fc.array(
  fc.oneof(
    fc.constantFrom('{"type":"paid","id":"1"}', '{"type":"paid"}', "", "  ", "{", '{"type":"lost"}', '{"type":"ä.written"}'),
    fc.string({ unit: "binary", maxLength: 90 }).map((text) => text.replaceAll("\n", " ")),
  ),
  { maxLength: 30 },
);

test("every line that is not blank is good or refused, once and unchanged, however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), async (given, cuts) => {
      const all = Buffer.from(given.join("\n"));
      const parts: Buffer[] = [];
      let at = 0;
      for (const cut of cuts) {
        parts.push(all.subarray(at, at + cut));
        at += cut;
      }
      parts.push(all.subarray(at));
      const cutUp = await filtered(parts);
      const whole = await filtered([all], plan(EVENTS), { batch: 1e6, line: 1e6 });
      const text = (record: Json): string => {
        const { raw, rawBase64 } = record as { readonly raw?: string; readonly rawBase64?: string };
        return raw ?? Buffer.from(rawBase64 ?? "", "base64").toString();
      };
      const kept = [...Buffer.from(cutUp.good, "latin1").toString().split("\n").slice(0, -1), ...cutUp.refused.map(text)];
      const told = all
        .toString()
        .split("\n")
        .map((line, index) => (index === 0 ? line.replace(/^\ufeff/, "") : line));
      expect(kept.toSorted()).toEqual(told.filter((line) => line.trim() !== "").toSorted());
      expect(cutUp.tally.good + cutUp.tally.refused + cutUp.tally.blank).toBe(cutUp.tally.lines);
      // Only the limits of long lines differ.
      if (told.every((line) => Buffer.byteLength(line) < LIMITS.batch)) expect(cutUp).toEqual(whole);
    }),
  );
});

test("batches hold whole lines and are numbered", async () => {
  const found: unknown[] = [];
  for await (const part of batchesOf("f", chunksOf([bytes("1\n22\n3"), bytes("33\n"), bytes("4")]), { batch: 4, line: 100 }))
    if (part !== null && "bytes" in part) found.push([part.line, Buffer.from(part.bytes).toString()]);
  expect(found).toEqual([
    [1, "1\n22\n"],
    [3, "333\n"],
    [4, "4"],
  ]);
});

test("a pause ends a batch: whoever waits for an answer gets it", async () => {
  const found: unknown[] = [];
  async function* chunks() {
    yield* [bytes("1\n2"), bytes("2"), null, bytes("\n3"), bytes("\n"), bytes("4"), null, null, bytes("4")];
  }
  for await (const part of batchesOf("f", chunks(), { batch: 100, line: 100 }))
    found.push(part === null || !("bytes" in part) ? part : [part.line, Buffer.from(part.bytes).toString()]);
  expect(found).toEqual([[1, "1\n"], null, [2, "22\n3\n"], null, null, [4, "44"]]);
});

test("pauses come between chunks, and nothing is lost by them", async () => {
  const found: (string | null)[] = [];
  async function* chunks() {
    yield bytes("a");
    await new Promise((done) => setTimeout(done, 250));
    yield bytes("b");
  }
  for await (const part of withPauses(chunks())) found.push(part === null ? null : Buffer.from(part).toString());
  expect(found.filter((part) => part !== null)).toEqual(["a", "b"]);
  expect(found.slice(0, 2)).toEqual(["a", null]);
});

test("counts add up", () => {
  const one: Tally = {
    lines: 2,
    good: 1,
    refused: 1,
    blank: 0,
    events: new Map([["v paid", { good: 1, refused: 1 }]]),
    rules: new Map([["r", 1]]),
  };
  expect(added(EMPTY, one)).toEqual(one);
  expect(summaryText(added(one, one))).toBe(
    ["4 lines: 2 good, 2 refused, 0 blank", "events", "              4  v paid (2 refused)", "refused", "              2  r"].join("\n"),
  );
  expect(JSON.parse(summaryJson(one))).toEqual({
    lines: 2,
    good: 1,
    refused: 1,
    blank: 0,
    events: { "v paid": { good: 1, refused: 1 } },
    rules: { r: 1 },
  });
});

test.each([
  [{ read: 50e6, size: 100e6, seconds: 2 }, "[==========          ]   50 %  1,234 lines  5 refused  25.0 MB/s  0:02 left"],
  [{ read: 50e6, size: null, seconds: 2 }, "1,234 lines  5 refused  25.0 MB/s"],
  [{ read: 1e6, size: 9e9, seconds: 1 }, "[                    ]    0 %  1,234 lines  5 refused  1.0 MB/s  2:29:59 left"],
])("progress of %j", (progress, expected) => {
  expect(progressLine({ tally: { ...EMPTY, lines: 1234, refused: 5 }, ...progress })).toBe(expected);
});

test.each([
  [["--workers=-1"], /--workers takes a number/],
  [["--workers", "two"], /--workers takes a number/],
  [["-", "-"], /read only once/],
  [["--good="], /--good takes a value/],
  [["--goood", "x"], /--goood/],
])("wrong usage: %j", (args, message) => {
  expect(() => validateOptions(args)).toThrow(message);
});
