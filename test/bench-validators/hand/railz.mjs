// The ceiling: Railz' push event judged as a careful person would write it by hand, everything in place.
import { isDateTime, isUuid } from "./formats.mjs";
import { add, ARRAY, DATE_TIME, OBJECT, PRESENT, STRING, UUID } from "./issue.mjs";

export function is(event) {
  let v;
  if (typeof event !== "object" || event === null || Array.isArray(event)) return false;
  const data = event.data;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  if (data.event !== "push" || typeof data.connectionId !== "string" || typeof data.businessName !== "string") return false;
  if (typeof data.serviceName !== "string" || typeof data.dataType !== "string" || typeof data.pushCommunicationId !== "string")
    return false;
  if ((v = data.sourceObjectIds) !== undefined) {
    if (!Array.isArray(v)) return false;
    for (let i = 0; i < v.length; i++) if (typeof v[i] !== "string") return false;
  }
  if ((v = data.sourceObjectId) !== undefined) {
    if (!Array.isArray(v)) return false;
    for (let i = 0; i < v.length; i++) if (typeof v[i] !== "string") return false;
  }
  if (typeof (v = data.requestedOn) !== "string" || !isDateTime(v)) return false;
  if (typeof (v = data.completedOn) !== "string" || !isDateTime(v)) return false;
  if ((v = data.status) !== "success" && v !== "failed") return false;
  if (!Number.isInteger(data.responseCode)) return false;
  const validation = data.validation;
  if (validation !== undefined) {
    if (typeof validation !== "object" || validation === null || Array.isArray(validation)) return false;
    const errors = validation.errors;
    if (errors !== undefined) {
      if (!Array.isArray(errors)) return false;
      for (let i = 0; i < errors.length; i++) {
        const error = errors[i];
        if (typeof error !== "object" || error === null || Array.isArray(error)) return false;
        if ((v = error.field) !== undefined && typeof v !== "string") return false;
        if ((v = error.message) !== undefined && typeof v !== "string") return false;
      }
    }
  }
  const account = data.serviceAccountRef;
  if (account !== undefined) {
    if (typeof account !== "object" || account === null || Array.isArray(account)) return false;
    if ((v = account.id) !== undefined && typeof v !== "string") return false;
    const entity = account.entityRef;
    if (entity !== undefined) {
      if (typeof entity !== "object" || entity === null || Array.isArray(entity)) return false;
      if ((v = entity.id) !== undefined && typeof v !== "string") return false;
    }
  }
  return typeof (v = event.requestId) === "string" && isUuid(v);
}

export function issues(event) {
  let found;
  let v;
  if (typeof event !== "object" || event === null || Array.isArray(event)) return add(found, "", "type", OBJECT);
  const data = event.data;
  if (data === undefined) found = add(found, "/data", "required", PRESENT);
  else if (typeof data !== "object" || data === null || Array.isArray(data)) found = add(found, "/data", "type", OBJECT);
  else {
    if ((v = data.event) === undefined) found = add(found, "/data/event", "required", PRESENT);
    else if (v !== "push") found = add(found, "/data/event", "const", 'must be "push"');
    if ((v = data.connectionId) === undefined) found = add(found, "/data/connectionId", "required", PRESENT);
    else if (typeof v !== "string") found = add(found, "/data/connectionId", "type", STRING);
    if ((v = data.businessName) === undefined) found = add(found, "/data/businessName", "required", PRESENT);
    else if (typeof v !== "string") found = add(found, "/data/businessName", "type", STRING);
    if ((v = data.serviceName) === undefined) found = add(found, "/data/serviceName", "required", PRESENT);
    else if (typeof v !== "string") found = add(found, "/data/serviceName", "type", STRING);
    if ((v = data.dataType) === undefined) found = add(found, "/data/dataType", "required", PRESENT);
    else if (typeof v !== "string") found = add(found, "/data/dataType", "type", STRING);
    if ((v = data.pushCommunicationId) === undefined) found = add(found, "/data/pushCommunicationId", "required", PRESENT);
    else if (typeof v !== "string") found = add(found, "/data/pushCommunicationId", "type", STRING);
    if ((v = data.sourceObjectIds) !== undefined) {
      if (!Array.isArray(v)) found = add(found, "/data/sourceObjectIds", "type", ARRAY);
      else
        for (let i = 0; i < v.length; i++) if (typeof v[i] !== "string") found = add(found, `/data/sourceObjectIds/${i}`, "type", STRING);
    }
    if ((v = data.sourceObjectId) !== undefined) {
      if (!Array.isArray(v)) found = add(found, "/data/sourceObjectId", "type", ARRAY);
      else for (let i = 0; i < v.length; i++) if (typeof v[i] !== "string") found = add(found, `/data/sourceObjectId/${i}`, "type", STRING);
    }
    if ((v = data.requestedOn) === undefined) found = add(found, "/data/requestedOn", "required", PRESENT);
    else if (typeof v !== "string") found = add(found, "/data/requestedOn", "type", STRING);
    else if (!isDateTime(v)) found = add(found, "/data/requestedOn", "format", DATE_TIME);
    if ((v = data.completedOn) === undefined) found = add(found, "/data/completedOn", "required", PRESENT);
    else if (typeof v !== "string") found = add(found, "/data/completedOn", "type", STRING);
    else if (!isDateTime(v)) found = add(found, "/data/completedOn", "format", DATE_TIME);
    if ((v = data.status) === undefined) found = add(found, "/data/status", "required", PRESENT);
    else if (v !== "success" && v !== "failed") found = add(found, "/data/status", "enum", 'must be one of "success", "failed"');
    if ((v = data.responseCode) === undefined) found = add(found, "/data/responseCode", "required", PRESENT);
    else if (!Number.isInteger(v)) found = add(found, "/data/responseCode", "type", "must be an integer");
    found = validationIssues(data.validation, found);
    found = accountIssues(data.serviceAccountRef, found);
  }
  if ((v = event.requestId) === undefined) found = add(found, "/requestId", "required", PRESENT);
  else if (typeof v !== "string") found = add(found, "/requestId", "type", STRING);
  else if (!isUuid(v)) found = add(found, "/requestId", "format", UUID);
  return found;
}

function validationIssues(validation, before) {
  let found = before;
  let v;
  if (validation === undefined) return found;
  if (typeof validation !== "object" || validation === null || Array.isArray(validation))
    return add(found, "/data/validation", "type", OBJECT);
  const errors = validation.errors;
  if (errors === undefined) return found;
  if (!Array.isArray(errors)) return add(found, "/data/validation/errors", "type", ARRAY);
  for (let i = 0; i < errors.length; i++) {
    const error = errors[i];
    if (typeof error !== "object" || error === null || Array.isArray(error)) {
      found = add(found, `/data/validation/errors/${i}`, "type", OBJECT);
    } else {
      if ((v = error.field) !== undefined && typeof v !== "string")
        found = add(found, `/data/validation/errors/${i}/field`, "type", STRING);
      if ((v = error.message) !== undefined && typeof v !== "string")
        found = add(found, `/data/validation/errors/${i}/message`, "type", STRING);
    }
  }
  return found;
}

function accountIssues(account, before) {
  let found = before;
  let v;
  if (account === undefined) return found;
  if (typeof account !== "object" || account === null || Array.isArray(account))
    return add(found, "/data/serviceAccountRef", "type", OBJECT);
  if ((v = account.id) !== undefined && typeof v !== "string") found = add(found, "/data/serviceAccountRef/id", "type", STRING);
  const entity = account.entityRef;
  if (entity === undefined) return found;
  if (typeof entity !== "object" || entity === null || Array.isArray(entity))
    return add(found, "/data/serviceAccountRef/entityRef", "type", OBJECT);
  if ((v = entity.id) !== undefined && typeof v !== "string") found = add(found, "/data/serviceAccountRef/entityRef/id", "type", STRING);
  return found;
}
