// How issues are collected by hand: no list, object or path exists before the first one.
export const STRING = "must be a string";
export const STRING_OR_NULL = "must be a string or null";
export const OBJECT = "must be an object";
export const ARRAY = "must be an array";
export const UUID = "must be a UUID";
export const DATE_TIME = "must be a date-time";
export const URI = "must be a URI";
export const PRESENT = "must be present";

/** @typedef {{ path: string, keyword: string, message: string }} Issue */

/**
 * @param {Issue[] | undefined} found
 * @param {string} path a JSON Pointer
 * @param {string} keyword
 * @param {string} message
 * @returns {Issue[]}
 */
export function add(found, path, keyword, message) {
  const issue = { path, keyword, message };
  if (found === undefined) return [issue];
  found.push(issue);
  return found;
}

/** A name in a JSON Pointer. */
export const escaped = (name) => (name.includes("~") || name.includes("/") ? name.replaceAll("~", "~0").replaceAll("/", "~1") : name);
