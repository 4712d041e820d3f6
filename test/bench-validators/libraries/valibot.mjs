// The two schemas in Valibot; `is` stops at the first issue, and `uri` is what WHATWG calls a URL.
import * as v from "valibot";

export const asserted = {
  uuid: () => v.pipe(v.string(), v.uuid()),
  dateTime: () => v.pipe(v.string(), v.isoTimestamp()),
  uri: () => v.pipe(v.string(), v.url()),
};
export const annotated = { uuid: () => v.string(), dateTime: () => v.string(), uri: () => v.string() };

const company = ({ uuid, uri }) =>
  v.object({
    id: v.optional(uuid()),
    name: v.optional(v.string()),
    description: v.optional(v.nullable(v.string())),
    links: v.optional(v.object({ portal: v.optional(uri()) })),
    tags: v.optional(v.record(v.string(), v.string())),
  });

const payload = ({ uuid, dateTime, uri }) =>
  v.object({
    id: v.optional(v.string()),
    type: v.optional(v.picklist(["Create", "Update", "Delete", "UploadAttachment"])),
    referenceCompany: v.optional(company({ uuid, uri })),
    connectionId: v.optional(uuid()),
    requestedOnDate: v.optional(dateTime()),
    completedOnDate: v.optional(dateTime()),
    status: v.optional(v.picklist(["Pending", "Failed", "Success", "TimedOut"])),
    record: v.optional(v.nullable(v.object({ id: v.optional(v.string()) }))),
    attachmentId: v.optional(v.nullable(v.string())),
  });

export const codat = (formats) =>
  v.object({
    id: v.optional(formats.uuid()),
    eventType: v.optional(v.string()),
    generatedDate: v.optional(formats.dateTime()),
    payload: v.optional(payload(formats)),
  });

const validation = () =>
  v.object({ errors: v.optional(v.array(v.object({ field: v.optional(v.string()), message: v.optional(v.string()) }))) });

const account = () => v.object({ id: v.optional(v.string()), entityRef: v.optional(v.object({ id: v.optional(v.string()) })) });

export const railz = ({ uuid, dateTime }) =>
  v.object({
    data: v.object({
      event: v.literal("push"),
      connectionId: v.string(),
      businessName: v.string(),
      serviceName: v.string(),
      dataType: v.string(),
      pushCommunicationId: v.string(),
      sourceObjectIds: v.optional(v.array(v.string())),
      sourceObjectId: v.optional(v.array(v.string())),
      requestedOn: dateTime(),
      completedOn: dateTime(),
      status: v.picklist(["success", "failed"]),
      responseCode: v.pipe(v.number(), v.integer()),
      validation: v.optional(validation()),
      serviceAccountRef: v.optional(account()),
    }),
    requestId: uuid(),
  });

export const isOf = (schema) => (value) => v.is(schema, value);

export const issuesOf = (schema) => (value) => {
  const result = v.safeParse(schema, value);
  return result.success ? undefined : result.issues;
};
