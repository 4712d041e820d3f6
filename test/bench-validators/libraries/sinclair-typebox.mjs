// The two schemas in @sinclair/typebox 0.34, compiled at run time. It ships no formats; these are regular expressions of the usual kind.
import { FormatRegistry, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DATE_TIME = /^\d{4}-[01]\d-[0-3]\dt[0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)$/i;
const URI = /^[a-z][a-z0-9+\-.]*:\S*$/i;
FormatRegistry.Set("uuid", (text) => UUID.test(text));
FormatRegistry.Set("date-time", (text) => DATE_TIME.test(text));
FormatRegistry.Set("uri", (text) => URI.test(text));

const string = () => Type.String();
export const asserted = {
  uuid: () => Type.String({ format: "uuid" }),
  dateTime: () => Type.String({ format: "date-time" }),
  uri: () => Type.String({ format: "uri" }),
};
export const annotated = { uuid: string, dateTime: string, uri: string };

const oneOf = (...values) => Type.Union(values.map((value) => Type.Literal(value)));
const orNull = (schema) => Type.Union([schema, Type.Null()]);
const maybe = (schema) => Type.Optional(schema);

const company = ({ uuid, uri }) =>
  Type.Object({
    id: maybe(uuid()),
    name: maybe(string()),
    description: maybe(orNull(string())),
    links: maybe(Type.Object({ portal: maybe(uri()) })),
    tags: maybe(Type.Record(string(), string())),
  });

const payload = ({ uuid, dateTime, uri }) =>
  Type.Object({
    id: maybe(string()),
    type: maybe(oneOf("Create", "Update", "Delete", "UploadAttachment")),
    referenceCompany: maybe(company({ uuid, uri })),
    connectionId: maybe(uuid()),
    requestedOnDate: maybe(dateTime()),
    completedOnDate: maybe(dateTime()),
    status: maybe(oneOf("Pending", "Failed", "Success", "TimedOut")),
    record: maybe(orNull(Type.Object({ id: maybe(string()) }))),
    attachmentId: maybe(orNull(string())),
  });

const codatType = (formats) =>
  Type.Object({
    id: maybe(formats.uuid()),
    eventType: maybe(string()),
    generatedDate: maybe(formats.dateTime()),
    payload: maybe(payload(formats)),
  });

const validation = () => Type.Object({ errors: maybe(Type.Array(Type.Object({ field: maybe(string()), message: maybe(string()) }))) });

const account = () => Type.Object({ id: maybe(string()), entityRef: maybe(Type.Object({ id: maybe(string()) })) });

const railzType = ({ uuid, dateTime }) =>
  Type.Object({
    data: Type.Object({
      event: Type.Literal("push"),
      connectionId: string(),
      businessName: string(),
      serviceName: string(),
      dataType: string(),
      pushCommunicationId: string(),
      sourceObjectIds: maybe(Type.Array(string())),
      sourceObjectId: maybe(Type.Array(string())),
      requestedOn: dateTime(),
      completedOn: dateTime(),
      status: oneOf("success", "failed"),
      responseCode: Type.Integer(),
      validation: maybe(validation()),
      serviceAccountRef: maybe(account()),
    }),
    requestId: uuid(),
  });

export const codat = (formats) => TypeCompiler.Compile(codatType(formats));
export const railz = (formats) => TypeCompiler.Compile(railzType(formats));

export const isOf = (compiled) => (value) => compiled.Check(value);

export const issuesOf = (compiled) => (value) => (compiled.Check(value) ? undefined : [...compiled.Errors(value)]);
