// Who is measured. `path` and `text` name the members of an issue that are read, so that what is made only on reading counts as well.

/**
 * @typedef {object} Competitor
 * @property {string} id
 * @property {string} name
 * @property {string} maker the file of generators/ that writes its modules
 * @property {string} path the member of an issue that says where
 * @property {string} text the member of an issue that says what, in the most words it has
 * @property {readonly ("asserted" | "annotated")[]} [modes] both, when not given
 * @property {true} [firstOnly] its list of issues ends after the first one
 * @property {true} [ours]
 * @property {string} [note] what to know when its figures are read
 */

/** The ceiling that the others are set against. */
export const HAND = "hand";

const MESSAGE = { path: "path", text: "message" };
const AJV_ISSUE = { path: "instancePath", text: "message" };

/** @type {readonly Competitor[]} */
export const COMPETITORS = [
  {
    id: HAND,
    name: "hand-written",
    maker: "hand",
    ...MESSAGE,
    note: "its issues have three members: a pointer, a keyword, a message without the name",
  },
  { id: "ours-compiled", name: "ours, compiled", maker: "ours-compiled", ...MESSAGE, ours: true },
  {
    id: "ours-package",
    name: "ours, package",
    maker: "ours-package",
    ...MESSAGE,
    modes: ["asserted"],
    ours: true,
    note: "the vendors' own documents: no date-times and nothing required in Railz' data, but limits for Codat's tags",
  },
  { id: "ajv", name: "Ajv standalone", maker: "ajv", ...AJV_ISSUE },
  {
    id: "ajv-tuned",
    name: "Ajv, tuned",
    maker: "ajv-tuned",
    ...AJV_ISSUE,
    note: "its fast formats take some texts that are no dates and no URIs",
  },
  {
    id: "schemasafe",
    name: "schemasafe",
    maker: "schemasafe",
    path: "instanceLocation",
    text: "keywordLocation",
    note: "makes no messages: the schema's place is read instead",
  },
  {
    id: "typia",
    name: "typia 12",
    maker: "typia",
    path: "path",
    text: "expected",
    note: "makes no messages: what was expected is read instead",
  },
  { id: "ata", name: "ata build", maker: "ata", ...AJV_ISSUE },
  { id: "typebox", name: "TypeBox 1", maker: "typebox", ...AJV_ISSUE },
  { id: "sinclair-typebox", name: "TypeBox 0.34", maker: "library", ...MESSAGE, note: "ships no formats: simple regular expressions" },
  { id: "zod", name: "Zod 4", maker: "library", ...MESSAGE },
  { id: "valibot", name: "Valibot", maker: "library", ...MESSAGE },
  { id: "arktype", name: "ArkType", maker: "library", ...MESSAGE },
  { id: "sury", name: "Sury", maker: "library", ...MESSAGE, firstOnly: true, note: "stops at the first issue, so it has no lists" },
];
