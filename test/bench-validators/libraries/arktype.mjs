// The two schemas in ArkType. Its messages are made when they are read, which the workloads do; `uri` is what WHATWG calls a URL.
import { type } from "arktype";

export const asserted = { uuid: "string.uuid", dateTime: "string.date.iso", uri: "string.url" };
export const annotated = { uuid: "string", dateTime: "string", uri: "string" };

const company = ({ uuid, uri }) => ({
  "id?": uuid,
  "name?": "string",
  "description?": "string|null",
  "links?": { "portal?": uri },
  "tags?": { "[string]": "string" },
});

export const codat = ({ uuid, dateTime, uri }) =>
  type({
    "id?": uuid,
    "eventType?": "string",
    "generatedDate?": dateTime,
    "payload?": {
      "id?": "string",
      "type?": "'Create'|'Update'|'Delete'|'UploadAttachment'",
      "referenceCompany?": company({ uuid, uri }),
      "connectionId?": uuid,
      "requestedOnDate?": dateTime,
      "completedOnDate?": dateTime,
      "status?": "'Pending'|'Failed'|'Success'|'TimedOut'",
      "record?": type({ "id?": "string" }).or("null"),
      "attachmentId?": "string|null",
    },
  });

export const railz = ({ uuid, dateTime }) =>
  type({
    data: {
      event: "'push'",
      connectionId: "string",
      businessName: "string",
      serviceName: "string",
      dataType: "string",
      pushCommunicationId: "string",
      "sourceObjectIds?": "string[]",
      "sourceObjectId?": "string[]",
      requestedOn: dateTime,
      completedOn: dateTime,
      status: "'success'|'failed'",
      responseCode: "number.integer",
      "validation?": { "errors?": type({ "field?": "string", "message?": "string" }).array() },
      "serviceAccountRef?": { "id?": "string", "entityRef?": { "id?": "string" } },
    },
    requestId: uuid,
  });

export const isOf = (schema) => (value) => schema.allows(value);

export const issuesOf = (schema) => (value) => {
  const result = schema(value);
  return result instanceof type.errors ? result : undefined;
};
