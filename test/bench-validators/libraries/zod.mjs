// The two schemas in Zod 4. Objects strip unknown names, as is its default; `uri` is what WHATWG calls a URL.
import * as z from "zod";

export const asserted = { uuid: () => z.uuid(), dateTime: () => z.iso.datetime({ offset: true, local: true }), uri: () => z.url() };
export const annotated = { uuid: () => z.string(), dateTime: () => z.string(), uri: () => z.string() };

const company = ({ uuid, uri }) =>
  z.object({
    id: uuid().optional(),
    name: z.string().optional(),
    description: z.string().nullable().optional(),
    links: z.object({ portal: uri().optional() }).optional(),
    tags: z.record(z.string(), z.string()).optional(),
  });

const payload = ({ uuid, dateTime, uri }) =>
  z.object({
    id: z.string().optional(),
    type: z.enum(["Create", "Update", "Delete", "UploadAttachment"]).optional(),
    referenceCompany: company({ uuid, uri }).optional(),
    connectionId: uuid().optional(),
    requestedOnDate: dateTime().optional(),
    completedOnDate: dateTime().optional(),
    status: z.enum(["Pending", "Failed", "Success", "TimedOut"]).optional(),
    record: z.object({ id: z.string().optional() }).nullable().optional(),
    attachmentId: z.string().nullable().optional(),
  });

export const codat = (formats) =>
  z.object({
    id: formats.uuid().optional(),
    eventType: z.string().optional(),
    generatedDate: formats.dateTime().optional(),
    payload: payload(formats).optional(),
  });

const validation = () =>
  z.object({ errors: z.array(z.object({ field: z.string().optional(), message: z.string().optional() })).optional() });

const account = () => z.object({ id: z.string().optional(), entityRef: z.object({ id: z.string().optional() }).optional() });

export const railz = ({ uuid, dateTime }) =>
  z.object({
    data: z.object({
      event: z.literal("push"),
      connectionId: z.string(),
      businessName: z.string(),
      serviceName: z.string(),
      dataType: z.string(),
      pushCommunicationId: z.string(),
      sourceObjectIds: z.array(z.string()).optional(),
      sourceObjectId: z.array(z.string()).optional(),
      requestedOn: dateTime(),
      completedOn: dateTime(),
      status: z.enum(["success", "failed"]),
      responseCode: z.int(),
      validation: validation().optional(),
      serviceAccountRef: account().optional(),
    }),
    requestId: uuid(),
  });

export const isOf = (schema) => (value) => z.safeParse(schema, value).success;

export const issuesOf = (schema) => (value) => {
  const result = z.safeParse(schema, value);
  return result.success ? undefined : result.error.issues;
};
