// The two events as TypeScript types, for typia.

interface Company<Uuid, Uri> {
  id?: Uuid;
  name?: string;
  description?: string | null;
  links?: { portal?: Uri };
  tags?: Record<string, string>;
}

interface Payload<Uuid, DateTime, Uri> {
  id?: string;
  type?: "Create" | "Update" | "Delete" | "UploadAttachment";
  referenceCompany?: Company<Uuid, Uri>;
  connectionId?: Uuid;
  requestedOnDate?: DateTime;
  completedOnDate?: DateTime;
  status?: "Pending" | "Failed" | "Success" | "TimedOut";
  record?: { id?: string } | null;
  attachmentId?: string | null;
}

export interface DataTypeWriteWebhook<Uuid, DateTime, Uri> {
  id?: Uuid;
  eventType?: string;
  generatedDate?: DateTime;
  payload?: Payload<Uuid, DateTime, Uri>;
}

interface PushData<DateTime> {
  event: "push";
  connectionId: string;
  businessName: string;
  serviceName: string;
  dataType: string;
  pushCommunicationId: string;
  sourceObjectIds?: string[];
  sourceObjectId?: string[];
  requestedOn: DateTime;
  completedOn: DateTime;
  status: "success" | "failed";
  responseCode: number & import("typia").tags.Type<"int64">;
  validation?: { errors?: { field?: string; message?: string }[] };
  serviceAccountRef?: { id?: string; entityRef?: { id?: string } };
}

export interface PushEvent<Uuid, DateTime, _Uri> {
  data: PushData<DateTime>;
  requestId: Uuid;
}
