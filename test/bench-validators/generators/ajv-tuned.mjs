// Ajv's standalone code at its fastest: the class for draft 7, which keeps no dynamic scopes, the fast formats, and more passes of its optimizer.
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { schemaOf } from "../lib/schemas.mjs";
import { moduleOf } from "./ajv-module.mjs";

const DRAFT_7 = "http://json-schema.org/draft-07/schema#";

function asDraft7(schema) {
  const text = JSON.stringify({ ...schema, $schema: DRAFT_7 });
  return JSON.parse(text.replaceAll("$defs", "definitions"));
}

export function modules({ vendor, mode }) {
  const compiled = (allErrors) => {
    const ajv = new Ajv.default({ strict: false, allErrors, code: { source: true, esm: true, optimize: 3 } });
    if (mode === "asserted") addFormats.default(ajv, { mode: "fast", keywords: false });
    return moduleOf(ajv, asDraft7(schemaOf(vendor, mode)));
  };
  return { is: compiled(false).is, issues: compiled(true).issues };
}
