// Whether a value comes back the same from its JSON text.

/** False for what JSON has no words for: -0, numbers that are too great for one, `undefined`, and what is neither data nor a plain object. */
export function isExactJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return value === null || typeof value === "string" || typeof value === "boolean";
  if (Array.isArray(value)) return value.every(isExactJson) && value.length === Object.keys(value).length;
  return Object.getPrototypeOf(value) === Object.prototype && !("toJSON" in value) && Object.values(value).every(isExactJson);
}
