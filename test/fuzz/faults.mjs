// What the rivals are known to get wrong, so that only news is reported. A fault explains a disagreement when the schema has what the fault is
// about, and the two agree as soon as it is rewritten (to an equivalent) or taken out.
import { inner } from "./drafts.mjs";

/**
 * @typedef {object} Fault
 * @property {string} name
 * @property {readonly string[]} rivals
 * @property {string} why what the specification says, and where
 * @property {(year: number) => boolean} drafts
 * @property {(schema: Record<string, unknown>, text: string) => Record<string, unknown>} without one schema without the cause, its inner ones are done already; the same object when there is none
 */

/** @param {string[]} keys @param {(schema: Record<string, unknown>) => boolean} [when] */
const dropping =
  (keys, when = () => true) =>
  (schema) =>
    keys.some((key) => Object.hasOwn(schema, key)) && when(schema)
      ? Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)))
      : schema;

/** Applicators that judge the same value. */
const IN_PLACE = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];

const always = () => true;
const both = (one, other) => typeof one === "number" && typeof other === "number";
/** Leaves out what refers to an anchor, and anchors written as identifiers, so that both sides do without. */
const withoutAnchors = (schema) => {
  const gone = (key) =>
    (["id", "$id"].includes(key) && String(schema[key]).startsWith("#")) ||
    (["$ref", "$dynamicRef"].includes(key) && /#[^/]/.test(String(schema[key])));
  return Object.keys(schema).some(gone) ? Object.fromEntries(Object.entries(schema).filter(([key]) => !gone(key))) : schema;
};
const astral = /[\u{10000}-\u{10ffff}]/u;

/** @type {readonly Fault[]} */
export const FAULTS = [
  {
    name: "multipleOf by floating point",
    rivals: ["hyperjump", "z-schema", "schemasafe"],
    why: "division by the factor must give an integer (2020-12 validation 6.2.1); numbers are decimal texts, and a tolerance or a remainder of doubles is not division",
    drafts: always,
    without: dropping(["multipleOf"]),
  },
  {
    name: "exclusive limit hides the inclusive one",
    rivals: ["schemasafe"],
    why: "minimum and exclusiveMinimum are keywords of their own since draft 6 and both hold (2020-12 validation 6.2.2 to 6.2.5)",
    drafts: (year) => year >= 2017,
    // The limit that the other one implies is left out, which changes no verdict.
    without: (schema) => {
      const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
      const least = both(minimum, exclusiveMinimum) ? [minimum > exclusiveMinimum ? "exclusiveMinimum" : "minimum"] : [];
      const most = both(maximum, exclusiveMaximum) ? [maximum < exclusiveMaximum ? "exclusiveMaximum" : "maximum"] : [];
      return dropping([...least, ...most])(schema);
    },
  },
  {
    name: "patterns by UTF-16 unit",
    rivals: ["z-schema"],
    why: "patterns should be read with Unicode support, one character being one code point (2020-12 core 6.4)",
    drafts: always,
    without: (schema, text) => (astral.test(text) ? dropping(["pattern", "patternProperties"])(schema) : schema),
  },
  {
    name: "contains evaluates items in 2019-09",
    rivals: ["hyperjump", "z-schema"],
    why: "unevaluatedItems depends on items, additionalItems and unevaluatedItems; contains gives no annotation before 2020-12 (2019-09 core 9.3.1.3 and 9.3.1.4)",
    drafts: (year) => year === 2019,
    without: dropping(["unevaluatedItems"]),
  },
  {
    name: "anchors below identifiers are sought at another URI",
    rivals: ["z-schema"],
    why: "an anchor, also one that is written as an identifier, belongs to the resource around it, whose relative identifier is resolved once (draft 7 core 8.2.3, 2020-12 core 8.2.1 to 8.2.3)",
    drafts: always,
    without: withoutAnchors,
  },
  {
    name: "const and enum evaluate what they hold",
    rivals: ["schemasafe"],
    why: "only applicators give the annotations that unevaluatedItems and unevaluatedProperties depend on (2020-12 core 11.2 and 11.3)",
    drafts: (year) => year >= 2019,
    without: dropping(["unevaluatedItems", "unevaluatedProperties"], (schema) =>
      /"(const|enum|\$ref|\$recursiveRef|\$dynamicRef)":/.test(JSON.stringify(schema)),
    ),
  },
  {
    name: "an unevaluated keyword within branches or behind references is not seen",
    rivals: ["z-schema"],
    why: "unevaluatedProperties and unevaluatedItems give annotations as any keyword does, from a condition, through references and through branches of branches (2020-12 core 10.2.2.1, 11.2 and 11.3)",
    drafts: (year) => year >= 2019,
    without: dropping(
      ["unevaluatedItems", "unevaluatedProperties"],
      (schema) =>
        // What a reference leads to may hold one too.
        IN_PLACE.some((key) => JSON.stringify(schema[key] ?? 0).includes('"unevaluated')) ||
        /"\$(dynamic|recursive)?[rR]ef":/.test(JSON.stringify(schema)),
    ),
  },
];

/** Rewrites every schema, the inner ones first. @param {unknown} schema @returns {unknown} */
function rewritten(schema, change) {
  if (typeof schema !== "object" || schema === null) return schema;
  const own = structuredClone(schema);
  for (const [path, one] of inner(own)) {
    const holder = path.length === 1 ? own : own[path[0]];
    const key = path[path.length - 1];
    Object.defineProperty(holder, key, { value: rewritten(one, change), enumerable: true, configurable: true, writable: true });
  }
  return change(own);
}

/** Whether two schemas are different texts. */
const differ = (one, other) => JSON.stringify(one) !== JSON.stringify(other);

/**
 * The faults that explain why a rival disagrees: one by itself, or all of its faults together; or nothing.
 * @param {{ rival: string, schema: unknown, text: string, draft: import("./drafts.mjs").Draft }} record
 * @param {(schema: unknown) => Promise<boolean>} agree whether the two agree on the text under another schema
 * @returns {Promise<readonly Fault[] | undefined>}
 */
export async function explanationOf({ rival, schema, text, draft }, agree) {
  const explains = async (faults) => {
    const other = faults.reduce((one, fault) => rewritten(one, (inside) => fault.without(inside, text)), schema);
    return differ(schema, other) && agree(other).catch(() => false);
  };
  const known = FAULTS.filter(({ rivals, drafts }) => rivals.includes(rival) && drafts(draft.year));
  for (const fault of known) if (await explains([fault])) return [fault];
  const meeting = known.filter((fault) =>
    differ(
      schema,
      rewritten(schema, (inside) => fault.without(inside, text)),
    ),
  );
  return meeting.length > 1 && (await explains(meeting)) ? meeting : undefined;
}
