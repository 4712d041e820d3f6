// Makes a disagreement smaller, a part at a time, for as long as it stays.
import { textOf } from "./values.mjs";

/** Every value with one part left out, or with one part in its place. @param {unknown} value @returns {Generator<unknown>} */
function* smaller(value) {
  if (Array.isArray(value)) {
    for (const at of value.keys()) yield value.toSpliced(at, 1);
    for (const [at, inner] of value.entries()) for (const less of smaller(inner)) yield value.with(at, less);
  } else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    for (const at of entries.keys()) yield Object.fromEntries(entries.toSpliced(at, 1));
    for (const [at, [key, inner]] of entries.entries()) {
      if (typeof inner === "object" && inner !== null) yield Object.fromEntries(entries.with(at, [key, {}]));
      for (const less of smaller(inner)) yield Object.fromEntries(entries.with(at, [key, less]));
    }
  } else if (value !== 1 && value !== true) yield 1;
}

/** The schemas right inside one, in its place. @param {unknown} schema */
function* lifted(schema) {
  if (typeof schema !== "object" || schema === null) return;
  for (const inner of Object.values(schema)) {
    if (typeof inner !== "object" || inner === null) continue;
    if (!Array.isArray(inner)) yield inner;
    for (const one of Object.values(inner)) if (typeof one === "object" && one !== null && !Array.isArray(one)) yield one;
  }
}

/**
 * @param {{ schema: unknown, text: string }} record
 * @param {(schema: unknown, text: string) => Promise<boolean>} stays whether the disagreement is still there
 * @param {number} [tries]
 */
export async function shrunk(record, stays, tries = 400) {
  let { schema, text } = record;
  let left = tries;
  const holds = async (one, other) => {
    left -= 1;
    return stays(one, other).catch(() => false);
  };
  for (let again = true; again;) {
    again = false;
    for (const less of [...lifted(schema), ...smaller(schema)]) {
      if (left <= 0) break;
      if (JSON.stringify(less).length >= JSON.stringify(schema).length || !(await holds(less, text))) continue;
      schema = less;
      again = true;
      break;
    }
    for (const less of [...smaller(JSON.parse(text))].map(textOf)) {
      if (left <= 0) break;
      if (less.length >= text.length || !(await holds(schema, less))) continue;
      text = less;
      again = true;
      break;
    }
  }
  return { schema, text };
}
