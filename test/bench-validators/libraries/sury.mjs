// The two schemas in Sury. It stops at the first issue, so that its lists of issues are never longer than one.
import * as S from "sury";

const string = () => S.string;
export const asserted = { uuid: () => S.uuid, dateTime: () => S.isoDateTime, uri: () => S.uri };
export const annotated = { uuid: string, dateTime: string, uri: string };

const company = ({ uuid, uri }) =>
  S.schema({
    id: S.optional(uuid()),
    name: S.optional(S.string),
    description: S.optional(S.nullable(S.string)),
    links: S.optional(S.schema({ portal: S.optional(uri()) })),
    tags: S.optional(S.record(S.string)),
  });

const payload = ({ uuid, dateTime, uri }) =>
  S.schema({
    id: S.optional(S.string),
    type: S.optional(S.union(["Create", "Update", "Delete", "UploadAttachment"])),
    referenceCompany: S.optional(company({ uuid, uri })),
    connectionId: S.optional(uuid()),
    requestedOnDate: S.optional(dateTime()),
    completedOnDate: S.optional(dateTime()),
    status: S.optional(S.union(["Pending", "Failed", "Success", "TimedOut"])),
    record: S.optional(S.nullable(S.schema({ id: S.optional(S.string) }))),
    attachmentId: S.optional(S.nullable(S.string)),
  });

export const codat = (formats) =>
  S.schema({
    id: S.optional(formats.uuid()),
    eventType: S.optional(S.string),
    generatedDate: S.optional(formats.dateTime()),
    payload: S.optional(payload(formats)),
  });

const validation = () =>
  S.schema({ errors: S.optional(S.array(S.schema({ field: S.optional(S.string), message: S.optional(S.string) }))) });

const account = () => S.schema({ id: S.optional(S.string), entityRef: S.optional(S.schema({ id: S.optional(S.string) })) });

export const railz = ({ uuid, dateTime }) =>
  S.schema({
    data: S.schema({
      event: "push",
      connectionId: S.string,
      businessName: S.string,
      serviceName: S.string,
      dataType: S.string,
      pushCommunicationId: S.string,
      sourceObjectIds: S.optional(S.array(S.string)),
      sourceObjectId: S.optional(S.array(S.string)),
      requestedOn: dateTime(),
      completedOn: dateTime(),
      status: S.union(["success", "failed"]),
      responseCode: S.integer,
      validation: S.optional(validation()),
      serviceAccountRef: S.optional(account()),
    }),
    requestId: uuid(),
  });

export const isOf = (schema) => S.isInput(schema);

export const issuesOf = (schema) => {
  const parse = S.parseAsResult(schema);
  return (value) => {
    const result = parse(value);
    return result.success ? undefined : [result.error];
  };
};
