// How a service uses the events of a package, as a compiler sees it: what must compile does, and each misuse is refused where it stands.
import { expect, test } from "vitest";
import { temporaryFolder, tsc, writeFiles } from "./support/build.ts";
import type { EventType, Json } from "../scripts/contract.ts";
import { eventContract } from "./support/event-package.ts";
import { contractOf, filesOf } from "./support/events.ts";

/** Types beyond the package's own declarations need no annotations here. */
const USE = `
import {
  createHandler, type Event, type EventHandlers, type EventName, type EventPayload, type EventReading, judge, parseEventName, readEvent,
  readEventJson, isStatus, matchStatus, type Status, statusLabel, type CompanyEvent, type Tolerant, type Unrecognized, type WriteEvent, validateCompanyEvent,
} from "./index.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_ extends true>(): void => undefined;

// Names on the wire, those that vary as patterns.
holds<Same<EventName, "company.created" | "company.deleted" | "all.write.successful" | "Data sync completed" | "balance"
  | "bills.write.successful" | "invoices.write.successful" | "banking-accounts.write.successful"
  | \`bills.write.\${string}\` | \`invoices.write.\${string}\` | \`banking-accounts.write.\${string}\`>>();
// @ts-expect-error no data type is called widgets
const wrongName: EventName = "widgets.write.successful";
holds<Same<EventPayload<"company.created">, CompanyEvent>>();
holds<Same<EventPayload<"invoices.write.successful">, WriteEvent>>();
holds<Same<EventPayload<"{dataType}.write.successful">, WriteEvent>>();
// @ts-expect-error no event has this name
type NoPayload = EventPayload<"company.merged">;

// A switch over all events is exhaustive.
function exhaustive(event: Event): string {
  switch (event.template) {
    case "company.created":
    case "company.deleted":
      return event.event.payload?.id ?? "";
    case "all.write.successful":
    case "Data sync completed":
    case "balance":
      return event.name;
    case "{dataType}.write.successful":
      return event.parts.dataType;
    case "{dataType}.write.{outcome}":
      return event.parts.outcome;
  }
}
// @ts-expect-error company.deleted is missing
function missing(event: Event): string {
  switch (event.template) {
    case "company.created":
    case "all.write.successful":
    case "Data sync completed":
    case "balance":
    case "{dataType}.write.successful":
    case "{dataType}.write.{outcome}":
      return event.name;
  }
}

// So is one over the values of a list, with those that the vendor may have added.
function status(given: Tolerant<Status>): number {
  switch (given) {
    case "Pending":
      return 1;
    case "Linked":
      return 2;
    default: {
      const added: Unrecognized = given;
      return added.length;
    }
  }
}
function missingStatus(given: Tolerant<Status>): number {
  switch (given) {
    case "Pending":
      return 1;
    default: {
      // @ts-expect-error Linked is known
      const added: Unrecognized = given;
      return added.length;
    }
  }
}
// @ts-expect-error a status may be one that is not known
const closed = (given: Tolerant<Status>): Status => given;
const widened = (given: Status): Tolerant<Status> => given;
// Labels are for all of them, a match is for those that are known.
const words = (given: Tolerant<Status>): string => \`\${statusLabel(given)} \${isStatus(given) ? matchStatus(given, { Pending: () => 1, Linked: () => 2 }) : 0}\`;
// @ts-expect-error a status may be one that is not known
const unmatched = (given: Tolerant<Status>): number => matchStatus(given, { Pending: () => 1, Linked: () => 2 });

// What is read has the type that its mode has proven.
function read(body: unknown, text: string): string | undefined {
  const reading = readEvent(body);
  holds<Same<typeof reading, EventReading>>();
  if (reading.kind === "invalid") {
    // @ts-expect-error what is invalid has no event
    reading.event;
    return reading.issues[0]?.message;
  }
  if (reading.kind === "unknown") {
    // @ts-expect-error nothing is known of it
    reading.raw.payload;
    return reading.name ?? undefined;
  }
  if (reading.template === "company.created") {
    holds<Same<typeof reading.name, "company.created">>();
    holds<Same<NonNullable<typeof reading.event.payload>["status"], Status | Unrecognized | undefined>>();
    // @ts-expect-error a tolerant receiver may get other values
    const own: Status | undefined = reading.event.payload?.status;
    return own;
  }
  const strict = readEventJson(text, "strict");
  // @ts-expect-error a strict receiver knows all events
  if (strict.kind === "unknown") return "";
  if (strict.kind === "known" && strict.template === "company.created") {
    const own: Status | undefined = strict.event.payload?.status;
    return own;
  }
  const report = readEvent(body, "report");
  // @ts-expect-error nothing is refused
  if (report.kind === "invalid") return "";
  // @ts-expect-error nothing is proven
  if (report.kind === "known") return report.event.payload;
  // @ts-expect-error there is no such mode
  readEvent(body, "lenient");
  return undefined;
}

// Parts of names are their lists' values, or not known.
const parsed = parseEventName("invoices.write.successful");
if (parsed?.template === "{dataType}.write.successful") {
  holds<Same<typeof parsed.parts.dataType, "bills" | "invoices" | "banking-accounts" | Unrecognized>>();
  // @ts-expect-error there is no such part
  parsed.parts.outcome;
}

// Any validator has modes.
const judgement = judge(validateCompanyEvent, {}, "tolerant");
if (judgement.ok) holds<Same<typeof judgement.value, Tolerant<CompanyEvent>>>();
const exact = judge(validateCompanyEvent, {}, "strict");
if (exact.ok) holds<Same<typeof exact.value, CompanyEvent>>();

// A handler handles every event, or has a default.
const all: EventHandlers<void> = {
  "company.created": ({ event }) => console.log(event.payload?.id),
  "company.deleted": ({ name }) => holds<Same<typeof name, "company.deleted">>(),
  "all.write.successful": () => undefined,
  "Data sync completed": () => undefined,
  balance: ({ event }) => console.log(event.balance.toFixed()),
  "{dataType}.write.successful": ({ parts }) => console.log(parts.dataType),
  "{dataType}.write.{outcome}": ({ parts }) => console.log(parts.outcome),
  "bills.write.successful": ({ name }) => console.log(name),
  unknown: ({ name, raw }) => console.log(name, raw),
};
const handle = createHandler(all);
const nothing: void = handle({});
const { balance, ...others } = all;
// @ts-expect-error balance is missing
createHandler(others);
createHandler({ ...others, default: () => undefined });
const promised: Promise<string> = createHandler({
  "company.created": async ({ event }) => event.payload?.id ?? "",
  default: async ({ name }) => name,
  unknown: async () => "",
  invalid: async ({ issues }) => issues.map(({ message }) => message).join(),
})({});
createHandler({
  // @ts-expect-error no event has this name
  "company.merged": () => undefined,
  default: () => undefined,
  unknown: () => undefined,
});
// @ts-expect-error unknown events must be handled
createHandler({ default: () => undefined });
createHandler({ default: () => undefined }, "strict");
createHandler({ "company.created": ({ event }): Status | undefined => event.payload?.status, default: () => undefined }, "strict");
createHandler({
  // @ts-expect-error a tolerant receiver may get other values
  "company.created": ({ event }): Status | undefined => event.payload?.status,
  default: () => undefined,
  unknown: () => undefined,
});
void [words, unmatched, exhaustive, missing, status, missingStatus, closed, widened, read, wrongName, promised, nothing, balance];
declare const console: { readonly log: (...values: readonly unknown[]) => void };
`;

test("a service that uses the events compiles, and every misuse in it is refused", { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { ...Object.fromEntries(await filesOf(await eventContract())), "src/v/use.ts": USE });
  expect(tsc(folder, "--noEmit", "--isolatedDeclarations", "false", "--noFallthroughCasesInSwitch", "true")).toBe("");
});

test("a vendor's types may be called as what the module of events imports and exports", { timeout: 60_000 }, async () => {
  const names = (
    "Event EventName EventPayload EventReading EventTemplates ParsedEventName readEvent createHandler Tolerant ReadingMode judge At Issues Issue " +
    "HandlersOf KnownOf ParsedAs TemplateOf Template Known known dispatch listed Mode Name R Key readJson"
  ).split(" ");
  const body: Json = { type: "object", properties: { status: { type: "string", enum: ["a"] } } };
  const contract = await contractOf({ title: "Root", type: "object", $defs: Object.fromEntries(names.map((name) => [name, body])) }, []);
  const origin = { file: "v/a.openapi.json", line: 1, column: 1, pointer: "" };
  const events = contract.declarations.flatMap(({ name: declaration }, index): readonly EventType[] =>
    // A part may be called as a parameter, and a member as a variable.
    [`${declaration}.done`, `{${index % 2 === 0 ? "name" : "value"}}.done.${declaration}`].map((name) => ({
      names: [name],
      discriminator: index % 3 === 0 ? "/name" : "/mode",
      declaration,
      origin,
    })),
  );
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(await filesOf({ ...contract, events })));
  expect(tsc(folder, "--noEmit")).toBe("");
});
