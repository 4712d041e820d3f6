// A plain reading of the specifications, slow and short: the judge between compiled code and the rivals. Shares nothing with the compiler.
import { indexOf } from "./reading-index.mjs";
import { keywordsOf } from "./reading-keywords.mjs";

/**
 * What a schema finds about a value: whether it is valid, and what was evaluated (2020-12 core, section 7.7, annotations).
 * @typedef {{ valid: boolean, names: Set<string>, indexes: Set<number> }} Finding
 */

/** @param {unknown} document @param {import("./drafts.mjs").Draft} draft @returns {(value: unknown) => boolean} */
export function readingOf(document, draft) {
  const index = indexOf(document, draft);
  const keywords = keywordsOf(draft);

  /** @param {unknown} schema @param {unknown} value @param {readonly object[]} scope resources entered, outermost first @returns {Finding} */
  function evaluate(schema, value, scope) {
    const found = { valid: schema !== false, names: new Set(), indexes: new Set() };
    if (typeof schema === "boolean") return found;
    const resource = index.home.get(schema);
    const entered = scope[scope.length - 1] === resource ? scope : [...scope, resource];
    const take = (finding) => {
      if (!finding.valid) return false;
      for (const name of finding.names) found.names.add(name);
      for (const at of finding.indexes) found.indexes.add(at);
      return true;
    };
    const context = {
      schema,
      value,
      found,
      draft,
      /** In place: passes annotations on when valid. */
      here: (inner) => take(evaluate(inner, value, entered)),
      /** On another value: passes no annotations. */
      passes: (inner, other) => evaluate(inner, other, entered).valid,
      follow: (keyword) => take(evaluate(index.target(keyword, schema[keyword], resource, entered), value, entered)),
    };
    const own = (key) => Object.hasOwn(schema, key);
    if (draft.year < 2019 && own("$ref")) {
      found.valid = context.follow("$ref");
      return found;
    }
    for (const [key, check] of Object.entries(keywords)) if (own(key) && !check(context, schema[key])) found.valid = false;
    return found;
  }

  return (value) => evaluate(document, value, []).valid;
}
