// How a service uses the package, as a compiler sees it. Nothing here runs: types.test.ts compiles it under the strictest options.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import {
  assertDataTypeWriteWebhook,
  createHandler,
  type EventName,
  type EventPayload,
  readEvent,
  type Unrecognized,
  type CompanyReference,
  DataType,
  type DataTypeWriteWebhook,
  type DataTypeWriteWebhookPayload,
  DataTypeWriteWebhookSchema,
  dataTypeWriteWebhookEventTypeExample1,
  isPushOperationStatusChangedWebhookData,
  type Issue,
  matchWriteStatus,
  parseDataTypeWriteWebhookJson,
  validateDataTypeWriteWebhook,
  WriteStatus,
  type WriteType,
} from "../../generated/src/codat/index.ts";
import {
  isPushWebhook,
  matchPushEventStatus,
  type PushEvent,
  PushEventStatus,
  type PushWebhook,
  pushWebhookExample1,
  PushWebhookSchema,
} from "../../generated/src/railz/index.ts";

/** Whether two types are the same, in both directions and all the way down. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_ extends true>(): void => undefined;

// The package's schemas are Standard Schemas of the same types.
export const schemas: readonly StandardSchemaV1[] = [PushWebhookSchema, DataTypeWriteWebhookSchema];
export const jsonSchemas: readonly StandardJSONSchemaV1[] = [PushWebhookSchema, DataTypeWriteWebhookSchema];
export const schema: StandardSchemaV1<PushWebhook, PushWebhook> & StandardJSONSchemaV1<PushWebhook, PushWebhook> = PushWebhookSchema;
holds<Same<StandardSchemaV1.InferOutput<typeof PushWebhookSchema>, PushWebhook>>();
holds<Same<StandardSchemaV1.InferInput<typeof PushWebhookSchema>, PushWebhook>>();
// @ts-expect-error a schema of one type is none of another
export const wrongSchema: StandardSchemaV1<PushWebhook, PushWebhook> = DataTypeWriteWebhookSchema;

// Lists of values are the union of their texts, and members are their literals.
holds<Same<WriteStatus, "Pending" | "Failed" | "Success" | "TimedOut">>();
holds<Same<typeof WriteStatus.TimedOut, "TimedOut">>();
holds<Same<PushEventStatus, "success" | "failed">>();
export const written: WriteType = "UploadAttachment";
// @ts-expect-error misspelt
export const misspelt: WriteType = "Uploadattachment";
// @ts-expect-error no such member
export const noMember: DataType = DataType.Invoice;
// @ts-expect-error a text is not known to be one of the values
export const anyText: DataType = String("invoices");

// A match names every value, once, and nothing else.
export const word: string = matchWriteStatus("Pending", { Pending: () => "a", Failed: () => "b", Success: () => "c", TimedOut: () => "d" });
// @ts-expect-error Failed is missing
export const missing: number = matchPushEventStatus("success", { success: () => 1 });
// @ts-expect-error there is no value pending
export const extra: number = matchPushEventStatus("success", { success: () => 1, failed: () => 2, pending: () => 3 });

// Fields that may be left out are not fields that may be null.
holds<Same<DataTypeWriteWebhookPayload["attachmentId"], string | null | undefined>>();
holds<Same<DataTypeWriteWebhookPayload["id"], string | undefined>>();
holds<Same<CompanyReference["tags"], { [key: string]: string } | undefined>>();
export const noRecord: DataTypeWriteWebhookPayload = { record: null, attachmentId: null };
// @ts-expect-error id may be left out, and may not be null
export const nullId: DataTypeWriteWebhookPayload = { id: null };
// @ts-expect-error leaving a field out is not setting it to undefined (exactOptionalPropertyTypes)
export const undefinedId: DataTypeWriteWebhookPayload = { id: undefined };
// @ts-expect-error requestId is required
export const noRequest: PushWebhook = { data: {} };
// @ts-expect-error no field is called dateType
export const typo: PushEvent = { dateType: "invoices" };

// Functions narrow what they are given.
export function handle(body: unknown, text: string): string {
  if (isPushWebhook(body)) {
    holds<Same<typeof body, PushWebhook>>();
    holds<Same<typeof body.data.event, "push" | undefined>>();
    return body.data.status === PushEventStatus.Failed ? (body.data.validation?.errors?.[0]?.message ?? "") : body.requestId;
  }
  if (isPushOperationStatusChangedWebhookData(body)) return body.dataType ?? "";
  const result = validateDataTypeWriteWebhook(body);
  if (!result.ok) {
    holds<Same<typeof result.issues, readonly Issue[]>>();
    // @ts-expect-error a refused value is not given back
    return String(result.value);
  }
  // @ts-expect-error an accepted value has no issues
  if (result.issues) return "";
  assertDataTypeWriteWebhook(body);
  holds<Same<typeof body, DataTypeWriteWebhook>>();
  const parsed: DataTypeWriteWebhook = parseDataTypeWriteWebhookJson(text);
  // @ts-expect-error record may be null
  const id = parsed.payload?.record.id;
  return `${id ?? parsed.payload?.record?.id ?? dataTypeWriteWebhookEventTypeExample1}`;
}

// Examples have the types that they are examples of.
holds<Same<typeof pushWebhookExample1, PushWebhook>>();

// Events have the names that the documents show, and a handler handles each.
holds<Same<EventName, `${DataType}.write.successful` | `${DataType}.write.unsuccessful` | "Push Operation Status Changed()">>();
holds<Same<EventPayload<"bills.write.successful">, DataTypeWriteWebhook>>();
export const handler: (value: unknown) => Promise<string> = createHandler({
  "{dataType}.write.successful": async ({ event }) => event.payload?.record?.id ?? "",
  "{dataType}.write.unsuccessful": async ({ name, parts }) => `${name}: ${parts.dataType}`,
  "Push Operation Status Changed()": async ({ event }) => event.AlertId,
  unknown: async ({ name }) => name ?? "",
});
// @ts-expect-error {dataType}.write.unsuccessful is not handled
export const incomplete: (value: unknown) => void = createHandler({
  "{dataType}.write.successful": () => undefined,
  "Push Operation Status Changed()": () => undefined,
  unknown: () => undefined,
});

// A status that the vendor adds has a place of its own in a switch, and the others stay exhaustive.
export function statusOf(body: unknown): WriteStatus | Unrecognized | undefined {
  const reading = readEvent(body);
  if (reading.kind !== "known" || reading.template === "Push Operation Status Changed()") return undefined;
  const status = reading.event.payload?.status;
  switch (status) {
    case "Pending":
    case "Failed":
    case "Success":
    case "TimedOut":
    case undefined:
      return status;
    default: {
      const added: Unrecognized = status;
      return added;
    }
  }
}
