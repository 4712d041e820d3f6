// Ajv's standalone code as a user gets it: the class for 2020-12, the full formats.
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { schemaOf } from "../lib/schemas.mjs";
import { moduleOf } from "./ajv-module.mjs";

export function modules({ vendor, mode }) {
  const compiled = (allErrors) => {
    const ajv = new Ajv2020.default({ strict: false, allErrors, code: { source: true, esm: true } });
    if (mode === "asserted") addFormats.default(ajv);
    return moduleOf(ajv, schemaOf(vendor, mode));
  };
  return { is: compiled(false).is, issues: compiled(true).issues };
}
