// Everyone who judges: our compiler, the plain reading, and the rivals. Each gives a function from a value to a verdict, or throws.
import { validator as schemasafe } from "@exodus/schemasafe";
import { registerSchema, unregisterSchema, validate as hyperjump } from "@hyperjump/json-schema/draft-2020-12";
import ZSchema from "z-schema";
import { readingOf } from "./reading.mjs";

const Z_VERSIONS = { 4: "draft-04", 6: "draft-06", 7: "draft-07", "2019-09": "draft2019-09", "2020-12": "draft2020-12" };

// Each dialect is a module that makes itself known.
await Promise.all(["2019-09", "07", "06", "04"].map((draft) => import(`@hyperjump/json-schema/draft-${draft}`)));

// No rival may go looking for a schema.
globalThis.fetch = () => Promise.reject(new Error("fetch is off"));

/** @typedef {(schema: unknown, draft: import("./drafts.mjs").Draft) => Promise<(value: unknown) => boolean>} Voice */

/** @type {Record<string, Voice>} */
export const RIVALS = {
  "z-schema": async (schema, draft) => {
    const own = copy(schema);
    const judge = ZSchema.create({ version: Z_VERSIONS[draft.name], safe: true, formatAssertions: false });
    const made = judge.validateSchema(own);
    if (made === false || made?.valid === false)
      throw new Error(`refuses the schema: ${JSON.stringify(made?.err?.details ?? made).slice(0, 300)}`);
    return (value) => judge.validate(value, own).valid;
  },
  hyperjump: async (schema, draft) => {
    const id = typeof schema === "object" && typeof schema[draft.id] === "string" ? schema[draft.id] : "https://fuzz.invalid/unnamed";
    registerSchema(copy(schema), id, draft.uri.replace(/#$/, ""));
    try {
      const judge = await hyperjump(id);
      return (value) => judge(value).valid;
    } finally {
      unregisterSchema(id);
    }
  },
  schemasafe: async (schema, draft) => {
    const judge = schemasafe(copy(schema), { mode: "spec", $schemaDefault: draft.uri, formatAssertion: false, isJSON: true });
    return (value) => judge(value);
  },
};

/** @type {Voice} */
export const reading = async (schema, draft) => readingOf(schema, draft);

const copy = (schema) => JSON.parse(JSON.stringify(schema));
