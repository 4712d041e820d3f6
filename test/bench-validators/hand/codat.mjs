// The ceiling: Codat's event judged as a careful person would write it by hand, everything in place.
import { isDateTime, isUri, isUuid } from "./formats.mjs";
import { add, DATE_TIME, escaped, OBJECT, STRING, STRING_OR_NULL, URI, UUID } from "./issue.mjs";

export function is(event) {
  let v;
  if (typeof event !== "object" || event === null || Array.isArray(event)) return false;
  if ((v = event.id) !== undefined && (typeof v !== "string" || !isUuid(v))) return false;
  if ((v = event.eventType) !== undefined && typeof v !== "string") return false;
  if ((v = event.generatedDate) !== undefined && (typeof v !== "string" || !isDateTime(v))) return false;
  const payload = event.payload;
  if (payload !== undefined) {
    if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return false;
    if ((v = payload.id) !== undefined && typeof v !== "string") return false;
    if ((v = payload.type) !== undefined && v !== "Create" && v !== "Update" && v !== "Delete" && v !== "UploadAttachment") return false;
    const company = payload.referenceCompany;
    if (company !== undefined) {
      if (typeof company !== "object" || company === null || Array.isArray(company)) return false;
      if ((v = company.id) !== undefined && (typeof v !== "string" || !isUuid(v))) return false;
      if ((v = company.name) !== undefined && typeof v !== "string") return false;
      if ((v = company.description) !== undefined && v !== null && typeof v !== "string") return false;
      const links = company.links;
      if (links !== undefined) {
        if (typeof links !== "object" || links === null || Array.isArray(links)) return false;
        if ((v = links.portal) !== undefined && (typeof v !== "string" || !isUri(v))) return false;
      }
      const tags = company.tags;
      if (tags !== undefined) {
        if (typeof tags !== "object" || tags === null || Array.isArray(tags)) return false;
        for (const name in tags) if (typeof tags[name] !== "string") return false;
      }
    }
    if ((v = payload.connectionId) !== undefined && (typeof v !== "string" || !isUuid(v))) return false;
    if ((v = payload.requestedOnDate) !== undefined && (typeof v !== "string" || !isDateTime(v))) return false;
    if ((v = payload.completedOnDate) !== undefined && (typeof v !== "string" || !isDateTime(v))) return false;
    if ((v = payload.status) !== undefined && v !== "Success" && v !== "Failed" && v !== "Pending" && v !== "TimedOut") return false;
    const record = payload.record;
    if (record !== undefined && record !== null) {
      if (typeof record !== "object" || Array.isArray(record)) return false;
      if ((v = record.id) !== undefined && typeof v !== "string") return false;
    }
    if ((v = payload.attachmentId) !== undefined && v !== null && typeof v !== "string") return false;
  }
  return true;
}

export function issues(event) {
  let found;
  let v;
  if (typeof event !== "object" || event === null || Array.isArray(event)) return add(found, "", "type", OBJECT);
  if ((v = event.id) !== undefined) {
    if (typeof v !== "string") found = add(found, "/id", "type", STRING);
    else if (!isUuid(v)) found = add(found, "/id", "format", UUID);
  }
  if ((v = event.eventType) !== undefined && typeof v !== "string") found = add(found, "/eventType", "type", STRING);
  if ((v = event.generatedDate) !== undefined) {
    if (typeof v !== "string") found = add(found, "/generatedDate", "type", STRING);
    else if (!isDateTime(v)) found = add(found, "/generatedDate", "format", DATE_TIME);
  }
  const payload = event.payload;
  if (payload !== undefined) {
    if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return add(found, "/payload", "type", OBJECT);
    if ((v = payload.id) !== undefined && typeof v !== "string") found = add(found, "/payload/id", "type", STRING);
    if ((v = payload.type) !== undefined && v !== "Create" && v !== "Update" && v !== "Delete" && v !== "UploadAttachment")
      found = add(found, "/payload/type", "enum", 'must be one of "Create", "Update", "Delete", "UploadAttachment"');
    const company = payload.referenceCompany;
    if (company !== undefined) {
      if (typeof company !== "object" || company === null || Array.isArray(company)) {
        found = add(found, "/payload/referenceCompany", "type", OBJECT);
      } else {
        if ((v = company.id) !== undefined) {
          if (typeof v !== "string") found = add(found, "/payload/referenceCompany/id", "type", STRING);
          else if (!isUuid(v)) found = add(found, "/payload/referenceCompany/id", "format", UUID);
        }
        if ((v = company.name) !== undefined && typeof v !== "string") found = add(found, "/payload/referenceCompany/name", "type", STRING);
        if ((v = company.description) !== undefined && v !== null && typeof v !== "string")
          found = add(found, "/payload/referenceCompany/description", "type", STRING_OR_NULL);
        const links = company.links;
        if (links !== undefined) {
          if (typeof links !== "object" || links === null || Array.isArray(links)) {
            found = add(found, "/payload/referenceCompany/links", "type", OBJECT);
          } else if ((v = links.portal) !== undefined) {
            if (typeof v !== "string") found = add(found, "/payload/referenceCompany/links/portal", "type", STRING);
            else if (!isUri(v)) found = add(found, "/payload/referenceCompany/links/portal", "format", URI);
          }
        }
        const tags = company.tags;
        if (tags !== undefined) {
          if (typeof tags !== "object" || tags === null || Array.isArray(tags)) {
            found = add(found, "/payload/referenceCompany/tags", "type", OBJECT);
          } else {
            for (const name in tags)
              if (typeof tags[name] !== "string") found = add(found, `/payload/referenceCompany/tags/${escaped(name)}`, "type", STRING);
          }
        }
      }
    }
    if ((v = payload.connectionId) !== undefined) {
      if (typeof v !== "string") found = add(found, "/payload/connectionId", "type", STRING);
      else if (!isUuid(v)) found = add(found, "/payload/connectionId", "format", UUID);
    }
    if ((v = payload.requestedOnDate) !== undefined) {
      if (typeof v !== "string") found = add(found, "/payload/requestedOnDate", "type", STRING);
      else if (!isDateTime(v)) found = add(found, "/payload/requestedOnDate", "format", DATE_TIME);
    }
    if ((v = payload.completedOnDate) !== undefined) {
      if (typeof v !== "string") found = add(found, "/payload/completedOnDate", "type", STRING);
      else if (!isDateTime(v)) found = add(found, "/payload/completedOnDate", "format", DATE_TIME);
    }
    if ((v = payload.status) !== undefined && v !== "Success" && v !== "Failed" && v !== "Pending" && v !== "TimedOut")
      found = add(found, "/payload/status", "enum", 'must be one of "Pending", "Failed", "Success", "TimedOut"');
    const record = payload.record;
    if (record !== undefined && record !== null) {
      if (typeof record !== "object" || Array.isArray(record)) found = add(found, "/payload/record", "type", "must be an object or null");
      else if ((v = record.id) !== undefined && typeof v !== "string") found = add(found, "/payload/record/id", "type", STRING);
    }
    if ((v = payload.attachmentId) !== undefined && v !== null && typeof v !== "string")
      found = add(found, "/payload/attachmentId", "type", STRING_OR_NULL);
  }
  return found;
}
